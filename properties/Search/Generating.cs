// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

public sealed class Generating
{
    const int Traces = 600;
    const int Length = 60;

    [Fact]
    public void Is_a_function_of_its_arguments()
    {
        foreach (Machine machine in Machines.All)
        {
            Trace[] traces =
            [
                .. new ulong[] { 11, 11, 12 }.Select(seed => Generator.Draw(
                    seed, machine, Era.V2637, DefectMode.Faithful, Length)),
            ];
            Assert.Equal(traces[0], traces[1]);
            Assert.NotEqual(traces[0], traces[2]);
        }
    }

    [Fact]
    public void Begins_every_trace_with_a_block_of_a_few_pages_that_no_fault_refuses()
    {
        for (ulong seed = 0; seed < Traces; seed++)
        {
            Machine machine = NamedTraces.MachineOf(seed);
            Trace trace = Generator.Draw(seed, machine, Era.V2632, DefectMode.Fixed, Length);
            Assert.Equal(Length, trace.Commands.Count);
            Command first = trace.Commands[0];
            Assert.Equal(CommandKind.Vmalloc, first.Kind);
            Assert.InRange(first.Size, machine.PageSize, 6 * machine.PageSize);
            Assert.False(first.Fault.IsArmed);
            Assert.Equal(CommandKind.Take, trace.Commands[1].Kind);
        }
    }

