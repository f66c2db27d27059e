// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V36
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V36",
        Title = "vread tells how far it came",
        Source = "classic mistake",
        Story = "vread returns the bytes it copied and not the count its caller asked for. A "
            + "reader takes the rest, which holds zeros, for the end of the file.",
        Plant = [new("Vread", "return done == 0 ? 0 : buflen;", "return done;")],
        Steps = ["vread.3"],
        Breaks = [VreadLaws.VreadSeesTheAreas],
        Shortest = 2,
    };
}
