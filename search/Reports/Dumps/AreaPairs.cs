// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Which area of a dump is which of another.</summary>
sealed class AreaPairs
{
    readonly List<(DumpedArea Old, DumpedArea Now)> kept = [];
    readonly List<(DumpedArea Old, DumpedArea Now)> moved = [];
    readonly List<DumpedArea> gone = [];
    readonly List<DumpedArea> appeared = [];

    AreaPairs(Dump before, Dump after, Func<DumpedArea, string?> shapeOf)
    {
        Dictionary<long, Queue<DumpedArea>> places = [];
        foreach (DumpedArea area in before.Areas)
        {
            QueueAt(places, area.Start).Enqueue(area);
        }

        foreach (DumpedArea area in after.Areas)
        {
            if (places.TryGetValue(area.Start, out Queue<DumpedArea>? olds)
                && olds.TryPeek(out DumpedArea? old) && MayBecome(old, area))
            {
                kept.Add((olds.Dequeue(), area));
            }
            else
            {
                appeared.Add(area);
            }
        }

        gone.AddRange(places.Values.SelectMany(static left => left));
        PairMoved(shapeOf);
    }

    /// <summary>Areas with the same start.</summary>
    public IReadOnlyList<(DumpedArea Old, DumpedArea Now)> Kept => kept;

    /// <summary>Areas that differ in nothing but their place.</summary>
    public IReadOnlyList<(DumpedArea Old, DumpedArea Now)> Moved => moved;

    public IReadOnlyList<DumpedArea> Gone => gone;

    public IReadOnlyList<DumpedArea> Appeared => appeared;

    /// <summary>In one run an area has moved when the same frames lie behind it.</summary>
    public static AreaPairs OfOneRun(Dump before, Dump after) => new(
        before, after,
        static area => area.Maps is { } maps ? $"{Shape(area)} {maps.Frames}" : null);

    /// <summary>In two runs an area that looks the same may have been put elsewhere.</summary>
    public static AreaPairs OfTwoRuns(Dump before, Dump after) => new(before, after, Shape);

    /// <summary>What was freed does not live again: its place was given to another.</summary>
    static bool MayBecome(DumpedArea old, DumpedArea now) =>
        old.State is not (DumpedAreaState.Lazy or DumpedAreaState.Purging)
        || now.State is DumpedAreaState.Lazy or DumpedAreaState.Purging;

    static string Shape(DumpedArea area) =>
        $"{area.Bytes} {area.StateText} {(int)area.Flags} {area.Pages}";

    static Queue<DumpedArea> QueueAt<T>(Dictionary<T, Queue<DumpedArea>> queues, T key)
        where T : notnull
    {
        if (!queues.TryGetValue(key, out Queue<DumpedArea>? queue))
        {
            queues[key] = queue = new Queue<DumpedArea>();
        }

        return queue;
    }

    void PairMoved(Func<DumpedArea, string?> shapeOf)
    {
        Dictionary<string, Queue<DumpedArea>> shapes = [];
        foreach (DumpedArea area in gone)
        {
            QueueAt(shapes, shapeOf(area) ?? "").Enqueue(area);
        }

        foreach (DumpedArea area in appeared)
        {
            if (shapeOf(area) is { } shape
                && shapes.TryGetValue(shape, out Queue<DumpedArea>? olds)
                && olds.TryDequeue(out DumpedArea? old))
            {
                moved.Add((old, area));
            }
        }

        HashSet<DumpedArea> settled = new(
            moved.SelectMany(static pair => new[] { pair.Old, pair.Now }),
            ReferenceEqualityComparer.Instance);
        gone.RemoveAll(settled.Contains);
        appeared.RemoveAll(settled.Contains);
    }
}
