// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>What every stage of one build works with.</summary>
sealed record BuildJob
{
    public required KernelTree Tree { get; init; }

    /// <summary>The tree's folder in the cache.</summary>
    public required HeldFolder Folder { get; init; }

    public required ToolBox Tools { get; init; }

    public required StubFiles Stubs { get; init; }

    /// <summary>As it names itself; empty where there is none.</summary>
    public required string Compiler { get; init; }

    public required Action<string> Report { get; init; }

    public required CancellationToken Stop { get; init; }

    /// <summary>The tree as make and compiler see it.</summary>
    public string Links => Folder.Of("links");

    /// <summary>Files of the tree among those that a compiler or make read.</summary>
    public IEnumerable<string> Origins(IEnumerable<string> read) =>
        from path in read
        let origin = TreeLinks.Origin(path, Links, Tree.Path)
        where !origin.StartsWith(Folder.Path, StringComparison.Ordinal)
        select origin;

    /// <summary>Runs a program that has to succeed.</summary>
    /// <exception cref="KernelSourceException">It did not.</exception>
    public void Run(string program, IReadOnlyList<string> arguments, string folder) =>
        Judge(ToolRun.Of(Tools, program, arguments, folder, Stop));

    /// <summary>Runs gcc once for each list of arguments, on all cores.</summary>
    /// <exception cref="KernelSourceException">One of them failed.</exception>
    public void Compile(IEnumerable<IReadOnlyList<string>> each, string folder)
    {
        ToolRun[] runs =
        [
            .. each.AsParallel().AsOrdered().WithCancellation(Stop)
                .WithExecutionMode(ParallelExecutionMode.ForceParallelism)
                .Select(arguments => ToolRun.Of(Tools, "gcc", arguments, folder, Stop)),
        ];
        Array.ForEach(runs, Judge);
    }

    void Judge(ToolRun run)
    {
        if (run.Code == 0)
        {
            return;
        }

        string log = Folder.Of("failed.log");
        string text = run.Text.Replace(Links, Tree.Path);
        File.WriteAllText(log, $"$ {run.Command}\n{text}");
        IReadOnlyList<string> undefined = BuildLog.Undefined(text);
        throw new KernelSourceException(undefined.Count > 0
            ? $"unsupported tree: linux {Tree.Release} needs {string.Join(", ", undefined)}"
            : $"linux {Tree.Release} cannot be built: {BuildLog.FirstError(text)} "
                + $"(all of it in {log})");
    }
}
