// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>What a line of text is, for a terminal that has colours.</summary>
public enum TextRole : byte
{
    Plain,

    /// <summary>What begins a part.</summary>
    Heading,

    /// <summary>A call as C.</summary>
    Statement,

    /// <summary>What can be passed over at first reading.</summary>
    Aside,

    /// <summary>What came with a step, or went with it, or where two strips differ.</summary>
    Added,

    /// <inheritdoc cref="Added"/>
    Removed,

    /// <inheritdoc cref="Added"/>
    Changed,

    /// <summary>A broken law.</summary>
    Broken,
}

/// <summary>A line of at most 80 columns, without its end.</summary>
public readonly record struct TextLine(TextRole Role, string Text)
{
    /// <summary>As many lines as a terminal needs for it.</summary>
    public IEnumerable<TextLine> Wrapped(string indent)
    {
        TextRole role = Role;
        return LineWrap.Of(Text, StoryText.Width, indent).Select(row => new TextLine(role, row));
    }
}
