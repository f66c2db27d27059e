// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Verification.Vmcheck;

namespace Verification.Mutants;

/// <summary>Shows which small changes of our own code no quick test notices.</summary>
public static class Program
{
    const string Tests = "Verification.Properties";

    // Told to stop, it tries one mutant to its end and runs all tests once more.
    static readonly TimeSpan TimeToPrint = TimeSpan.FromMinutes(3);

    static readonly string[] projects = ["spec", "search", "model", "targets"];

    /// <summary>Returns an <see cref="ExitCode"/>; mutants that survive are no error.</summary>
    public static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);

    /// <summary>As the process does, writing to the given writers.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        InvocationConfiguration configuration = new()
        {
            Output = output, Error = error, EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToPrint,
        };
        ParseResult parsed = Command().Parse(args);
        if (parsed.Action is ParseErrorAction complaint)
        {
            complaint.ShowHelp = false;
        }

        try
        {
            int code = await parsed.InvokeAsync(configuration);
            return parsed.Errors.Count > 0 ? (int)ExitCode.BadInput : code;
        }
        catch (VerbException stopped)
        {
            await error.WriteLineAsync($"mutants: {stopped.Message}");
            return (int)stopped.Code;
        }
    }

    static RootCommand Command()
    {
        Argument<string[]> paths = new("PATH")
        {
            Description = "Files and folders whose code is changed, from the top of the "
                + $"repository, in {string.Join(", ", projects)}.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(RefuseWhatIsNotThere);
        Option<FileInfo> again = new("--again")
        {
            Description = "The output of an earlier run: only what survived there is tried, and "
                + "the figures are of that alone.",
        };
        again.AcceptExistingOnly();
        Option<bool> json = new("--json")
        {
            Description = "Prints one JSON object instead of text.",
        };
        RootCommand command = new(
            "Changes the code in small ways, one at a time, and shows what no quick test notices. "
            + "docs/mutation.md tells more.")
        {
            paths,
            again,
            json,
        };
        command.SetAction((parsed, cancel) => Task.Factory.StartNew(
            () => (int)Run(
                parsed.GetRequiredValue(paths),
                parsed.GetValue(again),
                parsed.GetValue(json),
                parsed.InvocationConfiguration,
                cancel),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default));
        return command;
    }

    static void RefuseWhatIsNotThere(ArgumentResult result)
    {
        foreach (string path in result.Tokens.Select(static token => token.Value))
        {
            string name = Path.TrimEndingDirectorySeparator(path);
            string full = Path.Combine(Checkout.Root, name);
            if (!projects.Contains(name.Split('/')[0]) || !Directory.Exists(full)
                && !(File.Exists(full) && name.EndsWith(".cs", StringComparison.Ordinal)))
            {
                result.AddError($"{path}: neither a folder nor a .cs file of "
                    + $"{string.Join(", ", projects)}, such as spec/laws");
            }
        }
    }

    static ExitCode Run(
        string[] paths, FileInfo? again, bool json, InvocationConfiguration console,
        CancellationToken cancel)
    {
        Func<Mutant, bool> isWanted = again is null ? static _ => true
            : Report.SurvivorsIn(File.ReadAllText(again.FullName));
        // Tests leave files where they run: `dotnet test` runs them here.
        Directory.SetCurrentDirectory(AppContext.BaseDirectory);
        Progress progress = new(console.Error);
        List<Judged> all = [];
        foreach (IGrouping<string, string> project in paths
            .Select(Path.TrimEndingDirectorySeparator).GroupBy(static path => path.Split('/')[0]))
        {
            MutatedProject mutated = MutatedProject.Of(Checkout.Root, [.. project]);
            using Trial trial = new(mutated, Tests);
            progress.Begin(project.Key, mutated, trial);
            foreach (Mutant mutant in mutated.Mutants.Where(isWanted)
                .OrderBy(mutant => Array.FindIndex([.. project], mutant.IsIn))
                .TakeWhile(_ => !cancel.IsCancellationRequested))
            {
                progress.Trying(mutant);
                all.Add(trial.Of(mutant));
                progress.Tried(all[^1]);
            }

            if (trial.FirstSpoilt() is { } test)
            {
                throw new VerbException(
                    ExitCode.NothingChecked,
                    $"{test} fails though no mutant is in force any more: nothing that was found "
                    + "can be trusted");
            }
        }

        console.Output.Write(json ? Report.Json(all) : Report.Text(all));
        progress.End(cancel.IsCancellationRequested);
        return all.Exists(static one => one.Counts) ? ExitCode.Clean : ExitCode.NothingChecked;
    }
}
