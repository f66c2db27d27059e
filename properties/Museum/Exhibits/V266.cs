// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V266
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V266",
        Title = "vunmap loses the descriptor",
        Source = "classic mistake",
        Story = "The descriptor is freed with pages and array, inside the branch of those who "
            + "own them. vunmap, which leaves the pages alone, leaves it as well.",
        Plant =
        [
            new(
                "VunmapInner",
                """
                    Kfree(area.Array);
                    }
                }

                Kfree(area);
                """,
                """
                        Kfree(area.Array);
                    }

                    Kfree(area);
                }
                """),
        ],
        Steps = ["vunmap-inner.5"],
        Breaks = [FreeLaws.FreeGivesBackItsObjects],
        Shortest = 2,
    };
}
