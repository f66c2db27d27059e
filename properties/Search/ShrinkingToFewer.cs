// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What leaving out alone cannot shorten: many small steps that add up.</summary>
public sealed class ShrinkingToFewer
{
    const ulong Page = 4096;

    /// <summary>A vmalloc that fails when 20 pages are taken, or by a fault of its own.</summary>
    [Fact]
    public void Lets_a_fault_stand_for_all_that_took_the_memory()
    {
        Assert.Equal(
            ["p0 = vmalloc(4096) fail page once 0"],
            Lines(Requests(12, new(CommandKind.Vmalloc) { Name = 50, Size = Page }), trace =>
                trace.Commands[^1] is { Kind: CommandKind.Vmalloc, Name: 50 or 0 } last
                && (last.Fault.Site == FaultSite.Page || Pages(trace) > 20)));
    }

    [Fact]
    public void Lets_one_request_stand_for_many_that_fill_the_range() =>
        Assert.Equal(
            ["p0 = vmalloc(86016)", "vm_unmap_aliases()"],
            Lines(Requests(12, new(CommandKind.VmUnmapAliases)), trace =>
                trace.Commands[^1].Kind == CommandKind.VmUnmapAliases && Pages(trace) > 20));

    /// <summary>A block of so many pages is not to be had: a range without pages is.</summary>
    [Fact]
    public void Takes_a_range_where_memory_is_too_small_for_a_block() =>
        Assert.Equal(
            ["a0 = get_vm_area(86016, VM_MAP)", "vm_unmap_aliases()"],
            Lines(Requests(12, new(CommandKind.VmUnmapAliases)), trace =>
                trace.Commands[^1].Kind == CommandKind.VmUnmapAliases && Pages(trace) > 20
                && !trace.Commands.Any(command => command.Kind == CommandKind.Vmalloc
                    && command.Size > 5 * Page)));

    [Fact]
    public void Adds_up_frames_that_are_taken() =>
        Assert.Equal(
            ["f0 = take(15, -1)", "vm_unmap_aliases()"],
            Lines(
                [
                    .. Enumerable.Range(0, 6).Select(name => new Command(CommandKind.Take)
                    {
                        Name = name, Count = 3,
                    }),
                    new(CommandKind.VmUnmapAliases),
                ],
                trace => trace.Commands[^1].Kind == CommandKind.VmUnmapAliases
                    && trace.Commands.Sum(command => (int)command.Count) > 14));

    static Command[] Requests(int count, Command last) =>
    [
        .. Enumerable.Range(0, count).Select(name => new Command(CommandKind.Vmalloc)
        {
            Name = name, Size = 2 * Page,
        }),
        last,
    ];

    static ulong Pages(Trace trace) => trace.Commands
        .Aggregate(0UL, (sum, command) => sum + command.Size / Page);

    static IReadOnlyList<string> Lines(Command[] commands, Func<Trace, bool> fails)
    {
        Trace trace = new(Machines.Find("small")!, Era.V2632, DefectMode.Fixed, commands);
        Shrunk shrunk = new Shrinker(candidate => fails(candidate)
            ? new Symptom("adds up", candidate.Commands.Count - 1) : null)
        {
            MaxRuns = 2000,
        }.Shrink(trace)!;

        Assert.True(shrunk.IsFinished);
        return [.. TraceWriter.Lines(shrunk.Trace.Commands)];
    }
}
