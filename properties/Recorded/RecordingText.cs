// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>The reader of recordings: all genuine ones, and none that is not one.</summary>
public sealed class RecordingText
{
    [Fact]
    public void Of_the_genuine_kernel_reads_to_the_last_command()
    {
        int files = 0;
        int commands = 0;
        foreach (Recording recording in Golden.All)
        {
            files++;
            commands += recording.Blocks.Count;
        }

        Assert.Equal((345, 12_034), (files, commands));
    }

    [Fact]
    public void Config_line_becomes_the_machine()
    {
        Machine machine = Recording.Read("numa-00.txt", Golden.Text("numa-00.txt")).Machine;
        Machine expected = new()
        {
            Name = "numa",
            Start = 0x4900_0000_0000,
            End = 0x4900_3fff_ffff,
            TotalRam = 2048,
            Frames = 1024,
            Nodes = 2,
            Cpus = 4,
            Online = 4,
            LazyMax = 24576,
            Rcu = RcuMode.Manual,
        };
        Assert.Equal(expected, machine);
    }

    [Fact]
    public void Command_becomes_a_call_with_absolute_addresses_and_frames()
    {
        string text = TwoPageTarget.Recorded.Replace(
            "> vmallocinfo",
            "> map_vm_area @-1000 prot=x pages=3-5,null,2 fault=table:alt:1 fault=any:once:0\n"
                + "= 0 moved=5\n> vmallocinfo");
        Call call = new();
        Recording.Read("two.txt", text).Blocks[3].Command.Fill(call, 1);
        Assert.Equal(CommandKind.MapVmArea, call.Kind);
        Assert.Equal(0x48ff_ffff_f000u, call.Address);
        Assert.Equal(Pgprot.KernelExec, call.Prot);
        Assert.Equal([3, 4, 5, -1, 2], call.Pages.ToArray());
        Assert.Equal(new Fault(FaultSite.Table, FaultMode.Alternate, 1), call.Fault);
        Assert.Equal(new Fault(FaultSite.Any, FaultMode.Once, 0), call.AlsoFault);
        Assert.Equal(1, call.Cpu);
    }

    [Theory]
    [InlineData("config ", "config 0123456789012345678901234567890123456789tail ", 1, 8,
        "\"0123456789012345678901234567890123456789…\" is no setting")]
    [InlineData("config ", "konfig ", 1, 1, "config line")]
    [InlineData(" frames=64", "", 1, 148, "no frames")]
    [InlineData("cpus=2", "cpus=two", 1, 88, "decimal")]
    [InlineData("online=2", "online=3", 1, 158, "more CPUs online")]
    [InlineData("start=4900", "start=xyz", 1, 23, "hex")]
    [InlineData("> boot", "> boo", 2, 3, "no command")]
    [InlineData("> cpu 1", "> cpu 2", 5, 7, "out of range")]
    [InlineData("gfp=d2 prot", "prot", 7, 43, "lacks Gfp")]
    [InlineData("node=-1", "node=-1 flags=2", 7, 58, "no place")]
    [InlineData("node=-1", "node=-1 fault=slab:never:1", 7, 58, "no fault")]
    [InlineData("= @0\n", "", 8, 1, "result")]
    [InlineData("+vm @0", "+vn @0", 10, 1, "no state line")]
    [InlineData("n tab=", "n tub=", 14, 1, "no counter")]
    [InlineData("end\n", "", 18, 1, "closes a recording")]
    [InlineData("end\n", "end dead\n", 18, 1, "closes a recording")]
    [InlineData("end\n", "end\nmore\n", 19, 1, "after the end")]
    public void That_is_wrong_is_refused_at_its_place(
        string told, string wrong, int line, int column, string complaint)
    {
        string text = TwoPageTarget.Recorded.Replace(told, wrong);
        RecordingException refused =
            Assert.Throws<RecordingException>(() => Recording.Read("two.txt", text));
        Assert.Equal((line, column), (refused.Line, refused.Column));
        Assert.Contains(complaint, refused.Message);
    }
}
