// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>`conform`: the model against recorded sequences of a genuine kernel.</summary>
static class ConformCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Verb Create()
    {
        Argument<string> directory = new("DIR")
        {
            Description = "A directory of recordings, one sequence a .txt file of at most "
                + $"{InputKind.Recording.LargestMebibytes} MiB.",
        };
        Verb command = new(
            "conform",
            "Compares the model with recordings of a genuine kernel.",
            [
                (ExitCode.Clean, "the model did what the kernel did"),
                (ExitCode.Violation, "they differ"),
                (ExitCode.NothingChecked, "no recorded command is in reach of the model"),
            ],
            new Example(
                "conform properties/Recorded/golden-2.6.32",
                "the recordings of this repository"))
        {
            directory,
            Screen.JsonOption(),
        };
        command.TellsWhenStopped = true;
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(directory), Screen.Of(parsed), cancel));
        return command;
    }

    static async Task<int> RunAsync(
        string directory, Screen screen, CancellationToken cancel)
    {
        List<Recording> recordings = [];
        List<string> unreadable = [];
        foreach (string file in Files(directory))
        {
            await ReadAsync(file, recordings, unreadable, cancel);
        }

        ConformanceReport report = Compare(recordings, screen, cancel)
            with { Unreadable = unreadable };
        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(ConformanceJson.Print(report));
        }
        else
        {
            ConformText.Print(report, screen);
        }

        foreach (string complaint in unreadable)
        {
            await screen.Error.WriteLineAsync($"vmcheck: {VerbException.Printable(complaint)}");
        }

        return (int)Verdict(directory, report);
    }

    static ConformanceReport Compare(
        List<Recording> recordings, Screen screen, CancellationToken cancel)
    {
        int done = -1;
        using Progress progress = screen.Show(() => new("comparing")
        {
            Noun = "recording", Done = Math.Max(done, 0), All = recordings.Count,
        });
        return new Conformance(new Model.Model(Era.V2632, DefectMode.Faithful))
            .Run(recordings.TakeWhile(_ =>
            {
                Interlocked.Increment(ref done);
                return !cancel.IsCancellationRequested;
            }));
    }

    /// <summary>What differs weighs more than what could not be read.</summary>
    static ExitCode Verdict(string directory, ConformanceReport report)
    {
        if (report.Differences.Count > 0)
        {
            return ExitCode.Violation;
        }

        if (report.Unreadable.Count > 0)
        {
            return ExitCode.BadInput;
        }

        if (report.Reproduced == 0)
        {
            throw new VerbException(
                ExitCode.NothingChecked,
                $"no command of {directory} is in reach: nothing was checked");
        }

        return ExitCode.Clean;
    }

    static string[] Files(string directory)
    {
        if (!Directory.Exists(directory))
        {
            string what = File.Exists(directory) ? "is a file; name the directory that holds it"
                : "does not exist; look at the spelling of the path";
            throw new VerbException(ExitCode.BadInput, $"{directory} {what}");
        }

        string[] files;
        try
        {
            files = Directory.GetFiles(directory, "*.txt");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(
                ExitCode.BadInput, $"{directory} cannot be read: {unreadable.Message}");
        }

        Array.Sort(files, StringComparer.Ordinal);
        return files.Length > 0 ? files
            : throw new VerbException(
                ExitCode.BadInput, $"{directory} holds no .txt file; recordings are called so");
    }

    /// <summary>One file that is no recording does not keep the others from being compared.</summary>
    static async Task ReadAsync(
        string file, List<Recording> recordings, List<string> unreadable, CancellationToken cancel)
    {
        try
        {
            recordings.Add(Recording.Read(
                file, await InputText.ReadAsync(file, InputKind.Recording, cancel)));
        }
        catch (Exception wrong) when (wrong is RecordingException or VerbException)
        {
            unreadable.Add(wrong.Message);
        }
    }
}
