// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Areas registered before boot: as the import was, and as it should be.</summary>
public sealed class BootAreas
{
    static readonly Machine machine = new()
    {
        Name = "early", Early = new(
            new(0x3000, 0x1000, VmFlags.Ioremap), new(0x5000, 0x1_0000, VmFlags.Alloc)),
    };

    readonly Bench faithful = new(DefectMode.Faithful, machine: machine);
    readonly Bench repaired = new(DefectMode.Fixed, machine: machine);

    [Fact]
    public void Lie_at_the_bottom_aligned_and_keep_vmalloc_away()
    {
        Assert.Equal(
            [(repaired.At(0), repaired.At(3)), (repaired.At(0x10), repaired.At(0x15))],
            repaired.Walk().VmapAreas.Select(va => (va.Start, va.End)));
        Assert.Equal(repaired.At(4), repaired.Vmalloc(4096));
    }

    [Fact]
    public void Stand_unsorted_at_the_head_of_vmlist_as_it_was()
    {
        Assert.Equal(
            [faithful.At(0x10), faithful.At(0)], faithful.Walk().Vmlist.Select(vm => vm.Address));
        Assert.Equal(
            [repaired.At(0), repaired.At(0x10)], repaired.Walk().Vmlist.Select(vm => vm.Address));
    }

    [Fact]
    public void Of_devices_are_lost_in_the_first_purge_as_it_was()
    {
        faithful.Run(CommandKind.VmUnmapAliases);
        repaired.Run(CommandKind.VmUnmapAliases);

        Assert.Equal(-3, faithful.Step.Counters.LazyPages);
        Assert.Equal(faithful.At(0), faithful.Vmalloc(4096));
        Assert.Equal(repaired.At(4), repaired.Vmalloc(4096));
    }

    [Fact]
    public void Cannot_be_removed_as_it_was_and_keep_their_descriptor_when_repaired()
    {
        Assert.Equal(
            "remove_vm_area", faithful.Run(CommandKind.RemoveVmArea, faithful.At(0x10)).Bug);
        Assert.Equal(
            4UL * 4096, repaired.Run(CommandKind.RemoveVmArea, repaired.At(0x10)).Value);
        Assert.Equal(0, repaired.Count(EventKind.SlabFree));
    }

    [Fact]
    public void Are_written_and_read_in_the_machine_line_of_a_trace()
    {
        Trace trace = new(machine, Era.V2632, DefectMode.Fixed, [new(CommandKind.Grace)]);
        string text = TraceWriter.Write(trace);

        Assert.Contains(" early=12288@4096:VM_IOREMAP,20480@65536:VM_ALLOC\n", text);
        Assert.Equal(trace, TraceReader.Read(text));
    }
}
