// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;

namespace Verification.Browser;

/// <summary>Reports of every kind that a page has to show.</summary>
static class Reports
{
    static readonly Lazy<string> several = new(() => HtmlReport.Of(OfAHunt(), default));
    static readonly Lazy<string> tenThousand = new(() => Of(Busy(10_000)));

    /// <summary>What a hunt found in the kernel as it was.</summary>
    public static string SeveralFindings => several.Value;

    /// <summary>10,000 calls on 64 GiB of addresses, with 300 blocks at a time.</summary>
    public static string TenThousandSteps => tenThousand.Value;

    /// <summary>A block that is freed twice, and another one that goes with it.</summary>
    public static Trace DoubleVfree { get; } = Read("small", DefectMode.Faithful,
        "p0 = vmalloc(8192)\nvfree(p0)\np1 = vmalloc(12288)\nvfree(p0)\n");

    /// <summary>The kernel as it was runs into a BUG.</summary>
    public static Trace Deadly { get; } = Read("small", DefectMode.Faithful,
        "p0 = vmalloc(4096)\nvfree(p0)\nvfree(p0)\n");

    /// <summary>An area whose end is 2^64.</summary>
    public static Trace Wrapped { get; } = Read("small", DefectMode.Faithful,
        "a0 = get_vm_area(0xffffb6fffffff000, VM_MAP)\n", Era.V2637);

    /// <summary>The last call finds no hole that is large enough.</summary>
    public static Trace NoRoom { get; } = Read("smp", DefectMode.Fixed,
        "p0 = vmalloc(163840)\np1 = vmalloc(286720)\np2 = vmalloc(81920)\nvfree(p0)\n"
            + "vm_unmap_aliases()\np3 = vmalloc(512000)\n");

    /// <summary>The last call does more than any other.</summary>
    public static Trace Purge { get; } = Read("x86-64", DefectMode.Fixed, string.Concat(
        Enumerable.Range(0, 25).Select(static i => $"p{i} = vmalloc(4096)\n")
            .Concat(Enumerable.Range(0, 25).Select(static i => $"vfree(p{i})\n")))
            + "vm_unmap_aliases()\n");

    /// <summary>A hundred calls on 32 TiB of addresses.</summary>
    public static Trace Wide { get; } = Drawn(7, "x86-64", 100);

    /// <summary>What <c>replay</c> writes of a trace that lies in a file.</summary>
    public static string Of(Trace trace, string file = "some.trace")
    {
        using CheckedTarget target = new(CheckedTarget.Model, null);
        return HtmlReport.Of(TraceContent.Of(
            JudgedTrace.Of(trace, target, TextWriter.Null, default), file, "model"), default);
    }

    /// <summary>A drawn trace as it is written down.</summary>
    public static Trace Drawn(ulong seed, string machine, int length)
    {
        Trace drafted = Generator.Draw(
            seed, Machines.Find(machine)!, Era.V2632, DefectMode.Fixed, length);
        Checker recorder = new(new Model.Model(drafted.Era, drafted.Mode), []) { Records = true };
        recorder.Run(drafted);
        return drafted with { Commands = [.. recorder.Named] };
    }

    static Trace Read(
        string machine, DefectMode mode, string commands, Era era = Era.V2632) => TraceReader.Read(
            TraceWriter.Write(new Trace(Machines.Find(machine)!, era, mode, [])) + commands);

    static ReportContent OfAHunt()
    {
        CampaignPlan plan = new()
        {
            Seed = 3,
            Traces = 400,
            Mode = DefectMode.Faithful,
            Machines = [Machines.Find("small")!],
        };
        using CheckedTarget target = new(CheckedTarget.Model, null);
        return CampaignContent.Of(new Campaign(plan, target.Fresh).Run(), target, false);
    }

    static Trace Busy(int length)
    {
        const int Live = 300;
        ulong[] pages = [1, 2, 3, 16, 32];
        Machine machine = Machines.Find("large")! with { Frames = 9000, TotalRam = 20_000 };
        Prng random = new(5);
        List<int> live = [];
        List<Command> commands = [];
        while (commands.Count < length)
        {
            if (live.Count == Live || (live.Count > 0 && random.Percent(45)))
            {
                int place = random.Below(live.Count);
                commands.Add(new(CommandKind.Vfree) { Pointer = Operand.Named(live[place]) });
                live.RemoveAt(place);
            }
            else
            {
                live.Add(commands.Count);
                commands.Add(new(CommandKind.Vmalloc)
                {
                    Name = commands.Count,
                    Size = random.Pick<ulong>(pages) * machine.PageSize,
                });
            }
        }

        return new Trace(machine, Era.V2632, DefectMode.Fixed, commands);
    }
}
