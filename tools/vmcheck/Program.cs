// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Invocation;
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>The command line: one verb a file, common exit codes.</summary>
public static class Program
{
    // A verb that was told to stop gets this long to print what was done so far.
    static readonly TimeSpan TimeToPrint = TimeSpan.FromSeconds(10);

    // A file whose name begins with @ is no file of arguments.
    static readonly ParserConfiguration arguments = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a verb; returns an <see cref="ExitCode"/>.</summary>
    public static Task<int> Main(string[] args) => args switch
    {
        [WorkerMain.Verb, var page, var library] =>
            Task.FromResult(WorkerMain.Run(page, library)),
        [DiaryMain.Verb, var era, var seed, var traces] =>
            Task.FromResult(DiaryMain.Run(era, seed, traces, Console.Out)),
        _ => RunAsync(
            args,
            StandardStreams.IsClosed(StandardStreams.Output) ? ClosedWriter.Instance : Console.Out,
            StandardStreams.IsClosed(StandardStreams.Error) ? TextWriter.Null : Console.Error),
    };

    /// <summary>As the process does, writing to the given writers.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        InvocationConfiguration configuration = new()
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToPrint,
        };
        try
        {
            ParseResult parsed = Root(CommandLine.Start).Parse(args, arguments);
            using StringWriter complaints = new();
            if (parsed.Action is ParseErrorAction complaint)
            {
                complaint.ShowHelp = args.Length == 0;
                configuration.Error = complaints;
            }

            int code = await parsed.InvokeAsync(configuration);
            await error.WriteAsync(VerbException.Printable(complaints.ToString()));
            if (parsed.Errors.Count > 0 && args.Length > 0)
            {
                await TellAsync(error, $"more: {CommandLine.Of(HelpOf(parsed))}");
            }

            return parsed.Errors.Count > 0 ? (int)ExitCode.BadInput : code;
        }
        catch (VerbException stopped)
        {
            await TellAsync(error, $"vmcheck: {VerbException.Printable(stopped.Message)}");
            return (int)stopped.Code;
        }
        catch (Exception full) when (full is IOException or UnauthorizedAccessException)
        {
            // What is read is guarded where it is read: only writing is left to fail.
            await TellAsync(error, "vmcheck: the output cannot be written: "
                + (full.InnerException ?? full).Message);
            return (int)ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            await TellAsync(error, "vmcheck: interrupted before anything was checked");
            return (int)ExitCode.NothingChecked;
        }
        catch (Exception defect)
        {
            await TellAsync(
                error,
                "vmcheck: sorry, this is a defect of vmcheck itself, not of what you check; "
                + $"please report it with the command line and this text:\n{defect}");
            return (int)ExitCode.BadInput;
        }
    }

    /// <summary>Where standard error is closed too, the exit code has to say it.</summary>
    static string HelpOf(ParseResult parsed) =>
        parsed.CommandResult.Command is Verb verb ? $"{verb.Name} --help" : "--help";

    static async Task TellAsync(TextWriter error, string text)
    {
        try
        {
            await error.WriteLineAsync(text);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>All verbs, with what they have in common.</summary>
    /// <param name="start">How vmcheck is called in examples.</param>
    internal static RootCommand Root(string start)
    {
        RootCommand root = Verbs();
        Screen.AddTo(root);
        HelpWithExamples.AddTo(root, start);
        foreach (Command verb in root.Subcommands)
        {
            InterruptibleAction.Of(verb);
        }

        return root;
    }

    static RootCommand Verbs() => new("Hunts for implementations of Linux vmalloc that break it.")
    {
        CheckCommand.Create(),
        ReplayCommand.Create(),
        ExplainCommand.Create(),
        ShrinkCommand.Create(),
        ClaimCommand.Create(),
        AuditCommand.Create(),
        ConformCommand.Create(),
        MatrixCommand.Create(),
        DumpCommand.Create(),
        DiffCommand.Create(),
        MuseumCommand.Create(),
        DoctorCommand.Create(),
        CompletionCommand.Create(),
        // Add a new verb here.
    };
}
