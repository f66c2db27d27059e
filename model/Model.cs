// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// The executable state machine of vmalloc in Linux 2.6.32 (and, by era, 2.6.37), ported function
/// by function on a simulated machine. The parts of this class are the parts of mm/vmalloc.c.
/// </summary>
public sealed partial class Model : ITarget
{
    readonly Era era;
    readonly bool faithful;
    Machine machine = new() { Name = "none" };
    ulong pageSize;
    ulong pageMask;
    Step step = new();
    FaultPlan faults;
    bool inInterrupt;
    bool isDead = true;

    /// <summary>The range whose descriptor was made last.</summary>
    VmapArea? inserted;

    /// <summary>The block a call is about to return; null when it returns none.</summary>
    VmStruct? built;

    /// <summary>A model of an era, its defects repaired or kept.</summary>
    public Model(Era era, DefectMode mode)
    {
        this.era = era;
        faithful = mode == DefectMode.Faithful;
        Profile = Profile.Of(era, mode);
        vmlist = new(vmStructs);
    }

    /// <inheritdoc/>
    public string Name => "model";

    /// <inheritdoc/>
    public Profile Profile { get; }

    /// <inheritdoc/>
    public Observations Observes => Observations.All;

    /// <inheritdoc/>
    /// <remarks>Booting the same machine again costs what the last trace touched.</remarks>
    public void Boot(Machine machine)
    {
        bool isSame = ReferenceEquals(machine, this.machine) || machine == this.machine;
        this.machine = machine;
        pageSize = machine.PageSize;
        pageMask = machine.PageMask;
        contents.Reset(machine, isSame, frames.HighWater);
        frames.Reset(machine, isSame);
        initMm.Reset(machine, isSame);
        tlb.Reset();
        vmStructs.Reset();
        vmapAreaSlots.Reset();
        pagesArrays.Reset();
        percpuVms.Reset();
        percpuGroups.Clear();
        vmlist.Clear();
        vmapAreas.Clear();
        InitVmapBlocks();
        ClearKmemleak();
        kmemleakEnabled = true;
        nextObject = oddAreas = lazyCount = rcuPending = 0;
        vmapLazyNr = 0;
        vmapAreaPcpuHole = machine.End;
        inInterrupt = isDead = isPurging = false;
        BootEarlyAreas();
    }

    /// <inheritdoc/>
    public void Execute(Step step)
    {
        if (isDead)
        {
            throw new InvalidOperationException("After a BUG only Boot may follow.");
        }

        this.step = step;
        faults.Arm(step.Call.Fault, step.Call.AlsoFault);
        try
        {
            step.Outcome = Run(step.Call);
            if (machine.Rcu == RcuMode.EndOfCommand)
            {
                RunRcuCallbacks();
            }
        }
        catch (KernelBug bug)
        {
            step.Outcome = new Outcome(OutcomeKind.Bug, Bug: bug.Function);
            isDead = true;
        }

        step.FaultFired = faults.Fired;
        step.Counters = CountersNow();
    }

    /// <inheritdoc/>
    public ulong Content(int frame) => contents.Tag(frame);

    Counters CountersNow() => new()
    {
        LazyPages = vmapLazyNr,
        PagesInUse = frames.InUse,
        RcuPending = rcuPending,
        Tables = initMm.Count,
    };

    /// <summary>The one door of all allocations: counts the visit, says whether it fails.</summary>
    bool Fails(FaultSite site) => faults.Fails(site);

    void Emit(EventKind kind, KernelLock which) =>
        step.Add(new Event(kind, (byte)which, 0, 0, Gfp.None, 0, 0, 0));

    void Warn(Splat splat, ulong address) =>
        step.Add(new Event(EventKind.Warn, (byte)splat, 0, 0, Gfp.None, address, 0, 0));
}
