// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// The model with one mistake around failing allocations: what a fault matrix is there to find.
/// </summary>
sealed class WrongAllocator : ITarget
{
    /// <summary>Slab objects from here on the model does not come to.</summary>
    const int Spare = 1 << 16;

    static readonly Dictionary<string, Action<WrongAllocator, Step>> mistakes = new()
    {
        ["keeps a page when a pte table fails"] = KeepsAPage,
        ["takes its vmap_area from a pool of its own"] = IgnoresSlabFaults,
        ["refuses the next map_vm_area after a failure"] = RefusesTheNext,
        ["forgets a frame after a failure"] = ForgetsAFrame,
        ["allocates more than it tells"] = AllocatesInSecret,
        ["allocates to print /proc/vmallocinfo"] = AllocatesToPrint,
        ["never runs short"] = NeverRunsShort,
        ["keeps a vmap_area at each purge once it has failed twice"] = KeepsAVmapArea,
        ["keeps a node of a tree at each purge once it has failed twice"] = KeepsANode,
    };

    readonly Model.Model model = new(Era.V2632, DefectMode.Fixed);
    readonly Action<WrongAllocator, Step> execute;
    readonly List<SlabKind> spares = [];
    Func<Profile, Profile> facts = static facts => facts;
    int failures;
    Counters counters;

    WrongAllocator(Action<WrongAllocator, Step> execute) => this.execute = execute;

    /// <summary>None: its first purge takes a vmap_area that it keeps for later.</summary>
    public static WrongAllocator WithASpare { get; } = new(KeepsASpare);

    /// <summary>None: once it has failed, its first purge takes what its tree needs.</summary>
    public static WrongAllocator WithATree { get; } = new(KeepsATree);

    /// <summary>None: it claims to keep __GFP_NOFAIL, but is known not to where tables fail.</summary>
    public static WrongAllocator WithAKnownDefect { get; } =
        new(static (self, step) => self.model.Execute(step))
        {
            facts = static facts => facts with
            {
                HonoursNofail = true, Known = KnownDefects.NofailMapsOverItself,
            },
        };

    public static TheoryData<string> Names => [.. mistakes.Keys];

    public string Name => "wrong allocator";

    /// <summary>As a kernel that is not 2.6.32 claims it: some of its laws say the same.</summary>
    public Profile Profile => facts(model.Profile with { Reach = Reach.Linux });

    public Observations Observes => model.Observes;

    public static WrongAllocator That(string mistake) => new(mistakes[mistake]);

    public ReadOnlySpan<Event> Booted => model.Booted;

    public void Boot(Machine machine)
    {
        model.Boot(machine);
        failures = 0;
        spares.Clear();
    }

    public void Execute(Step step)
    {
        execute(this, step);
        failures += step.FaultFired ? 1 : 0;
        counters = step.Counters;
    }

    public void Walk(Picture picture)
    {
        model.Walk(picture);
        for (int i = 0; i < spares.Count; i++)
        {
            picture.Objects.Add(new ObjectEntry(Spare + i, spares[i], 64, 64));
        }
    }

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
        if (self.failures == 0 || step.Call.Kind != CommandKind.MapVmArea)
        {
            self.model.Execute(step);
            return;
        }

        step.Outcome = Outcome.Number(-Errno.ENOMEM);
        step.Counters = self.counters;
    }

    static void ForgetsAFrame(WrongAllocator self, Step step)
    {
        if (self.failures == 0 || step.Call.Kind != CommandKind.GiveBack)
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

    /// <summary>At a purge, where no law asks what a call gave back.</summary>
    static void KeepsAVmapArea(WrongAllocator self, Step step) =>
        self.AtAPurge(step, self.failures >= 2, SlabKind.Va);

    static void KeepsANode(WrongAllocator self, Step step) =>
        self.AtAPurge(step, self.failures >= 2, SlabKind.Other);

    static void KeepsASpare(WrongAllocator self, Step step) =>
        self.AtAPurge(step, self.spares.Count == 0, SlabKind.Va);

    static void KeepsATree(WrongAllocator self, Step step) =>
        self.AtAPurge(step, self.failures > 0 && self.spares.Count == 0, SlabKind.Other);

    void AtAPurge(Step step, bool takes, SlabKind kind)
    {
        model.Execute(step);
        if (takes && step.Call.Kind == CommandKind.VmUnmapAliases)
        {
            step.Add(new Event(
                EventKind.SlabAlloc, (byte)kind, Spare + spares.Count, -1, Gfp.Kernel, 0, 0, 64));
            spares.Add(kind);
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
