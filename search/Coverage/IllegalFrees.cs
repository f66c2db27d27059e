// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Which mistake of its caller a free was.</summary>
static class IllegalFrees
{
    public static readonly string[] Names =
    [
        "of NULL", "of an unaligned address", "of an address where no area is",
        "of an address inside an area", "of an area already freed", "by the wrong function",
    ];

    /// <summary>-1 when the call was no illegal free and not one of NULL.</summary>
    public static int Of(Ledger ledger, Call call)
    {
        if (ledger.Legality is not (Legality.Illegal or Legality.NoEffect))
        {
            return -1;
        }

        if (call.Address == 0)
        {
            return 0;
        }

        if ((call.Address & ledger.Machine.PageMask) != 0)
        {
            return 1;
        }

        return ledger.AreaAt(call.Address) switch
        {
            null => 2,
            { } area when area.Start != call.Address => 3,
            { IsLive: false } => 4,
            _ => 5,
        };
    }
}
