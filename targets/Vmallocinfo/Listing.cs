// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>What a line of the file turned out to be; every line gets exactly one.</summary>
public enum LineClass
{
    /// <summary>Nothing but white space.</summary>
    Blank,

    /// <summary>Not readable as an area; listed with a reason.</summary>
    Unparsed,

    /// <summary>An area without a type word.</summary>
    Untyped,

    /// <summary>An area of `vmalloc`.</summary>
    Vmalloc,

    /// <summary>An area of `vmap`.</summary>
    Vmap,

    /// <summary>Device memory.</summary>
    Ioremap,

    /// <summary>An area filled page by page.</summary>
    Sparse,

    /// <summary>A user mapping that is neither vmalloc nor vmap.</summary>
    User,

    /// <summary>A DMA buffer.</summary>
    DmaCoherent,

    /// <summary>A range or block of `vm_map_ram`.</summary>
    VmMapRam,

    /// <summary>Freed, not yet purged.</summary>
    Unpurged,
}

/// <summary>A line that is no area: where reading stopped and why.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Reason">What stood there and what was expected.</param>
/// <param name="Text">The beginning of the line, control characters shown as dots.</param>
public sealed record UnparsedLine(int Line, int Column, string Reason, string Text);

/// <summary>A word or `name=value` of a readable line that no known kernel prints.</summary>
public sealed record UnknownAttribute(int Line, int Column, string Text);

/// <summary>A `/proc/vmallocinfo` file, read: what each of its lines is.</summary>
/// <param name="Classes">One entry a line, in file order.</param>
/// <param name="Areas">The lines that are areas, in file order.</param>
/// <param name="Unparsed">The lines that are neither areas nor blank.</param>
/// <param name="UnknownAttributes">New words on lines that are areas.</param>
public sealed record Listing(
    IReadOnlyList<LineClass> Classes,
    IReadOnlyList<ListedArea> Areas,
    IReadOnlyList<UnparsedLine> Unparsed,
    IReadOnlyList<UnknownAttribute> UnknownAttributes)
{
    /// <summary>Reads a file of any kernel since 2.6.28; never throws for what it holds.</summary>
    public static Listing Parse(string text)
    {
        List<LineClass> classes = [];
        List<ListedArea> areas = [];
        List<UnparsedLine> unparsed = [];
        List<UnknownAttribute> unknown = [];
        int at = 0;
        while (at < text.Length)
        {
            int newline = text.IndexOf('\n', at);
            int end = newline < 0 ? text.Length : newline;
            LineParser parser = new(text[at..end].TrimEnd('\r', ' ', '\t'), classes.Count + 1);
            at = end + 1;
            if (parser.IsBlank)
            {
                classes.Add(LineClass.Blank);
            }
            else if (parser.Parse() is { } area)
            {
                classes.Add(area.Class);
                areas.Add(area);
                unknown.AddRange(parser.UnknownAttributes);
            }
            else
            {
                classes.Add(LineClass.Unparsed);
                unparsed.Add(parser.Failure!);
            }
        }

        return new Listing(classes, TellHashesFromAddresses(areas), unparsed, unknown);
    }

    // A hash has 32 bits, so it fits where a 32-bit address fits. A kernel prints all addresses or
    // all hashes: those that are aligned or as far apart as the size says decide for the file.
    static List<ListedArea> TellHashesFromAddresses(List<ListedArea> areas)
    {
        int told = areas.Count(area => area.Addresses == AddressKind.Plain);
        int plain = areas.Count(
            area => area.Addresses == AddressKind.Plain && (!IsNarrow(area) || LooksPlain(area)));
        return plain >= told - plain
            ? areas
            : areas.ConvertAll(area => area.Addresses == AddressKind.Plain && IsNarrow(area)
                ? area with { Addresses = AddressKind.Hashed }
                : area);
    }

    static bool IsNarrow(ListedArea area) =>
        area.Start <= uint.MaxValue && area.End <= uint.MaxValue;

    static bool LooksPlain(ListedArea area) =>
        ((area.Start | area.End) & 0xfff) == 0
        || unchecked(area.End - area.Start) == area.SizeBytes;
}
