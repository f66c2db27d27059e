// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Which allocation of a command an armed fault makes fail.</summary>
public sealed class FaultPlanVisits
{
    const string Sites = "spptpstp";

    [Theory]
    [InlineData(FaultSite.None, FaultMode.Sticky, 0, "........")]
    [InlineData(FaultSite.Slab, FaultMode.Once, 1, ".....x..")]
    [InlineData(FaultSite.Page, FaultMode.Once, 0, ".x......")]
    [InlineData(FaultSite.Page, FaultMode.Sticky, 1, "..x.x..x")]
    [InlineData(FaultSite.Page, FaultMode.Alternate, 1, "..x....x")]
    [InlineData(FaultSite.Table, FaultMode.Sticky, 2, "........")]
    [InlineData(FaultSite.Any, FaultMode.Once, 3, "...x....")]
    [InlineData(FaultSite.Any, FaultMode.Alternate, 4, "....x.x.")]
    [InlineData(FaultSite.Any, FaultMode.Sticky, 5, ".....xxx")]
    public void Fail_where_the_fault_says(FaultSite site, FaultMode mode, int index, string fails)
    {
        FaultPlan plan = default;
        plan.Arm(new Fault(site, mode, index));

        Assert.Equal(fails, Follow(ref plan));
        Assert.Equal(fails.Contains('x'), plan.Fired);
        Assert.Equal((2, 4, 2), plan.Visits);
    }

    [Fact]
    public void Obey_two_faults_at_once()
    {
        FaultPlan plan = default;
        plan.Arm(new(FaultSite.Slab, FaultMode.Once, 0), new(FaultSite.Table, FaultMode.Once, 1));

        Assert.Equal("x.....x.", Follow(ref plan));
    }

    [Fact]
    public void Are_counted_from_0_again_by_each_command()
    {
        FaultPlan plan = default;
        plan.Arm(new Fault(FaultSite.Page, FaultMode.Once, 0));
        Follow(ref plan);
        plan.Arm(Fault.None);

        Assert.Equal("........", Follow(ref plan));
        Assert.False(plan.Fired);
    }

    static string Follow(ref FaultPlan plan)
    {
        var seen = new char[Sites.Length];
        for (int i = 0; i < Sites.Length; i++)
        {
            FaultSite site = Sites[i] switch
            {
                's' => FaultSite.Slab,
                'p' => FaultSite.Page,
                _ => FaultSite.Table,
            };
            seen[i] = plan.Fails(site) ? 'x' : '.';
        }

        return new string(seen);
    }
}
