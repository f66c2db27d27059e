// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;

namespace Verification.Targets;

/// <summary>Reads one line: `start-end size [caller [module]] attributes`.</summary>
sealed class LineParser(string text, int line)
{
    const int ExcerptLength = 120;

    readonly List<UnknownAttribute> unknown = [];
    readonly List<NodeCount> nodes = [];
    int at;
    AreaMarks marks;
    string? caller;
    string? module;
    ulong? pages;
    ulong? phys;

    /// <summary>Whether the line holds nothing but white space.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(text);

    /// <summary>Why the line is no area; null until <see cref="Parse"/> returned null.</summary>
    public UnparsedLine? Failure { get; private set; }

    /// <summary>The attributes no known kernel prints.</summary>
    public IReadOnlyList<UnknownAttribute> UnknownAttributes => unknown;

    /// <summary>The area, or null with <see cref="Failure"/> set.</summary>
    public ListedArea? Parse()
    {
        int strange = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (strange >= 0 && text[strange] != '\t')
        {
            return Fail(strange, "a character that no kernel prints here");
        }

        SkipBlanks();
        if (ReadAddress("start", out bool startKnown) is not { } start
            || !Expect('-')
            || ReadAddress("end", out bool endKnown) is not { } end
            || ReadSize() is not { } size
            || !ReadAttributes())
        {
            return null;
        }

        AddressKind kind = !(startKnown && endKnown) ? AddressKind.Withheld
            : start == 0 && end == 0 ? AddressKind.Zero
            : AddressKind.Plain;
        return new ListedArea(
            line, kind, start, end, size, caller, module, pages, phys, marks, nodes);
    }

    // `0x` and hexadecimal digits, or a word in brackets where the kernel withholds the value.
    ulong? ReadAddress(string which, out bool known)
    {
        int begin = at;
        known = true;
        if (!text.AsSpan(at).StartsWith("0x"))
        {
            return FailValue(at, $"the {which} address does not begin with 0x");
        }

        at += 2;
        if (at < text.Length && text[at] == '(')
        {
            int close = text.IndexOf(')', at);
            known = false;
            at = close + 1;
            return close < 0 ? FailValue(begin, $"the {which} address has no ')'") : 0UL;
        }

        int digits = at;
        while (at < text.Length && char.IsAsciiHexDigit(text[at]))
        {
            at++;
        }

        return at == digits || at - digits > 16
            ? FailValue(begin, $"the {which} address is not 0x and 1 to 16 hexadecimal digits")
            : ulong.Parse(text.AsSpan(digits, at - digits), NumberStyles.AllowHexSpecifier);
    }

    ulong? ReadSize()
    {
        int begin = at;
        SkipBlanks();
        if (at == begin)
        {
            return FailValue(at, "a blank and the size in bytes are expected behind the range");
        }

        int column = at;
        return ulong.TryParse(NextWord(), NumberStyles.None, null, out ulong size)
            ? size
            : FailValue(column, "the size is not a decimal number of bytes below 2^64");
    }

    bool ReadAttributes()
    {
        bool first = true;
        SkipBlanks();
        while (at < text.Length && Failure is null)
        {
            int column = at;
            string word = NextWord();
            if (!IsAttribute(word, column) && Failure is null)
            {
                if (first && !word.Contains('='))
                {
                    ReadCaller(word);
                }
                else
                {
                    unknown.Add(new UnknownAttribute(line, column + 1, word));
                }
            }

            first = false;
            SkipBlanks();
        }

        return Failure is null;
    }

    // `symbol+0xoffset/0xlength [module]`; a raw address where the kernel has no symbols.
    void ReadCaller(string word)
    {
        int plus = word.LastIndexOf("+0x", StringComparison.Ordinal);
        caller = plus > 0 ? word[..plus] : word;
        SkipBlanks();
        int close = at < text.Length && text[at] == '[' ? text.IndexOf(']', at) : -1;
        if (close > 0)
        {
            module = text[(at + 1)..close];
            at = close + 1;
        }
    }

    bool IsAttribute(string word, int column)
    {
        int equals = word.IndexOf('=');
        if (equals >= 0)
        {
            return IsValued(word[..equals], word[(equals + 1)..], column);
        }

        AreaMarks mark = MarkOf(word);
        if (word == "unpurged")
        {
            SkipBlanks();
            mark = NextWord() == "vm_area" ? AreaMarks.Unpurged : AreaMarks.None;
            if (mark == AreaMarks.None)
            {
                Fail(column, "'unpurged' is not followed by 'vm_area'");
            }
        }

        if ((marks & mark) != AreaMarks.None)
        {
            Fail(column, $"'{word}' stands there twice");
        }

        marks |= mark;
        return mark != AreaMarks.None;
    }

    bool IsValued(string name, string value, int column)
    {
        if (name == "pages")
        {
            pages = ReadOnce(name, value, pages, NumberStyles.None, column);
            return true;
        }

        if (name == "phys")
        {
            string digits = value.StartsWith("0x", StringComparison.Ordinal) ? value[2..] : value;
            phys = ReadOnce(name, digits, phys, NumberStyles.AllowHexSpecifier, column);
            return true;
        }

        if (name.Length < 2 || name[0] != 'N' || !name.Skip(1).All(char.IsAsciiDigit))
        {
            return false;
        }

        if (!uint.TryParse(name.AsSpan(1), NumberStyles.None, null, out uint node))
        {
            Fail(column, $"'{name}' is no node number below 2^32");
            return true;
        }

        ulong? before = nodes.Exists(count => count.Node == node) ? 0UL : null;
        if (ReadOnce(name, value, before, NumberStyles.None, column) is { } count)
        {
            nodes.Add(new NodeCount(node, count));
        }

        return true;
    }

    ulong? ReadOnce(string name, string value, ulong? before, NumberStyles style, int column)
    {
        string kind = style == NumberStyles.None ? "decimal" : "hexadecimal";
        return before is not null ? FailValue(column, $"'{name}=' stands there twice")
            : ulong.TryParse(value, style, null, out ulong number) ? number
            : FailValue(column, $"the value of '{name}=' is not a {kind} number below 2^64");
    }

    static AreaMarks MarkOf(string word) => word switch
    {
        "ioremap" => AreaMarks.Ioremap,
        "sparse" => AreaMarks.Sparse,
        "vmalloc" => AreaMarks.Vmalloc,
        "vmap" => AreaMarks.Vmap,
        "user" => AreaMarks.User,
        "dma-coherent" => AreaMarks.DmaCoherent,
        "vpages" => AreaMarks.Vpages,
        "vm_map_ram" => AreaMarks.VmMapRam,
        _ => AreaMarks.None,
    };

    bool Expect(char wanted)
    {
        if (at < text.Length && text[at] == wanted)
        {
            at++;
            return true;
        }

        Fail(at, $"'{wanted}' is expected here");
        return false;
    }

    void SkipBlanks()
    {
        while (at < text.Length && text[at] is (' ' or '\t'))
        {
            at++;
        }
    }

    string NextWord()
    {
        int begin = at;
        while (at < text.Length && text[at] is not (' ' or '\t'))
        {
            at++;
        }

        return text[begin..at];
    }

    ulong? FailValue(int column, string reason)
    {
        Fail(column, reason);
        return null;
    }

    ListedArea? Fail(int column, string reason)
    {
        string excerpt = text.Length > ExcerptLength ? text[..ExcerptLength] : text;
        string shown = string.Concat(excerpt.Select(c => c is >= ' ' and <= '~' ? c : '.'));
        Failure ??= new UnparsedLine(line, column + 1, reason, shown);
        return null;
    }
}
