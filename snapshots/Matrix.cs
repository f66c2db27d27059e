// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Vmcheck;

namespace Verification.Snapshots;

public class Matrix
{
    /// <summary>Another number of sites: a call allocates otherwise than before.</summary>
    [Fact]
    public Task Of_toy_pages_on_two_nodes()
    {
        MatrixReport report = new MatrixRun(
            new MatrixPlan { Machines = [MatrixMachines.All[1]], Jobs = 2 },
            static (era, mode) => new Model.Model(era, mode)).Run();
        Assert.Empty(report.Red);
        return Verify(MatrixText.Summary(report)).UseDirectory("dumps");
    }
}
