// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>Objects that kmemleak knows otherwise.</summary>
static class KmemleakChanges
{
    const string Subject = "kmemleak";

    public static IEnumerable<DumpChange> Of(
        IReadOnlyList<DumpedObject>? before, IReadOnlyList<DumpedObject>? after)
    {
        if ((before is null) != (after is null))
        {
            return [DumpChange.Of(
                DumpChangeKind.Kmemleak, Subject, before is null ? "off -> on" : "on -> off")];
        }

        ILookup<long, DumpedObject> old = (before ?? []).ToLookup(static one => one.Address);
        ILookup<long, DumpedObject> now = (after ?? []).ToLookup(static one => one.Address);
        return old.Select(static one => one.Key).Union(now.Select(static one => one.Key)).Order()
            .Where(at => !old[at].SequenceEqual(now[at]))
            .Select(at => DumpChange.Of(
                DumpChangeKind.Kmemleak, Subject,
                AddressText.FromStart(at) + Becomes([.. old[at]], [.. now[at]])));
    }

    static string Becomes(DumpedObject[] was, DumpedObject[] now) => (was, now) switch
    {
        ([], [var one]) => $" registered: {one.Size} bytes, min_count {one.MinCount}",
        ([_], []) => " forgotten",
        ([var one], [var other]) => string.Concat(
            one.Size == other.Size ? "" : $" {one.Size} -> {other.Size} bytes",
            one.MinCount == other.MinCount ? ""
                : $" min_count {one.MinCount} -> {other.MinCount}"),
        _ => $" {was.Length} -> {now.Length} objects",
    };
}
