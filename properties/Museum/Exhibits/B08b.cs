// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B08b
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B08b",
        Title = "the exact hole does not fit once more",
        Source = "made by 89699605fe7, 2.6.39; mended in 3.0 (248ac0e1)",
        Story = "The new search with its cache compared with >= again, as in 2.6.28: a hole "
            + "as large as the request counts as too small. In 3.0 the comparison was "
            + "mended.",
        Plant =
        [
            new(
                "IsInTheWay", "isTooStrict ? end >= start : end > start", "end >= start"),
        ],
        Steps = ["alloc-va.14"],
        Breaks = [PurgeLaws.NoRefusalWhileAHoleFits, PurgeLaws.NoPurgeWhileAHoleFits],
        Shortest = 2,
    };
}
