// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    /// <summary>
    /// Another task reads the list: what it saw is held against the areas as they are now. There is
    /// one text in a step, so that a call is read in once.
    /// </summary>
    void ListRead()
    {
        if (Tally.ListsRead++ > 0)
        {
            Tally.Strays++;
            return;
        }

        string text = Step.Text.ToString();
        Tally.UnlockedReads += locks[(int)KernelLock.Vmlist] > 0 ? 0 : 1;
        Tally.HalfBuilt += Areas.All().Count(static area => area is { IsLive: true, IsHalfBuilt: true });
        Tally.WrongLists +=
            Listing.ListsTheLive(this, text) && Listing.TellsEach(this, text) ? 0 : 1;
    }
}
