// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

public sealed class TraceText
{
    /// <summary>The example of docs/trace-format.md, without its headings and fences.</summary>
    [Fact]
    public void Of_the_documentation_runs_to_its_end()
    {
        string example = Repository.Read("docs/trace-format.md").Split("```")[1].TrimStart('\n');
        Trace trace = TraceReader.Read(example);
        Checker checker = new(new Model.Model(trace.Era, trace.Mode));
        Assert.Null(checker.Run(trace));
        Assert.Equal((trace.Commands.Count, 0), (checker.Executed, checker.Skipped));
    }

    [Trait("Length", "long")]
    [Theory]
    [InlineData(Era.V2632)]
    [InlineData(Era.V2637)]
    public void Read_back_is_the_trace_that_was_written(Era era)
    {
        for (ulong seed = 0; seed < 2000; seed++)
        {
            Trace trace = NamedTraces.Draw(seed, NamedTraces.MachineOf(seed), 30, era);
            string text = TraceWriter.Write(trace);
            Trace read = TraceReader.Read(text);
            Assert.Equal(trace, read);
            Assert.Equal(text, TraceWriter.Write(read));
        }
    }

    [Fact]
    public void Has_a_form_for_every_command()
    {
        Command[] commands = [.. Signature.All.Select(row => new Command(row.Kind))];
        Trace trace = new(Machines.Toy, Era.V2637, DefectMode.Faithful, commands);
        Assert.Equal(trace, TraceReader.Read(TraceWriter.Write(trace)));
    }

    [Fact]
    public void Keeps_extreme_arguments()
    {
        PageSlice[] pages =
            [PageSlice.NullEntries(3), new(Operand.Named(7), 5, 1), new(Operand.Named(7), 0, 9)];
        Command[] commands =
        [
            new(CommandKind.VmallocNodeInner)
            {
                Name = TraceWords.MaxName, Size = ulong.MaxValue, Align = 1UL << 63,
                Gfp = (Gfp)uint.MaxValue, Prot = new(ulong.MaxValue), Node = 0, Cpu = 3,
                Fault = new(FaultSite.Any, FaultMode.Alternate, int.MaxValue),
                AlsoFault = new(FaultSite.Slab, FaultMode.Sticky, 0),
                Reading = new(FaultSite.Table, int.MaxValue),
            },
            new(CommandKind.Take) { Name = 7, Count = ulong.MaxValue },
            new(CommandKind.Vmap) { Name = 0, Pages = pages, Count = 1UL << 52 },
            new(CommandKind.Vfree) { Pointer = Operand.FromStart(ulong.MaxValue) },
            new(CommandKind.Vfree) { Pointer = Operand.Null with { Offset = 1UL << 63 } },
            new(CommandKind.GetVmAreaInner) { Flags = (VmFlags)0xffff_fff0, End = ulong.MaxValue },
            new(CommandKind.VmallocInner) { Gfp = Gfp.None },
        ];
        Machine machine = Machines.Find("smp")!;
        Trace trace = new(machine, Era.V2632, DefectMode.Fixed, commands);
        Assert.Equal(trace, TraceReader.Read(TraceWriter.Write(trace)));
    }

    [Fact]
    public void Writes_what_a_kernel_developer_reads()
    {
        Command[] commands =
        [
            new(CommandKind.VmallocInner) { Name = 0, Size = 8192, Gfp = Gfp.Nofs | Gfp.Zero },
            new(CommandKind.Take) { Name = 1, Count = 4 },
            new(CommandKind.Vmap)
            {
                Name = 2, Count = 5, Flags = VmFlags.Map, Prot = Pgprot.KernelExec,
                Pages = [new(Operand.Named(1), 0, 4), PageSlice.NullEntries(1)],
                Fault = new(FaultSite.Table, FaultMode.Once, 1),
                AlsoFault = new(FaultSite.Slab, FaultMode.Sticky, 0),
            },
            new(CommandKind.Vzalloc)
            {
                Name = 3, Size = 64, Cpu = 1, Reading = new(FaultSite.Any, 6),
            },
            new(CommandKind.Vfree) { Pointer = Operand.Named(0, unchecked(0UL - 16)), Cpu = 2 },
        ];
        string[] expected =
        [
            "p0 = __vmalloc(8192, GFP_NOFS|__GFP_ZERO, PAGE_KERNEL)",
            "f1 = take(4, -1)",
            "m2 = vmap([f1[0..3], NULL], 5, VM_MAP, PAGE_KERNEL_EXEC) "
                + "fail table once 1 fail slab sticky 0",
            "p3 = vzalloc(64) on cpu 1 list any 6",
            "vfree(p0-0x10) on cpu 2",
        ];
        Assert.Equal(expected, TraceWriter.Lines(commands));
    }

