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
    /// <summary>The example has no vwrite, vm_map_ram, percpu groups, boot, devices or look-ups.</summary>
    static readonly string[] aboutOtherCalls =
    [
        nameof(VreadLaws.VwriteHitsTheAreas),
        .. new[]
        {
            typeof(RamLaws), typeof(BlockLaws), typeof(PartLaws), typeof(PercpuLaws),
            typeof(PercpuPlaceLaws), typeof(EarlyLaws),
        }.SelectMany(static file => file.GetProperties()).Select(static law => law.Name),
        nameof(DeviceLaws.DevicesAreMappedAsAsked),
        nameof(DeviceLaws.IoremapTellsWhereTheDeviceIs), nameof(DeviceLaws.MemoryIsNoDevice),
        nameof(UserLaws.LookupsFindLiveAreas), nameof(UserLaws.RemapsAreRefusedWithoutLeave),
        nameof(UserLaws.UsersAreGivenTheirPages),
    ];

    [CFact]
    public void Keeps_every_law_it_can_be_held_to_for_a_hundred_thousand_commands()
    {
        CampaignReport report = Hunt("example", 3000);

        Assert.Empty(report.Findings.Select(static finding => finding.Failure.Violation));
        Assert.InRange(report.Figures.Commands, 100_000, long.MaxValue);
        ILookup<bool, string> laws = report.Laws.Where(static law => law.Mood == Mood.Always)
            .ToLookup(law => report.Figures.ChecksOf(law) > 0, static law => law.Name);
        Assert.Contains($"keeps {laws[true].Count()} laws", Repository.Read("docs/c-abi.md"));
        Assert.Empty(laws[false].Except(aboutOtherCalls));
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
            Machines = [.. Machines.All.Where(machine => target.Accepts(machine, out _))],
        };
        return new Campaign(plan, (_, _) => target).Run();
    }
}
