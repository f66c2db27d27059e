// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// How each call stands with the rules its caller has to keep, before it is made.
/// </summary>
public sealed class DutiesOfTheCaller
{
    const Legality Legal = Legality.Legal;
    const Legality Illegal = Legality.Illegal;
    const Legality NoEffect = Legality.NoEffect;
    const Legality Undefined = Legality.Undefined;
    const Legality Forbidden = Legality.Forbidden;

    [Theory]
    [InlineData(CommandKind.Vfree, NoEffect)]
    [InlineData(CommandKind.Vunmap, NoEffect)]
    [InlineData(CommandKind.RemoveVmArea, NoEffect)]
    [InlineData(CommandKind.FreeVmArea, Undefined)]
    public void Freeing_NULL(CommandKind kind, Legality expected) =>
        Stands(expected, static script => script.Vmalloc(1), new Command(kind));

    [Theory]
    [InlineData(CommandKind.Vfree, 0, Legal)]
    [InlineData(CommandKind.Vfree, 1, Illegal)]
    [InlineData(CommandKind.Vfree, 0x1000, Illegal)]
    [InlineData(CommandKind.Vfree, 0x8000, Illegal)]
    [InlineData(CommandKind.Vunmap, 0, Illegal)]
    [InlineData(CommandKind.RemoveVmArea, 0, Undefined)]
    [InlineData(CommandKind.RemoveVmArea, 0x1000, NoEffect)]
    [InlineData(CommandKind.FreeVmArea, 0, Undefined)]
    [InlineData(CommandKind.Drop, 0, Legal)]
    [InlineData(CommandKind.Read, 0x1fff, Legal)]
    [InlineData(CommandKind.Read, 0x2000, Undefined)]
    [InlineData(CommandKind.VmallocAreaInner, 0, Undefined)]
    public void Touching_a_block_of_two_pages(CommandKind kind, ulong offset, Legality expected) =>
        Stands(
            expected, static script => script.Vmalloc(1),
            new Command(kind) { Pointer = Operand.Named(0, offset) });

    [Theory]
    [InlineData(CommandKind.Vfree, Legal)]
    [InlineData(CommandKind.Vunmap, Legal)]
    [InlineData(CommandKind.RemoveVmArea, Legal)]
    [InlineData(CommandKind.FreeVmArea, Legal)]
    [InlineData(CommandKind.Drop, Undefined)]
    [InlineData(CommandKind.VmallocAreaInner, Legal)]
    public void Touching_a_reserved_area(CommandKind kind, Legality expected) =>
        Stands(
            expected, static script => script.Reserve(1),
            new Command(kind) { Pointer = Operand.Named(0) });

    [Theory]
    [InlineData(CommandKind.Vfree, Illegal)]
    [InlineData(CommandKind.Vunmap, Illegal)]
    [InlineData(CommandKind.RemoveVmArea, NoEffect)]
    [InlineData(CommandKind.FreeVmArea, Undefined)]
    [InlineData(CommandKind.Write, Undefined)]
    [InlineData(CommandKind.Drop, Undefined)]
    public void Touching_what_was_freed(CommandKind kind, Legality expected) =>
        Stands(expected, DoctoredCalls.Freed, new Command(kind) { Pointer = Operand.Named(0) });

    [Fact]
    public void Freeing_the_pages_array_of_another_block() =>
        Stands(
            Undefined, DoctoredArrays.Nested,
            new Command(CommandKind.Vfree) { Pointer = Operand.FromStart(11 * 64) });

    [Fact]
    public void Writing_into_the_pages_array_of_another_block() =>
        Stands(
            Undefined, DoctoredArrays.Nested,
            new Command(CommandKind.Vwrite) { Pointer = Operand.Named(0), Size = 13 * 64 });

    [Fact]
    public void Freeing_a_block_whose_pages_are_mapped_elsewhere() =>
        Stands(Undefined, Aliased, new Command(CommandKind.Vfree) { Pointer = Operand.Named(0) });

