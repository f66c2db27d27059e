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
            + "itself), or Markdown for a mail (.md).",
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

    /// <summary>Writes the report, if one is wanted; the file is there whole or not at all.</summary>
    public void Write(ParseResult parsed, Func<ReportContent> content)
    {
        if (parsed.GetValue(option) is not { } file)
        {
            return;
        }

        string text = IsPage(file) ? HtmlReport.Of(content()) : MarkdownReport.Of(content());
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
    public void Write(ParseResult parsed, JudgedTrace judged, string file, string target) =>
        Write(parsed, () => TraceContent.Of(judged, TraceInput.IsFile(file) ? file : null, target));

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
