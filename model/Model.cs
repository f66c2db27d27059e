// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// The executable state machine of vmalloc in Linux 2.6.32 (and, by era, 2.6.37, 2.6.39 and 3.0),
/// ported function by function on a simulated machine. The parts of this class are the parts of
/// mm/vmalloc.c.
/// </summary>
public sealed partial class Model : ITarget
{
    readonly Era era;
    readonly bool faithful;
    Machine machine = new() { Name = "none" };
    ulong pageSize;
    ulong pageMask;
    ulong longMask;

    /// <summary>UINT_MAX; all ones in fixed mode, which computes in full width.</summary>
    ulong intMask;

    /// <summary>Bits that an int is short of 64; 0 in fixed mode.</summary>
    int intShort;
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
        placement = Placement.Of(era, faithful, vmapAreas, vmapAreaSlots);
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
        longMask = vmapAreas.LongMask = machine.LongMask;
        intMask = faithful ? machine.IntMask : ulong.MaxValue;
        intShort = faithful ? 64 - machine.IntBits : 0;
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
        placement.Reset(pageSize);
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

    /// <summary>
    /// The one door of all allocations: counts the visit, says whether it fails. Here another task
    /// may come by and read the list.
    /// </summary>
    bool Fails(FaultSite site)
    {
        if (step.Call.Reading is { IsArmed: true } reading && faults.IsDue(reading, site))
        {
            ReadInCall(step.Text);
        }

        return faults.Fails(site);
    }

    /// <summary>A sum as an unsigned long holds it: modulo 2^BITS_PER_LONG.</summary>
    ulong UnsignedLong(ulong value) => value & longMask;

    /// <summary>
    /// A number as an unsigned int holds it: faithful mode loses what does not fit, as C does.
    /// </summary>
    ulong UnsignedInt(ulong value) => value & intMask;

    /// <summary>The same for an int, which is negative from half of them on.</summary>
    [Kernel("free_unmap_vmap_area_noflush", "lazy.2")]
    long SignedInt(long value) => value << intShort >> intShort;

    void Emit(EventKind kind, KernelLock which) =>
        step.Add(new Event(kind, (byte)which, 0, 0, Gfp.None, 0, 0, 0));

    void Warn(Splat splat, ulong address) =>
        step.Add(new Event(EventKind.Warn, (byte)splat, 0, 0, Gfp.None, address, 0, 0));
}
