// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Areas that came, went or are otherwise.</summary>
static class AreaChanges
{
    public static IEnumerable<DumpChange> Of(AreaPairs pairs) =>
    [
        .. pairs.Gone.Select(static area => Of(
            DumpChangeKind.AreaGone, area, $"area gone: {area.StateText}{Described(area)}")),
        .. pairs.Appeared.Select(static area => Of(
            DumpChangeKind.AreaAppeared, area,
            $"new area: {area.StateText}{Described(area)}{Joined(FreeOf(area))}")),
        .. pairs.Moved.Select(static pair => Of(
            DumpChangeKind.AreaMoved, pair.Now,
            $"area moved here from {AddressText.FromStart(pair.Old.Start)}")),
        .. pairs.Kept.SelectMany(static pair => Of(pair.Old, pair.Now)),
        .. pairs.Moved.SelectMany(static pair => Of(pair.Old, pair.Now)),
    ];

    static DumpChange Of(DumpChangeKind kind, DumpedArea area, string text) =>
        DumpChange.Of(kind, area.Start, area.End, text);

    static IEnumerable<DumpChange> Of(DumpedArea old, DumpedArea now)
    {
        bool hasState = old.StateText != now.StateText;
        string frames = FramesOf(old, now);
        if (hasState)
        {
            yield return Of(
                DumpChangeKind.AreaState, now, $"area {old.StateText} -> {now.StateText}"
                    + (old.Descriptor.Length == 0 ? Described(now) : "") + Joined(frames));
        }

        if (old.Bytes != now.Bytes)
        {
            yield return Of(
                DumpChangeKind.AreaSize, now,
                (now.Bytes > old.Bytes ? "area grew, was " : "area shrank, was ")
                    + SizeText.Readable(old.Bytes));
        }

        if (!hasState && old.Descriptor != now.Descriptor)
        {
            yield return Of(
                DumpChangeKind.AreaDescriptor, now, $"area: {DescriptorOf(old, now)}");
        }

        if (!hasState && frames.Length > 0)
        {
            yield return Of(DumpChangeKind.AreaFrames, now, $"area: {frames}");
        }
    }

    /// <summary>An array with an address tells VM_VPAGES too.</summary>
    static DumpedArea Short(DumpedArea area) =>
        area.ArrayAt is null ? area : area with { Flags = area.Flags & ~VmFlags.Vpages };

    static string Described(DumpedArea area) => Short(area).Descriptor;

    static string DescriptorOf(DumpedArea old, DumpedArea now)
    {
        List<string> parts = [];
        Add("", Kind(Short(old)), Kind(Short(now)));
        Add("pages=", Pages(old), Pages(now));
        Add("array=", old.Array, now.Array);
        if (old.VmSize is not null || now.VmSize is not null)
        {
            Add("vm_struct.size=", SizeText.Of(SizeOf(old)), SizeText.Of(SizeOf(now)));
        }

        return string.Join(", ", parts);

        void Add(string what, string was, string becomes)
        {
            if (was != becomes)
            {
                parts.Add(what + (was.Length == 0 ? becomes
                    : becomes.Length == 0 ? $"{was} gone" : $"{was} -> {becomes}"));
            }
        }
    }

    static ulong SizeOf(DumpedArea area) => area.VmSize ?? area.Bytes;

    static string Pages(DumpedArea area) => area.Pages == 0 ? "" : $"{area.Pages}";

    static string Kind(DumpedArea area) => string.Join(' ', DumpedArea.Words
        .Where(word => (area.Flags & word.Flag) != 0).Select(static word => word.Word)
        .Concat(area.HasNoGuard ? [DumpedArea.NoGuard] : []));

    static string FramesOf(DumpedArea old, DumpedArea now)
    {
        string was = FreeOf(old);
        string becomes = FreeOf(now);
        string free = was == becomes ? ""
            : becomes.Length == 0 && old.Maps is { IsOfDevice: false } && now.Maps is not null
                ? "its frames are in use again"
            : becomes;
        return NodesOf(old, now) is { Length: > 0 } nodes
            ? nodes + Joined(free) : free;
    }

    static string FreeOf(DumpedArea area) => area.Maps switch
    {
        { AreAllFree: true } => "its frames are free",
        { Free: 1 } => "1 of its frames is free",
        { Free: > 0 } maps => $"{maps.Free} of its frames are free",
        { IsOfDevice: true } => "maps a device",
        _ => "",
    };

    /// <summary>As many pages on other nodes; a page more or less is told by itself.</summary>
    static string NodesOf(DumpedArea old, DumpedArea now)
    {
        if (old.Maps is not { } was || now.Maps is not { } becomes
            || was.Nodes.Sum(static one => one.Count) != becomes.Nodes.Sum(static one => one.Count)
            || was.Nodes.SequenceEqual(becomes.Nodes))
        {
            return "";
        }

        return $"{Of(was)} -> {Of(becomes)}";

        static string Of(DumpedFrames maps) =>
            string.Join(' ', maps.Nodes.Select(static one => $"N{one.Node}={one.Count}"));
    }

    static string Joined(string more) => more.Length == 0 ? "" : $", {more}";
}