    /// <summary>One that is made behind its use is not one of these.</summary>
    [Fact]
    public void Keeps_the_letters_of_names_that_nothing_makes()
    {
        const string uses = "vfree(m8)\nvunmap(p8)\ngive_back([f9[0..1], r7[3]])\nvfree(d6+0x40)\n"
            + "vunmap(m1)\nm1 = vmap([f9[0]], 1, VM_MAP, PAGE_KERNEL)\n";
        string text = TraceWriter.Write(new(Machines.Toy, Era.V2632, DefectMode.Fixed, [])) + uses;
        Trace trace = TraceReader.Read(text);

        Assert.Equal(text, TraceWriter.Write(trace));
        Assert.Equal(Operand.Named(1), trace.Commands[4].Pointer);
    }

    [Theory]
    [InlineData("fail page once 1")]
    [InlineData("fail page once 1 fail slab sticky 0")]
    public void Reads_a_reading_before_the_faults_too_and_writes_it_behind_them(string faults)
    {
        string head = TraceWriter.Write(new(Machines.Toy, Era.V2632, DefectMode.Fixed, []));
        string written = $"{head}p0 = vmalloc(64) {faults} list page 2\n";
        Trace trace = TraceReader.Read($"{head}p0 = vmalloc(64) list page 2 {faults}\n");

        Assert.Equal(TraceReader.Read(written), trace);
        Assert.EndsWith($"vmalloc(64) {faults} list page 2\n", TraceWriter.Write(trace));
    }

    [Fact]
    public void Still_reads_when_any_one_command_is_deleted()
    {
        string[] lines = TraceWriter.Write(NamedTraces.Draw(5, Machines.Toy, 40)).Split('\n');
        for (int gone = 3; gone < lines.Length - 1; gone++)
        {
            string text = string.Join('\n', lines.Where((_, i) => i != gone));
            Assert.Equal(39, TraceReader.Read(text).Commands.Count);
        }
    }

    [Fact]
    public void Reads_comments_blanks_and_line_ends_of_any_kind()
    {
        Trace plain = NamedTraces.Draw(3, Machines.Tight64, 20);
        string[] lines = TraceWriter.Write(plain).Split('\n');
        string header = string.Join(" // end\r\n\r\n # a line\n", lines[..3]);
        string commands = string.Join(" ;\n", lines[3..^1])
            .Replace("(", "\t(/* a (comment) */ ", StringComparison.Ordinal);
        Assert.Equal(plain, TraceReader.Read(header + "\n" + commands));
    }

    [Fact]
    public void Cannot_hold_a_draft()
    {
        Trace draft = Generator.Draw(1, Machines.Toy, Era.V2632, DefectMode.Fixed, 50);
        Assert.Contains(draft.Commands, command => command.Pointer.IsDraft);
        ArgumentException error = Assert.Throws<ArgumentException>(() => TraceWriter.Write(draft));
        Assert.Contains("draft", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cannot_name_two_results_alike_or_a_result_that_is_none()
    {
        Command block = new(CommandKind.Vmalloc) { Name = 1 };
        Command free = new(CommandKind.Vfree) { Name = 2 };
        Assert.Throws<ArgumentException>(() => TraceWriter.Lines([block, block]));
        Assert.Throws<ArgumentException>(() => TraceWriter.Lines([free]));
    }
}
