// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using Verification.Search;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>
/// The option that says what is checked; the same for every verb that runs traces.
/// </summary>
sealed class TargetOption
{
    /// <summary>Before the path of a library.</summary>
    public const string CPrefix = "c:";

    readonly Option<string[]> option = new("--target")
    {
        Description = "model; kernel-source, the mm/vmalloc.c of a kernel, built here; or c:PATH, "
            + "a library built for targets/include/vmcheck.h (docs/c-abi.md); model when left "
            + "out.",
        HelpName = "TARGET",
        DefaultValueFactory = static _ => [CheckedTarget.Model],
    };

    readonly KernelOptions kernel = new();

    readonly Option<TimeSpan?> timeout = NumberOption.Seconds(
        "--timeout", "Seconds that a call of a library may take before it is ended, and counts as "
            + $"one that does not return; {WorkerLimits.UsualTime.TotalSeconds} when left out.");

    /// <param name="pair">Whether it may be given twice, for two targets side by side.</param>
    public TargetOption(bool pair = false)
    {
        int most = pair ? 2 : 1;
        option.Arity = ArgumentArity.OneOrMore;
        option.Description += pair ? " Given twice, the two are compared." : "";
        option.Validators.Add(RefuseUnknown);
        option.CompletionSources.Add(CheckedTarget.Model, KernelOptions.Word, CPrefix);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > most)
            {
                result.AddError($"--target is given {result.Tokens.Count} times; this verb takes "
                    + (pair ? "one, or two that are compared" : "one"));
            }
        });
    }

    public void AddTo(Command verb)
    {
        verb.Options.Add(option);
        kernel.AddTo(verb, result => Typed(result).Contains(KernelOptions.Word));
        verb.Options.Add(timeout);
        verb.Validators.Add(RefuseTimeoutOfModel);
    }

    /// <summary>
    /// Refuses options that only the model takes: a library says in its profile what it is.
    /// </summary>
    public void RefuseOfLibraries(Command verb, params Option[] ofTheModel) =>
        verb.Validators.Add(result =>
        {
            foreach (Option one in ofTheModel)
            {
                if (IsLibrary(result) && result.GetResult(one) is { Implicit: false })
                {
                    result.AddError($"{one.Name} is for the model: a library tells its era in its "
                        + "profile");
                }
            }
        });

    /// <summary>Refuses an option that has no meaning for two targets side by side.</summary>
    public void RefuseOfPairs(Command verb, Option ofOne) => verb.Validators.Add(result =>
    {
        if (Typed(result).Skip(1).Any() && result.GetResult(ofOne) is not null)
        {
            result.AddError($"{ofOne.Name} is about one target, and --target is given twice");
        }
    });

    /// <summary>
    /// The target that the command line names. What is not there ends the verb with
    /// <see cref="ExitCode.TargetUnavailable"/>.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="cancel">Ends what takes long.</param>
    public CheckedTarget Open(ParseResult parsed, CancellationToken cancel) =>
        Open(parsed, cancel, cancel);

    /// <summary>The same, where a library is still needed after Ctrl-C.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="building">Ends what has to be done before there is a library.</param>
    /// <param name="running">Ends a library that does not return from a call.</param>
    public CheckedTarget Open(
        ParseResult parsed, CancellationToken building, CancellationToken running) =>
        Open(parsed.GetValue(option)![0], parsed, building, running);

    /// <summary>The second of a pair, likewise; null when there is one only.</summary>
    public CheckedTarget? OpenSecond(ParseResult parsed, CancellationToken cancel) =>
        parsed.GetValue(option) is [_, string second]
            ? Open(second, parsed, cancel, cancel) : null;

    CheckedTarget Open(
        string word, ParseResult parsed, CancellationToken building, CancellationToken running)
    {
        if (word == CheckedTarget.Model)
        {
            return new CheckedTarget(word, null);
        }

        bool isKernel = word == KernelOptions.Word;
        string path = isKernel ? kernel.Build(parsed, building) : word[CPrefix.Length..];
        string typed = isKernel ? kernel.Typed(parsed) : ShellWord.Of(word);
        try
        {
            WorkerLimits limits = new()
            {
                Time = parsed.GetValue(timeout) ?? WorkerLimits.UsualTime,
            };
            return new CheckedTarget(typed, new WorkerLibrary(path, limits, running));
        }
        catch (CLibraryException missing)
        {
            throw new VerbException(ExitCode.TargetUnavailable, missing.Message);
        }
    }

    /// <summary>Whether a target was named, be it the one meant when none is.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetResult(option) is { Implicit: false };

    bool IsLibrary(CommandResult result) =>
        Typed(result).Any(static word => word != CheckedTarget.Model);

    /// <summary>Also of a command line that is refused for this option.</summary>
    IEnumerable<string> Typed(CommandResult result) =>
        result.GetResult(option)?.Tokens.Select(static token => token.Value) ?? [];

    void RefuseTimeoutOfModel(CommandResult result)
    {
        if (result.GetResult(timeout) is not null && !IsLibrary(result))
        {
            result.AddError("--timeout is for libraries: nothing ends a call of the model");
        }
    }

    static void RefuseUnknown(OptionResult result)
    {
        foreach (string word in result.Tokens.Select(static token => token.Value))
        {
            bool isLibrary = word.Length > CPrefix.Length
                && word.StartsWith(CPrefix, StringComparison.Ordinal);
            if (word is not (CheckedTarget.Model or KernelOptions.Word) && !isLibrary)
            {
                result.AddError(
                    $"--target {word}: not known; known are model, kernel-source and c:PATH");
            }
        }
    }
}
