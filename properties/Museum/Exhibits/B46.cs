// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class B46
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "B46",
        Title = "the sum of size and offset wraps",
        Source = "bdebd6a2831b, 5.7",
        Story = "Whether a user mapping fits into its area was tested with a sum. An offset "
            + "near 2^52 pages makes it wrap, the test passes, and pages below the area are "
            + "given to the process.",
        Plant = [
            new(
                "Exceeds",
                "usize > bytes || pgoff > (bytes - usize) >> machine.PageShift",
                "unchecked(usize + (pgoff << machine.PageShift)) > bytes"),
        ],
        Steps = ["remap.2"],
        Breaks = [
            UserLaws.RemapsAreRefusedWithoutLeave,
            UserLaws.UsersAreGivenTheirPages,
            FailureLaws.NoCallEndsInABug,
        ],
        Shortest = 2,
    };
}
