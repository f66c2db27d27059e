// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Spectre.Console;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>
/// Where a verb says what, and how; told from the command line, the environment and the terminal.
/// No verb looks at one of these itself.
/// </summary>
sealed record Screen
{
    const string Quiet = "--quiet";
    const string NoColor = "--no-color";
    const string Json = "--json";

    /// <summary>Standard output.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Standard error: complaints, progress, and lines beside a document.</summary>
    public required TextWriter Error { get; init; }

    public required Terminal Terminal { get; init; }

    /// <summary>It is this process's own: somebody may be waiting before it.</summary>
    public bool IsProcess { get; init; }

    /// <summary>Findings, complaints and the last line, nothing else.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>One JSON document is asked for.</summary>
    public bool IsJson { get; init; }

    /// <summary>Standard output belongs to one document, of whatever kind.</summary>
    public bool IsDocument { get; init; }

    /// <summary>Where findings and the last line go.</summary>
    public TextWriter Lines => IsDocument ? Error : Output;

    /// <summary>Where all goes that stands around findings; nowhere when quiet.</summary>
    public TextWriter Details => IsQuiet ? TextWriter.Null : Lines;

    /// <summary>Makes what every verb is asked alike options of all.</summary>
    public static void AddTo(RootCommand root)
    {
        root.Options.Add(new Option<bool>(Quiet, "-q")
        {
            Description = "Prints findings, errors and the last line only.",
            Recursive = true,
        });
        root.Options.Add(new Option<bool>(NoColor)
        {
            Description = "Prints no colours, as with NO_COLOR in the environment.",
            Recursive = true,
        });
    }

    /// <summary>The option of verbs whose output a program may want.</summary>
    /// <param name="steps">Whether there are steps of traces in it.</param>
    public static Option<bool> JsonOption(bool steps = false) => new(Json)
    {
        Description = "Prints one JSON document instead of text"
            + (steps ? "; in it, steps count from 0." : "."),
    };

    /// <summary>The screen of a command line.</summary>
    public static Screen Of(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        bool json = IsGiven(parsed, Json);
        return new Screen
        {
            Output = console.Output,
            Error = console.Error,
            Terminal = Terminal.Of(console, IsGiven(parsed, NoColor)),
            IsProcess = ReferenceEquals(console.Error, Console.Error),
            IsQuiet = IsGiven(parsed, Quiet),
            IsJson = json,
            IsDocument = json,
        };
    }

    /// <summary>A screen that is a text.</summary>
    public static Screen Of(TextWriter text) =>
        new() { Output = text, Error = TextWriter.Null, Terminal = Terminal.None };

    /// <summary>Where tables are drawn: among the findings, or around them.</summary>
    /// <param name="where"><see cref="Lines"/> or <see cref="Details"/>.</param>
    /// <param name="width">Columns they are made for; a narrow terminal has fewer.</param>
    public IAnsiConsole Tables(TextWriter where, int width)
    {
        bool colours = Terminal.HasColours && ReferenceEquals(where, Output);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(where),
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = Math.Min(width, Terminal.Width ?? width);
        return console;
    }

    /// <summary>Writes a line in the colours of its role, where there are colours.</summary>
    /// <param name="where"><see cref="Lines"/> or <see cref="Details"/>.</param>
    /// <param name="line">What is written.</param>
    public void Write(TextWriter where, TextLine line) => where.WriteLine(
        Terminal.HasColours && ReferenceEquals(where, Output) ? Ink.Of(line) : line.Text);

    /// <summary>Shows how far something is, while it is not disposed of.</summary>
    /// <param name="pace">Asked now and then, from another thread.</param>
    public Progress Show(Func<Pace> pace) => new(
        IsQuiet || !IsProcess ? TextWriter.Null : Error, Terminal.ErasableWidth, pace, TimeProvider.System);

    static bool IsGiven(ParseResult parsed, string name) =>
        parsed.RootCommandResult.Command.Options.Concat(parsed.CommandResult.Command.Options)
            .OfType<Option<bool>>()
            .Any(option => option.Name == name && parsed.GetValue(option));
}
