// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>How far the call had come in which another task read the list.</summary>
static class ReadingOutcomes
{
    public static readonly string[] Names =
    [
        "not reached", "beside whole areas only", "a block without its array",
        "a block without its pages", "a block with some of them", "a block that is being mapped",
    ];

    public static int Of(Ledger ledger, Step step)
    {
        int half = ledger.Tally.HalfBuilt > 0 ? 2 : 1;
        foreach (ref readonly Event e in step.Events)
        {
            switch (e.Kind)
            {
                case EventKind.ListRead:
                    return half;
                case EventKind.VmPagesSet when half > 1:
                    half = 3;
                    break;
                case EventKind.PageAlloc when half > 1:
                    half = 4;
                    break;
                case EventKind.PteSet or EventKind.TableAlloc when half > 1:
                    half = 5;
                    break;
                case EventKind.VmPagesCounted when half > 1:
                    half = 2;
                    break;
                default:
                    break;
            }
        }

        return 0;
    }
}
