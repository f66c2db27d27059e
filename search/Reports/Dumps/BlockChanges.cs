// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Per-CPU blocks that came, went or hold otherwise.</summary>
static class BlockChanges
{
    const string Subject = "vmap_block";

    public static IEnumerable<DumpChange> Of(
        IReadOnlyList<DumpedBlock> before, IReadOnlyList<DumpedBlock> after)
    {
        ILookup<long, DumpedBlock> old = before.ToLookup(static one => one.Start);
        ILookup<long, DumpedBlock> now = after.ToLookup(static one => one.Start);
        return old.Select(static one => one.Key).Union(now.Select(static one => one.Key)).Order()
            .Where(at => !old[at].SequenceEqual(now[at]))
            .Select(at => DumpChange.Of(
                DumpChangeKind.Block, Subject,
                $"{AddressText.FromStart(at)} {Becomes([.. old[at]], [.. now[at]])}"));
    }

    static string Becomes(DumpedBlock[] was, DumpedBlock[] now) => (was, now) switch
    {
        ([], [var one]) => $"new: {one.Text}",
        ([_], []) => "gone",
        ([var one], [var other]) => string.Join(", ", Parts(one, other)),
        _ => $"{was.Length} -> {now.Length} blocks",
    };

    static IEnumerable<string> Parts(DumpedBlock was, DumpedBlock now)
    {
        if (was.Cpu != now.Cpu)
        {
            yield return $"cpu {was.Cpu} -> {now.Cpu}";
        }

        if (was.Free != now.Free)
        {
            yield return $"{was.Free} -> {now.Free} free";
        }

        if (was.Dirty != now.Dirty)
        {
            yield return $"{was.Dirty} -> {now.Dirty} dirty";
        }

        if (was.IsQueued != now.IsQueued)
        {
            yield return now.IsQueued ? "on its queue" : "off its queue";
        }
    }
}
