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
    const string CPrefix = "c:";

    readonly Option<string[]> option = new("--target")
    {
        Description = "model; kernel-source, the mm/vmalloc.c of a kernel, built here; or c:PATH, "
            + "a library built for targets/include/vmcheck.h (docs/c-abi.md); model when left "
            + "out.",
        HelpName = "TARGET",
        DefaultValueFactory = static _ => [CheckedTarget.Model],
    };

    readonly KernelOptions kernel = new();

    /// <param name="pair">Whether it may be given twice, for two targets side by side.</param>
    public TargetOption(bool pair = false)
    {
        int most = pair ? 2 : 1;
        option.Arity = ArgumentArity.OneOrMore;
        option.Description += pair ? " Given twice, the two are compared." : "";
        option.Validators.Add(RefuseUnknown);
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
        kernel.AddTo(
            verb, result => result.GetValue(option)?.Contains(KernelOptions.Word) == true);
    }

    /// <summary>
    /// Refuses options that only the model takes: a library has one machine, and says in its
    /// profile what it is.
    /// </summary>
    public void RefuseOfLibraries(Command verb, params Option[] ofTheModel) =>
        verb.Validators.Add(result =>
        {
            bool isLibrary = result.GetValue(option)?.Any(
                static word => word != CheckedTarget.Model) == true;
            foreach (Option one in ofTheModel)
            {
                if (isLibrary && result.GetResult(one) is { Implicit: false })
                {
                    result.AddError($"{one.Name} is for the model: a library has one machine, and "
                        + "tells its era in its profile");
                }
            }
        });

    /// <summary>
    /// The target that the command line names. What is not there ends the verb with
    /// <see cref="ExitCode.TargetUnavailable"/>.
    /// </summary>
    public CheckedTarget Open(ParseResult parsed, CancellationToken cancel) =>
        Open(parsed.GetValue(option)![0], parsed, cancel);

    /// <summary>The second of a pair, likewise; null when there is one only.</summary>
    public CheckedTarget? OpenSecond(ParseResult parsed, CancellationToken cancel) =>
        parsed.GetValue(option) is [_, string second] ? Open(second, parsed, cancel) : null;

    CheckedTarget Open(string word, ParseResult parsed, CancellationToken cancel)
    {
        if (word == CheckedTarget.Model)
        {
            return new CheckedTarget(word, null);
        }

        bool isKernel = word == KernelOptions.Word;
        string path = isKernel ? kernel.Build(parsed, cancel) : word[CPrefix.Length..];
        string typed = isKernel ? kernel.Typed(parsed) : ShellWord.Of(word);
        try
        {
            return new CheckedTarget(typed, new CLibrary(path));
        }
        catch (CLibraryException missing)
        {
            throw new VerbException(ExitCode.TargetUnavailable, missing.Message);
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
