// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using Verification.Search;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>Which kernel <c>--target kernel-source</c> is.</summary>
sealed class KernelOptions
{
    /// <summary>The target's word.</summary>
    public const string Word = "kernel-source";

    /// <summary>The option that names a kernel's sources.</summary>
    public const string Tree = "--tree";

    const string Kernel = "--kernel";

    static readonly string usual = KernelSource.Versions[0];

    readonly Option<string?> version = new(Kernel)
    {
        Description = $"With --target {Word}: {string.Join(" or ", KernelSource.Versions)}, of "
            + $"Debian's package linux-source-VERSION; {usual} when left out.",
        HelpName = "VERSION",
    };

    readonly Option<string?> tree = new(Tree)
    {
        Description = $"With --target {Word}: a kernel tree of yours, which is only read.",
        HelpName = "PATH",
    };

    public KernelOptions()
    {
        version.Validators.Add(RefuseUnknown);
        version.CompletionSources.Add([.. KernelSource.Versions]);
        tree.Validators.Add(RefuseEmpty);
    }

    /// <summary>Makes them options of a verb that has an option of the target.</summary>
    /// <param name="isKernel">Whether that names <see cref="Word"/>.</param>
    public void AddTo(Command verb, Func<CommandResult, bool> isKernel)
    {
        verb.Options.Add(version);
        verb.Options.Add(tree);
        verb.Validators.Add(result => Refuse(result, isKernel(result)));
    }

    /// <summary>
    /// The path of the library, built when need be, which is shown on standard error.
    /// </summary>
    /// <exception cref="VerbException">It cannot be built.</exception>
    public string Build(ParseResult parsed, CancellationToken cancel) =>
        Working(parsed, report => Source(parsed, report, cancel).Build(cancel));

    /// <summary>
    /// The kernel, built when need be, so that a changed one is built in seconds.
    /// </summary>
    /// <exception cref="VerbException">It cannot be built.</exception>
    public KernelSource Built(ParseResult parsed, CancellationToken cancel) =>
        Working(parsed, report =>
        {
            KernelSource source = Source(parsed, report, cancel);
            source.Build(cancel);
            return source;
        });

    /// <summary>Debian's package with the kernel that a command line asks for.</summary>
    public static string PackageFor(string arguments)
    {
        string[] words = arguments.Split(' ');
        int asked = Array.IndexOf(words, Kernel);
        return $"linux-source-{(asked < 0 ? usual : words[asked + 1])}";
    }

    /// <summary>The target as typed, for a shell.</summary>
    public string Typed(ParseResult parsed) => Word
        + (parsed.GetValue(tree) is { } path ? $" {Tree} {ShellWord.Of(path)}"
            : parsed.GetValue(version) is { } number ? $" --kernel {number}" : "");

    static T Working<T>(ParseResult parsed, Func<StageReport, T> work)
    {
        Pace pace = new("looking for the kernel");
        using Progress progress = Screen.Of(parsed).Show(() => Volatile.Read(ref pace));
        try
        {
            return work((kernel, stage) =>
                Volatile.Write(ref pace, new Pace($"building {kernel}: {stage}")));
        }
        catch (KernelSourceException failed)
        {
            throw new VerbException(ExitCode.TargetUnavailable, failed.Message);
        }
    }

    KernelSource Source(ParseResult parsed, StageReport report, CancellationToken cancel) =>
        parsed.GetValue(tree) is { } path ? KernelSource.OfTree(path, report)
            : KernelSource.OfDebian(parsed.GetValue(version) ?? usual, report, cancel);

    void Refuse(CommandResult result, bool isKernel)
    {
        Option[] given = [.. new Option[] { version, tree }.Where(
            option => result.GetResult(option) is { Implicit: false })];
        if (given.Length > 0 && !isKernel)
        {
            result.AddError($"{given[0].Name} is for --target {Word}");
        }
        else if (given.Length > 1)
        {
            result.AddError("--kernel and --tree both say which kernel; give one of them");
        }
    }

    static void RefuseUnknown(OptionResult result)
    {
        foreach (string number in result.Tokens.Select(static token => token.Value))
        {
            if (!KernelSource.Versions.Contains(number))
            {
                result.AddError($"--kernel {number}: not known; known are "
                    + $"{string.Join(" and ", KernelSource.Versions)}; --tree takes the sources "
                    + "of another");
            }
        }
    }

    static void RefuseEmpty(OptionResult result)
    {
        if (result.Tokens is [{ Value: "" }])
        {
            result.AddError("--tree: it is empty; it takes the folder of a kernel's sources");
        }
    }
}
