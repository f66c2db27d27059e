// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>The kind of allocation a fault waits for.</summary>
public enum FaultSite : byte
{
    None,
    Slab,
    Page,
    Table,

    /// <summary>Slab, page and table visits counted together.</summary>
    Any,
}

/// <summary>How long a fault lasts once its visit has come.</summary>
public enum FaultMode : byte
{
    Once,

    /// <summary>To the end of the command.</summary>
    Sticky,

    /// <summary>Every second visit from there on.</summary>
    Alternate,
}

/// <summary>
/// An allocation failure armed for one command. Visits are counted from 0 within the command.
/// </summary>
public readonly record struct Fault(FaultSite Site, FaultMode Mode, int Index)
{
    public static readonly Fault None;

    public bool IsArmed => Site != FaultSite.None;
}

/// <summary>The one door through which a target asks whether an allocation fails.</summary>
public struct FaultPlan
{
    Fault first;
    Fault second;
    int slab;
    int page;
    int table;

    /// <summary>True once the armed fault has made an allocation fail.</summary>
    public bool Fired { get; private set; }

    /// <summary>Visits of each site so far, in this command.</summary>
    public readonly (int Slab, int Page, int Table) Visits => (slab, page, table);

    /// <summary>Starts a command: visits are counted from 0 again.</summary>
    public void Arm(Fault fault, Fault also = default)
    {
        first = fault;
        second = also;
        slab = page = table = 0;
        Fired = false;
    }

    /// <summary>
    /// Whether a reading is due before the visit of <paramref name="site"/> that comes next.
    /// </summary>
    public readonly bool IsDue(Reading reading, FaultSite site) => reading.Site switch
    {
        FaultSite.Any => reading.Index == slab + page + table,
        _ => reading.Site == site && reading.Index == site switch
        {
            FaultSite.Slab => slab,
            FaultSite.Page => page,
            _ => table,
        },
    };

    /// <summary>Counts a visit of <paramref name="site"/> and says whether it fails.</summary>
    public bool Fails(FaultSite site)
    {
        int any = slab + page + table;
        int own = site switch
        {
            FaultSite.Slab => slab++,
            FaultSite.Page => page++,
            _ => table++,
        };
        bool fails = Hits(first, site, any, own) || Hits(second, site, any, own);
        Fired |= fails;
        return fails;
    }

    static bool Hits(Fault fault, FaultSite site, int any, int own)
    {
        if (fault.Site != FaultSite.Any && fault.Site != site)
        {
            return false;
        }

        int late = (fault.Site == FaultSite.Any ? any : own) - fault.Index;
        return fault.Mode switch
        {
            FaultMode.Once => late == 0,
            FaultMode.Sticky => late >= 0,
            _ => late >= 0 && (late & 1) == 0,
        };
    }
}
