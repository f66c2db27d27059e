// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    readonly bool[] earlyEnded = new bool[EarlyAreas.Most];

    /// <summary>Takes in what a target did while it booted; a step of no call.</summary>
    internal void FoldBoot(Step step, ReadOnlySpan<Event> events)
    {
        Array.Clear(earlyEnded);
        step.Clear(-1);
        step.Call.Take(new Command(CommandKind.Grace));
        foreach (ref readonly Event e in events)
        {
            step.Add(e);
        }

        Begin(step);
        Fold();
        for (int i = 0; i < Machine.Early.Count; i++)
        {
            if (AreaFrom(Machine.EarlyStart(i)) is { IsLive: true } area)
            {
                area.IsEarly = true;
                area.Product = Product.Area;
            }
        }
    }

    /// <summary>Every area registered before boot, and not removed since, is there as it was.</summary>
    public bool EarlyAreasStand()
    {
        bool stand = true;
        for (int i = 0; stand && i < Machine.Early.Count; i++)
        {
            EarlyArea early = Machine.Early[i];
            stand = earlyEnded[i]
                || (AreaFrom(Machine.EarlyStart(i)) is { IsLive: true, IsEarly: true } area
                    && area.End - area.Start == early.Size && area.VmSize == early.Size
                    && area.Flags == early.Flags);
        }

        return stand;
    }

    void EndEarly(ulong start)
    {
        for (int i = 0; i < Machine.Early.Count; i++)
        {
            earlyEnded[i] |= Machine.EarlyStart(i) == start;
        }
    }
}
