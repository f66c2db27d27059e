// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>The trace files of the red cells of one run.</summary>
sealed class MatrixTraces
{
    /// <summary>Files a run writes at most: a target may be wrong everywhere.</summary>
    public const int Most = 1000;

    const string Folder = "vmcheck-matrix";

    readonly Dictionary<FaultCell, string> files = [];

    MatrixTraces(string target) => Target = target;

    /// <summary>The target of the run, as named on the command line.</summary>
    public string Target { get; }

    public int Count => files.Count;

    /// <summary>Null when the cell passed, or its file was not written.</summary>
    public string? FileOf(FaultCell cell) => files.GetValueOrDefault(cell);

    /// <summary>What judges a cell again.</summary>
    public string Again(string file) =>
        CommandLine.Of($"matrix{FailureReport.TargetOption(Target)} --cell {file}");

    /// <summary>
    /// Writes each red cell to a file below <c>vmcheck-matrix</c> in the current directory. What
    /// cannot be written is said once; the report still tells of the cell.
    /// </summary>
    public static MatrixTraces Save(MatrixReport report, TextWriter error)
    {
        MatrixTraces traces = new(report.Plan.Target);
        foreach (FaultCell cell in report.Red.Take(Most))
        {
            string file = $"{Folder}/{traces.Count + 1:D4}-{cell.Call.Row.Name}.trace";
            if (Write(file, cell) is { } problem)
            {
                error.WriteLine($"vmcheck: {problem}");
                break;
            }

            traces.files.Add(cell, file);
        }

        return traces;
    }

    static string? Write(string file, FaultCell cell)
    {
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return $"{Folder} cannot be made: {unwritable.Message}";
        }

        return TraceOutput.Write(file, cell.Trace);
    }
}
