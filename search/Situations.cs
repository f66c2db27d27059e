// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Ready-made openings that a long trace may have come to in a roundabout way: memory or address
/// space that is out, a mark that is crossed, a freed range, a TLB that remembers. What breaks the
/// same law in one of them is easier to understand, though not always the same defect.
/// </summary>
static class Situations
{
    static readonly Command free = new(CommandKind.Vfree) { Pointer = Operand.Named(0) };

    static readonly Command purge = new(CommandKind.VmUnmapAliases);

    static readonly Fault[] faults =
    [
        .. Once(FaultSite.Page, 0, 1, 2, 4, 8, 16),
        .. Once(FaultSite.Slab, 0, 1, 2, 3, 4, 5),
        .. Once(FaultSite.Table, 0, 1, 2, 3),
    ];

    /// <summary>The last command, or one that may do as well, in each of them.</summary>
    public static IEnumerable<Trace> Of(Trace trace) =>
        Faulted(trace)
            .Concat(Alone(trace).Select(command => Of(trace, command)))
            .Concat(Purged(trace))
            .Concat(Filled(trace))
            .Concat(trace.Era is Era.V2639 or Era.V30 ? PassedOver(trace) : [])
            .Concat(trace.Commands.Any(static one => one.Kind == CommandKind.VmMapRam)
                ? OfParts(trace) : [])
            .Concat(trace.Commands
                .Where(static one => one.Kind is CommandKind.Read or CommandKind.Write)
                .SelectMany(access => Remembered(trace, access)));

    /// <summary>A range of so many pages, its guard page among them.</summary>
    public static Command Range(int name, ulong pages, Machine machine) =>
        new(CommandKind.GetVmArea)
        {
            Name = Math.Max(name, 0), Flags = VmFlags.Map,
            Size = unchecked((pages - 1) << machine.PageShift),
        };

    /// <summary>What a request takes of the range, its guard page included.</summary>
    public static ulong Pages(Command request, Machine machine) => unchecked(1 + (
        request.Kind == CommandKind.Vmap ? request.Count
            : machine.PageAlign(request.Size) >> machine.PageShift));

    /// <summary>
    /// The same, with the pages arrays that lie in the range too, and those of the arrays; behind
    /// each the gap of a page that the search for addresses left until 3.0.
    /// </summary>
    public static ulong AllPages(Command request, Machine machine, Era era)
    {
        ulong gap = era < Era.V30 ? 1UL : 0;
        ulong total = unchecked(Pages(request, machine) + gap);
        ulong pages = unchecked(Pages(request, machine) - 1);
        bool hasArray = request.Signature.Product == Product.Block && pages <= (ulong)machine.Frames;
        while (hasArray && pages * (ulong)machine.PointerBytes > machine.PageSize)
        {
            pages = machine.PageAlign(pages * (ulong)machine.PointerBytes) >> machine.PageShift;
            total += pages + 1 + gap;
        }

        return total;
    }

    /// <summary>At least 1, whatever there is.</summary>
    public static ulong RangePages(Machine machine) =>
        Math.Max((machine.End - machine.Start) >> machine.PageShift, 1);

    /// <summary>It fails by a fault, instead of for want of what others took.</summary>
    static IEnumerable<Trace> Faulted(Trace trace)
    {
        Trace alone = Dependencies.Slice(trace, 1, users: false);
        return faults.Select(fault => alone with
        {
            Commands = [.. alone.Commands.SkipLast(1), trace.Commands[^1] with { Fault = fault }],
        });
    }

    /// <summary>At an address that nobody owns, of extreme size or alignment.</summary>
    static IEnumerable<Command> Alone(Trace trace)
    {
        Command last = trace.Commands[^1];
        Machine machine = trace.Machine;
        ulong all = RangePages(machine);
        if (last.Signature.Takes(Param.Pointer))
        {
            yield return last with { Pointer = Operand.FromStart(0) };
        }

        if (last.Signature.Takes(Param.Align))
        {
            yield return last with { Align = machine.PageSize << 7 };
        }

        if (last.Signature.Takes(Param.Size) && last.Name >= 0)
        {
            foreach (ulong pages in new[] { all - 1, all / 2, 1UL << machine.Levels.Pte })
            {
                yield return last with { Size = pages << machine.PageShift };
            }
        }

        yield return Range(0, all / 2, machine) with { Flags = VmFlags.Ioremap };
    }

    /// <summary>
    /// A range that needs the purge of another, a purge of one freed range, and a free that crosses
    /// the mark, or just does not: then that of its pages array does.
    /// </summary>
    static IEnumerable<Trace> Purged(Trace trace)
    {
        Machine machine = trace.Machine;
        foreach (ulong pages in Around(RangePages(machine)))
        {
            Command range = Range(1, pages, machine);
            yield return Of(trace, range);
            yield return Of(trace, Abandoned, range);
        }

        yield return Of(trace, Abandoned, purge);
        ulong mark = MarkPages(machine);
        yield return Of(trace, Block(0, mark << machine.PageShift), free);
        yield return Of(trace, Block(0, Math.Max(mark, 3) - 2 << machine.PageShift), free);
        yield return Of(trace, Block(0, 1), free, purge);
        foreach (ulong pages in Around((ulong)machine.LazyMax))
        {
            yield return Of(trace, Range(0, pages, machine), free);
        }
    }

