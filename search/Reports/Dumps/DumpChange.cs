// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>What can change between two dumps, in the order in which one place tells it.</summary>
public enum DumpChangeKind
{
    AreaGone,
    AreaAppeared,
    AreaMoved,

    /// <summary>Live, lazy, purging; on vmlist or not.</summary>
    AreaState,

    /// <summary>It grew or shrank.</summary>
    AreaSize,

    /// <summary>What its vm_struct says.</summary>
    AreaDescriptor,

    /// <summary>Frames behind it were given back or taken, or lie on other nodes.</summary>
    AreaFrames,
    Unmapped,
    Mapped,

    /// <summary>Translations lead to other frames.</summary>
    Remapped,
    BitsChanged,
    TablesAdded,
    TablesGone,
    HoleAppeared,
    HoleFilled,
    HoleSize,

    /// <summary>A per-CPU block.</summary>
    Block,
    Tlb,
    Kmemleak,
    Counter,
}

/// <summary>One thing that is otherwise in the second of two dumps.</summary>
/// <param name="Kind">What has changed.</param>
/// <param name="Start">
/// Bytes from VMALLOC_START; null: it is not about a range, and Subject says about what.
/// </param>
/// <param name="Bytes">The size of the range.</param>
/// <param name="Subject">A TLB, kmemleak or a counter; empty for a range.</param>
/// <param name="Text">The change in words.</param>
public sealed record DumpChange(
    DumpChangeKind Kind, long? Start, ulong Bytes, string Subject, string Text)
{
    /// <summary>A longer address does not widen the column.</summary>
    const int AddressColumn = 16;

    /// <summary>Columns of a line; around it stand two more.</summary>
    const int Widest = 78;

    /// <summary>Between size and change.</summary>
    const string Margin = "  ";

    internal static DumpChange Of(DumpChangeKind kind, long start, long end, string text) =>
        new(kind, start, unchecked((ulong)(end - start)), "", text);

    internal static DumpChange Of(DumpChangeKind kind, string subject, string text) =>
        new(kind, null, 0, subject, text);

    /// <summary>Whether something came with the change, went with it, or neither.</summary>
    public TextRole Role => Kind switch
    {
        DumpChangeKind.AreaAppeared or DumpChangeKind.Mapped or DumpChangeKind.TablesAdded
            or DumpChangeKind.HoleAppeared => TextRole.Added,
        DumpChangeKind.AreaGone or DumpChangeKind.Unmapped or DumpChangeKind.TablesGone
            or DumpChangeKind.HoleFilled => TextRole.Removed,
        _ => TextRole.Plain,
    };

    /// <summary>A line each, or two: address, size, change, in columns.</summary>
    public static IReadOnlyList<TextLine> Told(IReadOnlyCollection<DumpChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        DumpChange[] ranges = [.. changes.Where(static one => one.Start is not null)];
        int address = ranges.Select(static one => one.Address.Length)
            .Where(static length => length <= AddressColumn).DefaultIfEmpty().Max();
        int size = ranges.Select(static one => one.Size.Length).DefaultIfEmpty().Max();
        int subject = changes.Select(static one => one.Subject.Length).DefaultIfEmpty().Max();
        return
        [
            .. changes.SelectMany(one => Folded(
                one.Role,
                one.Start is null ? one.Subject.PadRight(subject)
                    : $"{one.Address.PadRight(address)} {one.Size.PadLeft(size)}",
                one.Text)),
        ];
    }

    /// <summary>What is too wide for a line goes on in the next, below its text.</summary>
    static IEnumerable<TextLine> Folded(TextRole role, string head, string text)
    {
        while (head.Length + Margin.Length + text.Length > Widest
            && text.LastIndexOf(' ', Widest - head.Length - Margin.Length) is > 0 and int cut)
        {
            yield return new TextLine(role, head + Margin + text[..cut]);
            (head, text) = (new string(' ', head.Length), text[(cut + 1)..]);
        }

        yield return new TextLine(role, head + Margin + text);
    }

    string Address => Start is long at ? AddressText.FromStart(at) : "";

    string Size => SizeText.Readable(Bytes);
}
