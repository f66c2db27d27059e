// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Xunit;
using Finding = Verification.Search.Finding;

namespace Verification.Properties;

/// <summary>targets/example: a vmalloc in C that keeps the laws, and four that do not.</summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class TheExample
{
    [CFact]
    public void Keeps_every_law_it_can_be_held_to_for_a_hundred_thousand_commands()
    {
        CampaignReport report = Hunt("example", 2600);

        Assert.Empty(report.Findings.Select(static finding => finding.Failure.Violation));
        Assert.InRange(report.Figures.Commands, 100_000, long.MaxValue);
        Assert.Contains(
            $"keeps {report.Laws.Count(static law => law.Mood == Mood.Always)} laws",
            Repository.Read("docs/c-abi.md"));
        Assert.Equal(
            [nameof(VreadLaws.VwriteHitsTheAreas)],
            report.Laws.Where(law => law.Mood == Mood.Always && report.Figures.ChecksOf(law) == 0)
                .Select(static law => law.Name));
        Assert.All(
            [nameof(Sightings.AMappingFailsHalfWay), nameof(Sightings.AVmallocFailsHalfWay)],
            name => Assert.NotEqual(0, report.Figures.ChecksOf(Claim.Find(name)!)));
    }

    [CTheory]
    [InlineData("no_guard_page", nameof(AreaLaws.EveryAreaEndsInAHole), "vmalloc")]
    [InlineData("page_mapped_twice", nameof(FrameLaws.OwnedFramesAreMappedOnce), "vmalloc")]
    [InlineData("page_leaked", nameof(FailureLaws.FailedCallsKeepNoPage), "vmalloc")]
    [InlineData("no_tlb_flush", nameof(AreaLaws.RangesAreReleasedClean), "vmalloc")]
    public void Is_found_out_with_each_mistake(string mistake, string law, string call)
    {
        Finding finding = Assert.Single(
            Hunt(mistake, 320).Findings, finding => finding.Law.Name == law);

        Assert.InRange(finding.Shrunk.Trace.Commands.Count, 1, 3);
        Assert.Contains(
            finding.Shrunk.Trace.Commands, command => command.Signature.Name.Contains(call));
        Assert.True(finding.Shrunk.IsOneMinimal);
    }

    static CampaignReport Hunt(string library, int traces)
    {
        using CLibrary target = new(CCompiler.Example(library));
        CampaignPlan plan = new()
        {
            Seed = 1, Traces = traces, Eras = [target.Profile.Era],
            Machines = [.. Machines.All.Where(static machine => machine.LongBits == 64)],
        };
        return new Campaign(plan, (_, _) => target).Run();
    }
}
