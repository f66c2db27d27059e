// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Search;
using Verification.Spec;

namespace Verification.Bench;

/// <summary>
/// The figures of the suite itself: how fast it checks, what checking costs, how much memory it
/// takes. Medians of interleaved rounds on one core; machines differ, ratios less so.
/// </summary>
public static class Program
{
    /// <summary>Prints a table; takes about a minute.</summary>
    public static int Main()
    {
        // First, while the process has held nothing else.
        long peak = PeakOfCheck();
        Print("figure", "measured", "wanted");
        foreach (Machine machine in new[] { Machines.Tight64, Machines.Toy })
        {
            Speed speed = Speed.Of(machine);
            double ratio = speed.Checked / speed.Unchecked;
            Print($"{machine.Name}: commands a CPU second, laws", $"{speed.Checked:N0}", "400,000");
            Print($"{machine.Name}: commands a CPU second, no laws", $"{speed.Unchecked:N0}", "");
            Print($"{machine.Name}: ratio", $"{ratio:F2}", "0.50 at least");
        }

        PrintLibrary(BenchedLibrary.Example, Machines.Tight64, Machines.Toy);
        PrintLibrary(BenchedLibrary.Kernel(), Machines.Tight64);

        PrintLiveAreas("the newest freed", LiveAreas.Measure(newest: true));
        PrintLiveAreas("any freed", LiveAreas.Measure(newest: false));
        LongTraces shrunk = LongTraces.Measure();
        Print($"shrinking {LongTraces.Steps} steps to 4, {shrunk.Traces} traces: median",
            $"{shrunk.Milliseconds:F1} ms", "50 ms");
        Print("runs, most of any", $"{shrunk.MostRuns}", "300 at most");
        Print("peak working set of a check", $"{peak >> 20} MB", "200 MB");
        return 0;
    }

    static void PrintLibrary(BenchedLibrary library, params Machine[] machines)
    {
        if (library.Path is not { } path)
        {
            Print(library.Name, "not built", library.How);
            return;
        }

        foreach (Machine machine in machines)
        {
            LibraryInC speed = LibraryInC.Measure(machine, path);
            LibraryInAWorker worker = LibraryInAWorker.Measure(machine, path);
            string about = $"{machine.Name}: {library.Name}";
            Print($"{about}, laws", $"{speed.InC:N0}", "");
            Print($"{machine.Name}: the model of its era, laws", $"{speed.InModel:N0}", "");
            Print($"{machine.Name}: ratio", $"{speed.InC / speed.InModel:F2}", "");
            Print($"{about}, no laws", $"{speed.Alone:N0}", "");
            Print($"{about}, in a worker", $"{worker.InWorker:N0}", "");
            Print($"{about}, in this process", $"{worker.InProcess:N0}", "");
            Print($"{machine.Name}: ratio", $"{worker.InWorker / worker.InProcess:F2}",
                "0.80 at least");
        }
    }

    static void PrintLiveAreas(string which, LiveAreas live)
    {
        (LiveAreas.Cost few, LiveAreas.Cost many) = (live.Few, live.Many);
        Print($"checking, 10 live areas, {which}", $"{few.Checking:F0} ns", "");
        Print($"checking, 10,000 live areas, {which}", $"{many.Checking:F0} ns", "");
        Print("ratio", $"{many.Checking / few.Checking:F2}", "1.50 at most");
        Print("ratio of the target alone", $"{many.Target / few.Target:F2}", "");
        Print("law evaluations a command", $"{few.Evaluations:F1}, {many.Evaluations:F1}", "");
    }

    static void Print(string figure, string measured, string wanted) =>
        Console.WriteLine($"{figure,-48}{measured,16}  {wanted}");

    static long PeakOfCheck()
    {
        CampaignPlan plan = new()
        {
            Seed = 1,
            Time = TimeSpan.FromSeconds(5),
            Jobs = System.Environment.ProcessorCount,
        };
        new Campaign(plan, static (era, mode) => new Model.Model(era, mode)).Run();
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64;
    }
}