    /// <summary>A block without its page: its range waits for a purge.</summary>
    static Command Abandoned =>
        Block(0, 1) with { Fault = new(FaultSite.Page, FaultMode.Once, 0) };

    /// <summary>
    /// Besides one range that leaves it the space it needs, or a page more or less, in front of
    /// that range or behind it.
    /// </summary>
    static IEnumerable<Trace> Filled(Trace trace)
    {
        Command last = trace.Commands[^1];
        ulong wanted = Pages(last, trace.Machine);
        ulong all = RangePages(trace.Machine);
        int name = trace.Commands.Max(static command => command.Name) + 1;
        return last.Name < 0 || wanted < 2 || wanted >= all - 1 ? []
            : from pages in Around(all - wanted)
              let range = Range(name, pages, trace.Machine)
              from filler in new[]
              {
                  range, From(range, wanted, trace.Machine), From(range, wanted - 1, trace.Machine),
              }
              from request in new[] { last, Range(last.Name, wanted, trace.Machine) }
              select Of(trace, filler, request);
    }

    static Command Freed(int name) =>
        new(CommandKind.FreeVmArea) { Pointer = Operand.Named(name) };

    /// <summary>
    /// Besides two ranges that leave it a hole below both, which the larger one was too large for:
    /// what the search cache remembers of that. The two take nearly all of the rest; the smaller one
    /// may wait for a purge.
    /// </summary>
    static IEnumerable<Trace> PassedOver(Trace trace)
    {
        Command last = trace.Commands[^1];
        Machine machine = trace.Machine;
        ulong wanted = Pages(last, machine);
        ulong all = RangePages(machine);
        int name = trace.Commands.Max(static command => command.Name) + 1;
        return last.Name < 0 || wanted < 2 || wanted >= all - 8 ? []
            : from hole in new[] { wanted, wanted + 1 }
              from pages in new[] { all - hole - 2, all - hole - 3 }
              from request in new[] { last, Range(last.Name, wanted, machine) }
              let small = From(Range(name, 2, machine), hole, machine)
              let large = Range(name + 1, pages, machine)
              from before in new Command[][] { [small, large], [small, large, Freed(name)] }
              select Of(trace, [.. before, request]);
    }

    /// <summary>
    /// A CPU touches a block whose free crosses the mark; where none can, a purge follows it.
    /// </summary>
    static IEnumerable<Trace> Remembered(Trace trace, Command access)
    {
        Command block = Block(0, MarkPages(trace.Machine) << trace.Machine.PageShift);
        Command touch = access with { Pointer = Operand.Named(0) };
        yield return Of(trace, block, touch, free);
        yield return Of(trace, Block(0, 1), touch, free, purge);
    }

    /// <summary>
    /// Parts of per-CPU blocks, given back at once for want of a page: one that a purge finds, a
    /// block that two of them use up, two blocks that have room, found by a purge or by one more,
    /// and one after the other, each in a block of its own.
    /// </summary>
    static IEnumerable<Trace> OfParts(Trace trace)
    {
        int most = trace.Machine.VmapMaxAlloc;
        yield return Of(trace, Part(0, 1), Part(1, 1));
        yield return Of(trace, Part(0, 1), purge);
        yield return Of(trace, Part(0, most), Part(1, most));
        yield return Of(trace, Part(0, most), Part(1, most), purge);
        yield return Of(trace, Part(0, 1), Part(1, most), Part(2, most), purge);
        yield return Of(trace, Part(0, 1), Part(1, most), Part(2, most), Part(3, 1));
        Machine single = trace.Machine with { Cpus = 1, Online = 1, Nodes = 1 };
        yield return Of(
            trace with { Machine = single },
            Range(0, 2, single), Part(1, 1), purge, Part(2, 1), purge, Part(3, 1));
    }

    static Command Part(int name, int pages) => new(CommandKind.VmMapRam)
    {
        Name = name, Pages = [PageSlice.NullEntries(pages)], Count = (ulong)pages,
    };

    /// <summary>The same range from so many pages on.</summary>
    public static Command From(Command range, ulong pages, Machine machine) => range with
    {
        Kind = CommandKind.GetVmAreaInner, Start = pages << machine.PageShift,
        End = machine.End - machine.Start,
    };

    public static Command Block(int name, ulong size) =>
        new(CommandKind.Vmalloc) { Name = name, Size = size };

    /// <summary>Enough to cross the mark, if memory has it.</summary>
    static ulong MarkPages(Machine machine) =>
        (ulong)Math.Clamp(machine.LazyMax + 1, 1, Math.Max(machine.TotalRam / 2, 1));

    static IEnumerable<ulong> Around(ulong pages) =>
        new[] { pages, pages + 1, unchecked(pages - 1) }
            .Where(static number => number is > 1 and < 1UL << 32);

    static Trace Of(Trace trace, params Command[] commands) => trace with { Commands = commands };

    static IEnumerable<Fault> Once(FaultSite site, params int[] visits) =>
        visits.Select(visit => new Fault(site, FaultMode.Once, visit));
}
