// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// The model with one mistake around failing allocations: what a fault matrix is there to find.
/// </summary>
sealed class WrongAllocator : ITarget
{
    static readonly Dictionary<string, Action<WrongAllocator, Step>> mistakes = new()
    {
        ["keeps a page when a pte table fails"] = KeepsAPage,
        ["takes its vmap_area from a pool of its own"] = IgnoresSlabFaults,
        ["refuses the next map_vm_area after a failure"] = RefusesTheNext,
        ["forgets a frame after a failure"] = ForgetsAFrame,
        ["allocates more than it tells"] = AllocatesInSecret,
        ["allocates to print /proc/vmallocinfo"] = AllocatesToPrint,
        ["never runs short"] = NeverRunsShort,
    };

    readonly Model.Model model = new(Era.V2632, DefectMode.Fixed);
    readonly Action<WrongAllocator, Step> execute;
    bool hasFailed;
    Counters counters;

    WrongAllocator(Action<WrongAllocator, Step> execute) => this.execute = execute;

    public static TheoryData<string> Names => [.. mistakes.Keys];

    public string Name => "wrong allocator";

    public Profile Profile => model.Profile;

    public Observations Observes => model.Observes;

    public static WrongAllocator That(string mistake) => new(mistakes[mistake]);

    public void Boot(Machine machine)
    {
        model.Boot(machine);
        hasFailed = false;
    }

    public void Execute(Step step)
    {
        execute(this, step);
        hasFailed |= step.FaultFired;
        counters = step.Counters;
    }

    public void Walk(Picture picture) => model.Walk(picture);

    public ulong Content(int frame) => model.Content(frame);

    static void KeepsAPage(WrongAllocator self, Step step)
    {
        self.model.Execute(step);
        Event[] events = step.Events.ToArray();
        if (!Array.Exists(events, static e =>
            e.Kind == EventKind.TableFail && e.Level == TableLevel.Pte))
        {
            return;
        }

        int lost = Array.FindLastIndex(events, static e => e.Kind == EventKind.PageFree);
        step.Clear(step.Index);
        step.FaultFired = true;
        step.Outcome = Outcome.Pointer(0);
        foreach (Event e in events.Where((_, i) => i != lost))
        {
            step.Add(e);
        }
    }

    static void IgnoresSlabFaults(WrongAllocator self, Step step)
    {
        Fault armed = step.Call.Fault;
        bool ignored = armed is { Site: FaultSite.Slab, Index: 1 };
        step.Call.Fault = ignored ? Fault.None : armed;
        self.model.Execute(step);
        step.Call.Fault = armed;
    }

    static void RefusesTheNext(WrongAllocator self, Step step)
    {
        if (!self.hasFailed || step.Call.Kind != CommandKind.MapVmArea)
        {
            self.model.Execute(step);
            return;
        }

        step.Outcome = Outcome.Number(-Errno.ENOMEM);
        step.Counters = self.counters;
    }

    static void ForgetsAFrame(WrongAllocator self, Step step)
    {
        if (!self.hasFailed || step.Call.Kind != CommandKind.GiveBack)
        {
            self.model.Execute(step);
            return;
        }

        Step fewer = new();
        fewer.Call.Take(new Command(CommandKind.GiveBack));
        foreach (int frame in step.Call.Pages[1..])
        {
            fewer.Call.AddPage(frame);
        }

        self.model.Execute(fewer);
        foreach (Event e in fewer.Events)
        {
            step.Add(e);
        }

        step.Counters = fewer.Counters;
    }

    static void AllocatesInSecret(WrongAllocator self, Step step)
    {
        self.model.Execute(step);
        step.FaultFired |= step.Call.Fault.Site == FaultSite.Any
            && step.Call.Kind == CommandKind.Vmalloc;
    }

    static void AllocatesToPrint(WrongAllocator self, Step step)
    {
        self.model.Execute(step);
        if (step.Call is { Kind: CommandKind.Vmallocinfo, Fault.IsArmed: true })
        {
            step.Add(new Event(
                EventKind.SlabFail, (byte)SlabKind.Va, 0, -1, Gfp.Kernel, 0, 0, 64));
            step.FaultFired = true;
        }
    }

    /// <summary>Other areas are not in its way: they get no addresses, and nobody minds.</summary>
    static void NeverRunsShort(WrongAllocator self, Step step)
    {
        if (step.Call.Kind == CommandKind.GetVmArea)
        {
            step.Outcome = Outcome.Pointer(0);
            step.Counters = self.counters;
            return;
        }

        self.model.Execute(step);
    }
}