    [Fact]
    public void Gives_every_result_a_name_of_its_own_and_nothing_else_one()
    {
        for (ulong seed = 0; seed < Traces; seed++)
        {
            IReadOnlyList<Command> commands = Commands(seed, Era.V2637);
            Assert.All(commands, command =>
                Assert.Equal(command.Signature.Product != Product.Nothing, command.Name >= 0));
            int[] names = [.. commands.Where(command => command.Name >= 0).Select(c => c.Name)];
            Assert.Equal(names.Length, names.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(Era.V2632)]
    [InlineData(Era.V2637)]
    public void Reaches_every_command_of_the_era_and_no_other(Era era)
    {
        IEnumerable<CommandKind> drawn =
            All(era).Select(command => command.Kind).Distinct().Order();
        IEnumerable<CommandKind> expected =
            Signature.All.Where(row => row.IsIn(era)).Select(row => row.Kind).Order();
        Assert.Equal(expected, drawn);
    }

    [Fact]
    public void Arms_faults_at_every_site_in_every_mode_early_and_late()
    {
        Fault[] faults = [.. All(Era.V2632).Select(c => c.Fault).Where(fault => fault.IsArmed)];
        Assert.Equal(12, faults.Select(fault => (fault.Site, fault.Mode)).Distinct().Count());
        Assert.Contains(faults, fault => fault.Index == 0);
        Assert.Contains(faults, fault => fault.Index > 64);
    }

    [Fact]
    public void Has_the_list_read_at_every_site_early_and_late_but_not_often()
    {
        Command[] all = [.. All(Era.V2632)];
        Reading[] readings = [.. all.Select(c => c.Reading).Where(reading => reading.IsArmed)];

        Assert.Equal(4, readings.Select(reading => reading.Site).Distinct().Count());
        Assert.Contains(readings, reading => reading.Index == 0);
        Assert.Contains(readings, reading => reading.Index > 8);
        Assert.InRange(readings.Length, all.Length / 1000, all.Length / 50);
    }

    /// <summary>Sizes are judged on machines where the places in question lie apart.</summary>
    [Theory]
    [InlineData("toy")]
    [InlineData("tight64")]
    [InlineData("numa")]
    public void Reaches_the_sizes_where_something_is_decided(string name)
    {
        Machine machine = Machines.Find(name)!;
        HashSet<ulong> sizes = [];
        for (ulong seed = 0; seed < Traces; seed++)
        {
            Trace trace = Generator.Draw(seed, machine, Era.V2632, DefectMode.Fixed, Length);
            sizes.UnionWith(trace.Commands
                .Where(command => command.Signature.Product is Product.Block or Product.Area)
                .Select(command => command.Size));
        }

        ulong page = machine.PageSize;
        ulong range = (machine.End - machine.Start) / page;
        ulong ram = (ulong)machine.TotalRam;
        ulong array = page / (ulong)machine.PointerBytes;
        ulong[] small = [0, 1 * page, page - 1, page + 1, 2 * page, (4 * page) + 1];
        ulong[] edges =
        [
            ram * page, (ram + 1) * page, (ram - 1) * page, (ram * page) + 1, (ram * page) - 1,
            range * page, (range - 1) * page, (range / 2) * page,
        ];
        ulong[] nesting = array + 2 < ram ? [array * page, (array + 1) * page] : [];
        ulong[] wrapping =
            unchecked([0UL - 1, 0 - page, 0 - page - 1, 0 - page + 1, 0 - (2 * page)]);
        ulong[] expected = [.. small, .. edges, .. nesting, .. wrapping];
        Assert.All(expected, size => Assert.Contains(size, sizes));
    }

    [Fact]
    public void Nests_the_pages_array_of_the_toy_machine_twice()
    {
        ulong page = Machines.Toy.PageSize;
        IEnumerable<ulong> sizes = Enumerable.Range(0, Traces).SelectMany(seed =>
            Generator.Draw((ulong)seed, Machines.Toy, Era.V2632, DefectMode.Fixed, Length).Commands
                .Where(command => command.Signature.Product == Product.Block)
                .Select(command => command.Size));
        ulong[] pages = [.. sizes.Where(size => size % page == 0).Select(size => size / page)];
        Assert.All<ulong>([8, 9, 64, 65], count => Assert.Contains(count, pages));
    }

    [Fact]
    public void Frees_what_must_not_be_freed_in_every_way()
    {
        Operand[] freed =
        [
            .. All(Era.V2632).Where(command => command.Kind == CommandKind.Vfree)
                .Select(command => command.Pointer),
        ];
        Assert.Contains(Operand.Null, freed);
        Assert.Contains(freed, p => p is { Base: OperandBase.Live, Of: Product.Block, Offset: 0 });
        Assert.Contains(freed, p => p.Base == OperandBase.Live && p.Offset % 64 != 0);
        Assert.Contains(freed, p =>
            p.Base == OperandBase.Live && p.Offset > 0 && p.Offset % 4096 == 0);
        Assert.Contains(freed, p => p.Base == OperandBase.Freed);
        Assert.Contains(freed, p => p is { Base: OperandBase.Live, Of: Product.Mapping });
        Assert.Contains(freed, p => p.Base == OperandBase.Start && p.Offset <= long.MaxValue);
        Assert.Contains(freed, p => p.Base == OperandBase.Start && p.Offset > long.MaxValue);
    }

    [Fact]
    public void Maps_taken_frames_aliases_of_blocks_and_null_entries()
    {
        PageSlice[] slices =
        [
            .. All(Era.V2632)
                .Where(command => command.Kind is CommandKind.Vmap or CommandKind.MapVmArea)
                .SelectMany(command => command.Pages),
        ];
        Assert.Contains(slices, slice => slice.IsNull);
        Assert.Contains(slices, slice => slice is { IsNull: false, First: > 0 });
        Assert.Contains(slices, slice => slice.Count > 8);
        Assert.All(slices, slice => Assert.True(slice.Count > 0));
    }

    [Theory]
    [InlineData(Gfp.Atomic)]
    [InlineData(Gfp.Noio | Gfp.Highmem)]
    [InlineData(Gfp.Nofs | Gfp.Highmem)]
    [InlineData(Gfp.Kernel)]
    [InlineData(Gfp.Kernel | Gfp.Highmem | Gfp.Zero)]
    [InlineData(Gfp.Kernel | Gfp.Dma)]
    [InlineData(Gfp.Kernel | Gfp.Dma32)]
    [InlineData(Gfp.Kernel | Gfp.Highmem | Gfp.Nowarn)]
    public void Asks_with_the_mask(Gfp mask) =>
        Assert.Contains(All(Era.V2632), command => command.Gfp == mask);

    [Fact]
    public void Stays_within_its_machine()
    {
        for (ulong seed = 0; seed < Traces; seed++)
        {
            Machine machine = NamedTraces.MachineOf(seed);
            Assert.All(Commands(seed, Era.V2637), command =>
            {
                Assert.InRange(command.Cpu, 0, machine.Online - 1);
                Assert.InRange(command.Node, -1, machine.Nodes - 1);
                Assert.InRange(command.End, 0UL, machine.End - machine.Start);
            });
        }
    }

    static IReadOnlyList<Command> Commands(ulong seed, Era era) => Generator.Draw(
        seed, NamedTraces.MachineOf(seed), era, DefectMode.Fixed, Length).Commands;

    static IEnumerable<Command> All(Era era) =>
        Enumerable.Range(0, Traces).SelectMany(seed => Commands((ulong)seed, era));
}
