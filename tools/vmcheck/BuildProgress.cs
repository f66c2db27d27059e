// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;

namespace Verification.Vmcheck;

/// <summary>
/// Shows a build while it runs: in place on a terminal, else a line a stage; nothing at all when
/// there is nothing to build.
/// </summary>
sealed class BuildProgress : IDisposable
{
    const string EraseLine = "\r\e[K";

    static readonly TimeSpan second = TimeSpan.FromSeconds(1);

    readonly TextWriter output;
    readonly bool isTerminal;
    readonly Stopwatch time = Stopwatch.StartNew();
    readonly Lock turn = new();
    readonly Timer? clock;
    string doing = "";
    string what = "";
    bool isOver;

    public BuildProgress(TextWriter output)
    {
        this.output = output;
        isTerminal = ReferenceEquals(output, Console.Error) && !Console.IsErrorRedirected;
        clock = isTerminal ? new Timer(_ => Show(), null, second, second) : null;
    }

    /// <summary>As <see cref="Targets.StageReport"/>.</summary>
    public void Report(string building, string stage)
    {
        lock (turn)
        {
            if (isOver)
            {
                return;
            }

            what = building;
            doing = $"building {building}: {stage}";
            if (!isTerminal)
            {
                output.WriteLine($"{doing} ...");
            }
        }

        Show();
    }

    /// <summary>Ends the display: what is built later is not shown.</summary>
    public void Dispose()
    {
        clock?.Dispose();
        lock (turn)
        {
            if (what.Length > 0)
            {
                output.WriteLine(
                    $"{(isTerminal ? EraseLine : "")}{what}: {time.Elapsed.TotalSeconds:F0} s");
            }

            doing = "";
            isOver = true;
        }
    }

    void Show()
    {
        lock (turn)
        {
            if (isTerminal && doing.Length > 0)
            {
                output.Write($"{EraseLine}{doing} ... {time.Elapsed.TotalSeconds:F0} s");
            }
        }
    }
}
