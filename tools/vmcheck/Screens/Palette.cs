// SPDX-License-Identifier: GPL-2.0-only
using Spectre.Console;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>The colours of lines by their role; none is needed to understand a line.</summary>
static class Palette
{
    /// <summary>Prints lines, in colours where the screen has them.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="where"><see cref="Screen.Lines"/> or <see cref="Screen.Details"/>.</param>
    /// <param name="lines">At most 80 columns each.</param>
    public static void Print(Screen screen, TextWriter where, IEnumerable<TextLine> lines)
    {
        IAnsiConsole console = screen.Tables(where, StoryText.Width + 1);
        foreach (TextLine line in lines)
        {
            if (screen.Terminal.HasColours)
            {
                console.Write(new Text($"{line.Text}\n", Of(line.Role)));
            }
            else
            {
                where.WriteLine(line.Text);
            }
        }
    }

    static Style Of(TextRole role) => role switch
    {
        TextRole.Heading => new Style(Color.Blue),
        TextRole.Statement => new Style(decoration: Decoration.Bold),
        TextRole.Aside => new Style(Color.Grey),
        TextRole.Added => new Style(Color.Green),
        TextRole.Removed => new Style(Color.Maroon),
        TextRole.Changed => new Style(Color.Olive),
        TextRole.Broken => new Style(Color.Red, decoration: Decoration.Bold),
        _ => Style.Plain,
    };
}
