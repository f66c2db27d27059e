// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// Finds out which frame of one run stands where which frame of another does: the first page that
/// maps a frame of either decides.
/// </summary>
sealed class FrameMatch
{
    readonly Dictionary<int, int> firstOf = [];
    readonly HashSet<int> matched = [];
    int fresh;

    /// <summary>
    /// The second dump with the frame numbers of the first; strangers come behind.
    /// </summary>
    public static Dump Renamed(Dump before, Dump after)
    {
        FrameMatch match = new() { fresh = 1 + Largest(before) };
        foreach ((Piece old, Piece now) in Pieces.Overlaid(before, after))
        {
            if (old.Frames is { } was && now.Frames is { } becomes)
            {
                match.Pair(was.Numbers, becomes.Numbers);
            }
        }

        foreach ((DumpedArea old, DumpedArea now) in AreaPairs.OfTwoRuns(before, after).Moved)
        {
            match.Pair(Frames(old), Frames(now));
        }

        // What no page maps any more may still be cached.
        foreach ((DumpedTlbEntry old, DumpedTlbEntry now) in before.Tlb.Join(
            after.Tlb, static one => (one.Cpu, one.Address), static one => (one.Cpu, one.Address),
            static (one, other) => (one, other)))
        {
            match.Pair([old.Frame], [now.Frame]);
        }

        return after with
        {
            Areas = [.. after.Areas.Select(match.Renamed)],
            Tlb = [.. after.Tlb.Select(entry => entry with { Frame = match.Name(entry.Frame) })],
        };
    }

    static int Largest(Dump dump) => dump.Areas.SelectMany(Frames)
        .Concat(dump.Tlb.Select(static entry => entry.Frame)).DefaultIfEmpty(-1).Max();

    static IEnumerable<int> Frames(DumpedArea area) => area.Maps?.Frames.Numbers ?? [];

    /// <summary>The frames behind as many pages, in their order.</summary>
    void Pair(IEnumerable<int> olds, IEnumerable<int> nows)
    {
        foreach ((int was, int becomes) in olds.Zip(nows))
        {
            if (!matched.Contains(was) && firstOf.TryAdd(becomes, was))
            {
                matched.Add(was);
            }
        }
    }

    DumpedArea Renamed(DumpedArea area) => area.Maps is not { } maps ? area : area with
    {
        Maps = maps with { Frames = FrameRuns.Joined(maps.Frames.Numbers.Select(Name)) },
    };

    int Name(int frame)
    {
        if (!firstOf.TryGetValue(frame, out int name))
        {
            name = fresh++;
            firstOf.Add(frame, name);
        }

        return name;
    }
}
