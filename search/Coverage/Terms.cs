// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What a run has been through, in vmalloc's own terms.</summary>
public sealed class Terms
{
    readonly Dimension fit = new("fit", [.. Fits.Names, "found after a purge"]);
    readonly Dimension nesting = new(
        "pages array", ["in the slab", "nested", "nested twice or more"]);
    readonly Dimension protection = new(
        "protection", ["PAGE_KERNEL", "PAGE_KERNEL_EXEC", "another"]);
    readonly Dimension purge = new(
        "purge", ["the mark was crossed", "no hole was left", "vm_unmap_aliases"],
        "an idle block went with it");
    readonly Dimension illegal = new("illegal free", IllegalFrees.Names);
    /// <summary>Real code is not asked for groups, so that nobody misses them there.</summary>
    readonly Dimension percpu = new("percpu group", [], PercpuOutcomes.Names);
    readonly Dimension users = new(
        "user mapping", [], ["all of an area", "a part of one", "refused"]);
    readonly Dimension devices = new(
        "device range", [], ["a power of two", "another size", "more than 128 pages"]);
    /// <summary>Not every target lets another task read the list.</summary>
    readonly Dimension readings = new("list read in a call", [], ReadingOutcomes.Names);
    readonly Dimension mapped = new("pages of vm_map_ram", [], RamOutcomes.Mapped);
    readonly Dimension unmapped = new("of vm_unmap_ram", [], RamOutcomes.Unmapped);
    readonly Dimension[] faults =
    [
        .. Enum.GetValues<FaultSite>().Where(site => site != FaultSite.None)
            .Select(site => new Dimension(
                $"fault at {TraceWords.Of(site)}",
                FaultOutcomes.Names, FaultOutcomes.SurvivedName)),
    ];

    /// <summary>Every dimension, in the order in which they are shown.</summary>
    public IEnumerable<Dimension> All =>
    [
        fit, nesting, protection, purge, illegal, mapped, unmapped, percpu, users, devices,
        readings, .. faults,
    ];

    /// <summary>Counts a judged step.</summary>
    internal void Add(Ledger ledger, Step step)
    {
        if (ledger.Tally.Reserved > 0)
        {
            AddFits(ledger, step);
        }

        if (ledger.Result is { } made)
        {
            AddMade(made);
        }

        AddPurges(ledger.Tally, step);
        AddRam(ledger, step);
        if (step.Call.Kind == CommandKind.RemapVmallocRange)
        {
            AddRemap(ledger, step);
        }

        int mistake = IllegalFrees.Of(ledger, step.Call);
        if (mistake >= 0)
        {
            illegal.Count(mistake);
        }

        if (step.Call.AreaCount > 0)
        {
            percpu.Count(PercpuOutcomes.Of(ledger, step));
        }

        if (step.Call.Reading.IsArmed)
        {
            readings.Count(ReadingOutcomes.Of(ledger, step));
        }

        if (step.Call.Fault.IsArmed)
        {
            faults[(int)step.Call.Fault.Site - 1].Count(FaultOutcomes.Of(step));
        }
    }

    internal void Add(Terms other)
    {
        foreach ((Dimension mine, Dimension others) in All.Zip(other.All))
        {
            mine.Add(others);
        }
    }

    internal void Write(BinaryWriter output)
    {
        foreach (Dimension dimension in All)
        {
            dimension.Write(output);
        }
    }

    internal void Add(BinaryReader input)
    {
        foreach (Dimension dimension in All)
        {
            dimension.Add(input);
        }
    }

    void AddFits(Ledger ledger, Step step)
    {
        foreach (Area area in ledger.TouchedAreas)
        {
            if (area.CreatedIn == step.Index && area.State != AreaState.Gone)
            {
                fit.Count(Fits.Of(ledger, area));
            }
        }

        if (ledger.Tally.PurgesForSpace > 0)
        {
            fit.Count(Fits.Names.Length);
        }
    }

    void AddMade(Area made)
    {
        protection.Count(
            made.Asked.Prot == Pgprot.Kernel ? 0 : made.Asked.Prot == Pgprot.KernelExec ? 1 : 2);
        if (made.Product == Product.Block)
        {
            int levels = 0;
            for (Area? array = made.Nested; array is not null; array = array.Nested)
            {
                levels++;
            }

            nesting.Count(Math.Min(levels, 2));
        }
        else if (made.Product == Product.Device)
        {
            ulong pages = made.Pages - 1;
            devices.Count(pages > 128 ? 2 : ulong.IsPow2(pages) ? 0 : 1);
        }
    }

    void AddRemap(Ledger ledger, Step step) => users.Count(step.Outcome.Signed < 0 ? 2
        : ledger.Subject is { } area && step.Call.Size >> ledger.Machine.PageShift == area.Pages - 1
            ? 0 : 1);

    void AddRam(Ledger ledger, Step step)
    {
        int map = RamOutcomes.OfMap(ledger, step);
        int unmap = RamOutcomes.OfUnmap(ledger, step);
        if (map >= 0)
        {
            mapped.Count(map);
        }

        if (unmap >= 0)
        {
            unmapped.Count(unmap);
        }
    }

    void AddPurges(Tally tally, Step step)
    {
        if (tally.Purges == 0)
        {
            return;
        }

        purge.Count(tally.PurgesForSpace > 0 ? 1 : tally.PurgesAtTheMark > 0 ? 0 : 2);
        if (step.Call.Kind != CommandKind.VmUnmapRam && EndsABlock(step))
        {
            purge.Count(3);
        }
    }

    static bool EndsABlock(Step step)
    {
        foreach (ref readonly Event e in step.Events)
        {
            if (e.Kind == EventKind.VbRemove)
            {
                return true;
            }
        }

        return false;
    }
}
