// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V10
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V10",
        Title = "an empty table is replaced",
        Source = "classic mistake",
        Story = "A table without entries is not used again: a new one is linked in its place. The "
            + "old one is lost, and with it a page for each range that was once mapped.",
        Plant =
        [
            new(
                "PteAllocKernel",
                "pmd.Below[i] ??",
                "pmd.Below[i] is { Present: > 0 } used ? used :"),
        ],
        Steps = ["vmap-range.2"],
        Breaks = [TranslationLaws.TablesAreLinkedOnce, TranslationLaws.TranslationsAreReachable],
        Shortest = 3,
    };
}
