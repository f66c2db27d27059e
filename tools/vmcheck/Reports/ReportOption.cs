// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;

namespace Verification.Vmcheck;

/// <summary>`--report FILE`: what a verb found, as a page or as Markdown.</summary>
sealed class ReportOption
{
    const string Page = ".html";
    const string Markdown = ".md";

    readonly Option<string?> option = new("--report")
    {
        Description = "Also writes what was found to FILE: a page for a browser (.html, complete in "
            + $"itself, of at most {HtmlReport.CommandsMax:N0} commands), or Markdown for a mail "
            + "(.md).",
        HelpName = "FILE",
    };

    public ReportOption()
    {
        option.Validators.Add(RefuseOthers);
    }

    /// <summary>For rules about what it may stand beside.</summary>
    public Option Option => option;

    public void AddTo(Command verb) => verb.Options.Add(option);

    /// <summary>
    /// Ends the verb with <see cref="ExitCode.BadInput"/> when the file cannot be written, or is
    /// what the verb reads: to be asked before the work is done.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="input">The file that is read, as typed; null: none.</param>
    public void Probe(ParseResult parsed, string? input = null)
    {
        if (parsed.GetValue(option) is { } file)
        {
            Try(file, () =>
            {
                if (input is not null && RealPath.Of(file) == RealPath.Of(TraceInput.PathOf(input)))
                {
                    throw new VerbException(
                        ExitCode.BadInput,
                        $"--report {file}: it is the trace itself, which would be overwritten; "
                            + "name another file");
                }

                string unfinished = Unfinished(file);
                File.Create(unfinished).Dispose();
                File.Delete(unfinished);
            });
        }
    }

    /// <summary>
    /// Ends the verb with <see cref="ExitCode.BadInput"/> when a trace has more commands than the
    /// report can tell.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="commands">Of the longest trace.</param>
    /// <param name="name">How messages name it.</param>
    public void Refuse(ParseResult parsed, int commands, string name)
    {
        if (parsed.GetValue(option) is { } file && IsPage(file)
            && commands > HtmlReport.CommandsMax)
        {
            throw new VerbException(
                ExitCode.BadInput,
                $"--report {file}: {name} has {commands:N0} commands, and a page tells "
                    + $"{HtmlReport.CommandsMax:N0} at most; explain --steps FROM-TO tells a part "
                    + $"of it, and a report in {Markdown} has no such limit");
        }
    }

    /// <summary>
    /// Writes the report, if one is wanted; the file is there whole or not at all. The verb goes on
    /// when it is interrupted in here: what it found stands.
    /// </summary>
    public void Write(
        ParseResult parsed, Func<ReportContent> content, TextWriter error,
        CancellationToken cancel)
    {
        if (parsed.GetValue(option) is not { } file)
        {
            return;
        }

        string text;
        try
        {
            text = IsPage(file) ? HtmlReport.Of(content(), cancel)
                : MarkdownReport.Of(content(), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            error.WriteLine("vmcheck: interrupted: no report was written");
            return;
        }

        Try(file, () =>
        {
            string unfinished = Unfinished(file);
            File.WriteAllText(unfinished, text);
            File.Move(unfinished, Target(file), overwrite: true);
        });
    }

    /// <summary>The same, of a single trace.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="judged">The trace, on a target that is still there.</param>
    /// <param name="file">Where it was read, as typed.</param>
    /// <param name="target">As typed after --target.</param>
    /// <param name="error">Is told when there is none after all.</param>
    /// <param name="cancel">Ends the making of it.</param>
    public void Write(
        ParseResult parsed, JudgedTrace judged, string file, string target, TextWriter error,
        CancellationToken cancel) => Write(
            parsed,
            () => TraceContent.Of(judged, TraceInput.IsFile(file) ? file : null, target),
            error, cancel);

    /// <summary>Beside the file itself, where a link may lead to.</summary>
    static string Unfinished(string file) => !Directory.Exists(file)
        ? $"{Target(file)}.{System.Environment.ProcessId}.part"
        : throw new IOException("it is a folder");

    static string Target(string file) =>
        (File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true) : null)?.FullName
            ?? file;

    static bool IsPage(string file) => file.EndsWith(Page, StringComparison.OrdinalIgnoreCase);

    static void RefuseOthers(OptionResult result)
    {
        string file = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (!IsPage(file) && !file.EndsWith(Markdown, StringComparison.OrdinalIgnoreCase))
        {
            result.AddError($"--report {file}: the name says the form; it ends in {Page} or in "
                + Markdown);
        }
    }

    static void Try(string file, Action write)
    {
        try
        {
            write();
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            throw new VerbException(
                ExitCode.BadInput, $"--report {file} cannot be written: {unwritable.Message}");
        }
    }
}
