// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes about when the lazy purge runs, what it counts and what it flushes.</summary>
static class DoctoredPurges
{
    public static readonly Doctored[] All =
    [
        new(nameof(PurgeLaws.LazyCounterIsTheSum),
            DoctoredCalls.Freed,
            static script => script[1].LazyError = 1),
        new(nameof(PurgeLaws.TheMarkIsKept),
            CrossesTheMark,
            static script => script.Rewrite(DoctoredCalls.Freed)),
        new(nameof(PurgeLaws.EmptyPurgesDoNotFlush),
            static script =>
            {
                DoctoredAreas.Purged(script);
                script.UnmapAliases();
            },
            static script => script[3].Events.Insert(1, new Event(
                EventKind.TlbFlush, 0, 1, 0, Gfp.None, 0, ulong.MaxValue, 0))),
        new(nameof(PurgeLaws.DescriptorsOutliveAGracePeriod),
            DoctoredAreas.Purged,
            static script => script[2].DropLast(EventKind.SlabFree)),
        new(nameof(PurgeLaws.NoPurgeBelowTheMark),
            DoctoredCalls.Freed,
            static script => script.Rewrite(static other =>
            {
                Scripted block = other.Vmalloc(1);
                other.Vfree(block);
                other.Purge(other.Last, block);
            })),
        new(nameof(PurgeLaws.NoPurgeWhileAHoleFits),
            static script =>
            {
                DoctoredCalls.Freed(script);
                script.Vmalloc(1);
            },
            static script => script.Rewrite(static other =>
            {
                Scripted block = other.Vmalloc(1);
                other.Vfree(block);
                other.Vmalloc(1);
                PurgeFirst(other, block);
            })),
        new(nameof(PurgeLaws.NoRefusalWhileAHoleFits),
            DoctoredCalls.FailsForWantOfSpace,
            static script =>
                script.Machine = script.Machine with { End = script.Machine.Start + 0x1ffff }),
        new(nameof(PurgeLaws.OneFlushPerPurge),
            DoctoredAreas.Purged,
            static script => script[2].Events.Insert(
                1, script[2].Events.First(static e => e.Kind == EventKind.TlbFlush))),
        new(nameof(PurgeLaws.NoFlushOutsideAPurge),
            DoctoredAreas.Purged,
            static script => script[1].Add(
                EventKind.TlbFlush, script.Machine.Start, script.Machine.Start + 0x2000, 1)),
    ];

    /// <summary>A free of two pages on a machine whose mark is one: it purges at once.</summary>
    public static void CrossesTheMark(Script script)
    {
        script.Machine = script.Machine with { LazyMax = 1 };
        Scripted block = script.Vmalloc(1);
        script.Vfree(block);
        script.Purge(script.Last, block);
    }

    /// <summary>Moves a purge of a freed area to the beginning of the last step.</summary>
    public static void PurgeFirst(Script script, Scripted freed)
    {
        Event[] rest = [.. script.Last.Events];
        script.Last.Events.Clear();
        script.Purge(script.Last, freed);
        script.Last.Events.AddRange(rest);
    }
}