    [Fact]
    public void Giving_back_frames_that_are_still_mapped() =>
        Stands(Undefined, static script => script.Vmap(0, script.Take(2)), GiveBack(0, 2));

    [Theory]
    [InlineData(0, 2, Legal)]
    [InlineData(0, 3, Undefined)]
    [InlineData(0, 0, Undefined)]
    public void Giving_back_frames(int first, int count, Legality expected) =>
        Stands(expected, static script => script.Take(2), GiveBack(first, count));

    [Theory]
    [InlineData(0, Undefined)]
    [InlineData(1, Legal)]
    [InlineData(3, Undefined)]
    [InlineData(0x10000, Legal)]
    public void Asking_for_an_alignment(ulong align, Legality expected) =>
        Stands(
            expected, static _ => { },
            new Command(CommandKind.VmallocNodeInner) { Size = 4096, Align = align });

    [Theory]
    [InlineData(0, Legal)]
    [InlineData(ulong.MaxValue, Legal)]
    [InlineData(ulong.MaxValue - 0x1fff, Legal)]
    [InlineData(ulong.MaxValue - 0x1ffe, Forbidden)]
    [InlineData(ulong.MaxValue - 0xfff, Forbidden)]
    [InlineData(ulong.MaxValue - 0xffe, Legal)]
    public void Reserving_a_size_whose_guard_page_wraps(ulong size, Legality expected) =>
        Stands(expected, static _ => { }, new Command(CommandKind.GetVmArea) { Size = size });

    [Fact]
    public void Calling_what_the_era_does_not_have()
    {
        Stands(Undefined, static _ => { }, new Command(CommandKind.Vzalloc) { Size = 4096 });
        Stands(
            Legal, static script => script.Era = Era.V2637,
            new Command(CommandKind.Vzalloc) { Size = 4096 });
    }

    [Theory]
    [InlineData(0, -1, Legal)]
    [InlineData(1, -1, Undefined)]
    [InlineData(-1, -1, Undefined)]
    [InlineData(0, 0, Legal)]
    [InlineData(0, 1, Undefined)]
    [InlineData(0, -2, Undefined)]
    public void Running_on_a_CPU_for_a_node(int cpu, int node, Legality expected) =>
        Stands(
            expected, static _ => { },
            new Command(CommandKind.VmallocNode) { Size = 4096, Cpu = cpu, Node = node });

    [Theory]
    [InlineData(CommandKind.Vmallocinfo, Undefined)]
    [InlineData(CommandKind.Interrupt, Legal)]
    [InlineData(CommandKind.Vfree, Forbidden)]
    [InlineData(CommandKind.Vunmap, Forbidden)]
    [InlineData(CommandKind.Vmap, Forbidden)]
    [InlineData(CommandKind.GetVmArea, Forbidden)]
    public void Calling_in_interrupt_context(CommandKind kind, Legality expected) =>
        Stands(
            expected,
            static script => script.Call(new Command(CommandKind.Interrupt) { Value = 1 }),
            new Command(kind));

    static Command GiveBack(int first, int count) => new(CommandKind.GiveBack)
    {
        Pages = [new PageSlice(Operand.Named(0), first, count)],
    };

    /// <summary>A block, and a vmap of its page.</summary>
    static void Aliased(Script script)
    {
        Scripted block = script.Vmalloc(1);
        script.Vmap(block.Name, block.Frames);
    }

    /// <summary>
    /// A call that is not made counts as refused; one that is made tells its standing.
    /// </summary>
    internal static void Stands(Legality expected, Action<Script> before, Command command)
    {
        var script = new Script();
        before(script);
        int made = script.Trace.Commands.Count;
        script.Call(command);
        var stood = Undefined;
        var checker = new Checker(new ScriptedTarget(script), [])
        {
            Observer = (ledger, step) => stood = step.Index == made ? ledger.Legality : stood,
        };

        checker.Run(script.Trace);

        Assert.Equal(expected, stood);
        Assert.Equal(expected == Undefined ? 1 : 0, checker.Refused);
    }
}
