// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A law is left out where the target does not report what the law reads, and nowhere else: it
/// would break for want of a report, or its silence would be taken for assent.
/// </summary>
public sealed class WhatATargetCannotReport
{
    public static TheoryData<Observations, string[]> LeftOut => new()
    {
        { Observations.Tlb, [nameof(TranslationLaws.TlbsHoldCurrentTranslations)] },
        { Observations.Counters, [nameof(PurgeLaws.LazyCounterIsTheSum)] },
        {
            Observations.Objects,
            [
                nameof(FreeLaws.FreeGivesBackItsObjects),
                nameof(FailureLaws.FailedCallsKeepNoObject),
                nameof(FailureLaws.FailedCallsKeepOnlyAbandonedRanges),
                nameof(PurgeLaws.DescriptorsOutliveAGracePeriod),
                nameof(ArrayLaws.ArraysHoldAPointerForEachPage),
                nameof(ArrayLaws.ArraysHaveRoomForEachPage),
                nameof(ArrayLaws.AllRamIsAdmitted),
                nameof(BlockLaws.TreeNodesAreBounded), nameof(BlockLaws.NoVmapBlockIsLost),
                nameof(PercpuLaws.PercpuGroupsKeepOneArray),
            ]
        },
        {
            Observations.Contents,
            [
                nameof(AccessLaws.PagesAreZeroedWhenAsked), nameof(AccessLaws.LoadsSeeTheirPage),
                nameof(AccessLaws.StoresHitTheirPage), nameof(FrameLaws.ContentsNeverLeak),
                nameof(VreadLaws.VreadSeesTheAreas), nameof(VreadLaws.VwriteHitsTheAreas),
            ]
        },
        {
            Observations.Gfp,
            [
                nameof(LinuxLaws.NodeIsHonoured), nameof(LinuxLaws.NodeIsPassedOn),
                nameof(LinuxLaws.NestedAllocationsDoNotReclaimMore),
                nameof(LinuxLaws.TablesDoNotReclaimMore), nameof(LinuxLaws.ZonesAreForDataPages),
                nameof(MaskLaws.DataPagesAreAskedForAsAsked),
                nameof(MaskLaws.NestedAllocationsMayReclaimAsMuch),
                nameof(MaskLaws.KernelMemoryStartsZeroed), nameof(PartLaws.RamIsKeptOnItsNode),
            ]
        },
        {
            Observations.Locks,
            [
                nameof(LockLaws.LocksAreBalanced), nameof(LockLaws.TablesAreLinkedUnderTheirLock),
                nameof(LockLaws.ListsChangeUnderTheirLock),
                nameof(LockLaws.ReadersHoldTheListsLock), nameof(PurgeLaws.OneFlushPerPurge),
                nameof(PurgeLaws.EmptyPurgesDoNotFlush), nameof(PurgeLaws.NoFlushOutsideAPurge),
                nameof(LockLaws.OtherReadersHoldTheListsLock),
            ]
        },
        {
            Observations.Text,
            [
                nameof(VreadLaws.VreadSeesTheAreas),
                nameof(VmallocinfoLaws.VmallocinfoTellsEachArea),
                nameof(ReportLaws.VmallocinfoListsTheLiveAreas),
                nameof(VmallocinfoLaws.OtherReadersSeeWholeAreas),
            ]
        },
        { Observations.Readings, readings },
        { Observations.Kmemleak, kmemleak },
    };

    static readonly string[] readings =
    [
        nameof(LockLaws.OtherReadersHoldTheListsLock),
        nameof(VmallocinfoLaws.OtherReadersSeeWholeAreas),
        nameof(Sightings.AHalfBuiltAreaIsPassedOver),
    ];

    static readonly string[] kmemleak =
    [
        nameof(ReportLaws.BlocksAreKnownToKmemleak), nameof(ReportLaws.KmemleakKnowsOnlyBlocks),
        nameof(ReportLaws.KmemleakStaysOn), nameof(ReportLaws.ScansReportWhatIsForgotten),
    ];

    [Theory]
    [MemberData(nameof(LeftOut))]
    public void Is_asked_by_no_law(Observations missing, string[] laws) => Assert.Equal(
        laws.Order(), Names(Claim.All).Except(Names(InForce(Observations.All & ~missing))).Order());

    [Fact]
    public void Is_nearly_everything_without_events() => Assert.Equal(
        [.. kmemleak.Append(nameof(LockLaws.LocksAreBalanced)).Order()],
        Names(InForce(Observations.All & ~Observations.Events)).Order());

    [Fact]
    public void Is_nothing_for_a_target_that_reports_all() =>
        Assert.Equal(Names(Claim.All), Names(InForce(Observations.All)));

    /// <summary>A fact that a profile does not claim is not held against it.</summary>
    [Fact]
    public void Is_no_more_than_its_profile_claims()
    {
        Profile honest = Silent.PromisesAll;

        AssertBinds(AreaLaws.EveryAreaEndsInAHole, honest, honest with { HasGuardPage = false });
        AssertBinds(LinuxLaws.TablesDoNotReclaimMore, honest, honest with { TablesIgnoreGfp = true });
        AssertBinds(PurgeLaws.NoFlushOutsideAPurge, honest, honest with { FlushesLazily = false });
        AssertBinds(AreaLaws.FreedRangesAreUnmapped, honest, honest with { ClearsLazily = true });
        AssertBinds(
            FrameLaws.NewOwnersAreNotMappedByFreedAreas, honest,
            honest with { ClearsLazily = true });
        AssertBinds(LaterLaws.NofailIsHonoured, honest, honest with { HonoursNofail = false });
    }

    [Theory]
    [InlineData(Reach.Any)]
    [InlineData(Reach.Linux)]
    public void Is_no_more_than_the_reach_of_its_profile(Reach reach)
    {
        Silent modest = new(Observations.All)
        {
            Profile = Silent.PromisesAll with { Reach = reach },
        };

        Assert.Equal(
            Claim.All.Where(law => law.Reach <= reach), new Checker(modest).Laws);
    }

    [Fact]
    public void Is_told_with_the_reason()
    {
        Silent lame = new(Observations.Events)
        {
            Profile = Profile.Of(Era.V2637, DefectMode.Fixed) with
            {
                HasGuardPage = false,
                Reach = Reach.Any,
            },
        };

        Assert.Null(AreaLaws.AreasAreDisjoint.WhyNot(lame));
        Assert.Equal("needs locks", LockLaws.LocksAreBalanced.WhyNot(lame));
        Assert.Equal("needs contents, text", VreadLaws.VreadSeesTheAreas.WhyNot(lame));
        Assert.Equal("reaches further than the profile", ArrayLaws.PagesAreCounted.WhyNot(lame));
        Assert.Equal("the profile promises otherwise", AreaLaws.EveryAreaEndsInAHole.WhyNot(lame));
        Assert.Equal(
            "no such call in this version",
            VreadLaws.VwriteHitsTheAreas.WhyNot(new Silent(Observations.All)
            {
                Profile = Profile.Of(Era.V61, DefectMode.Fixed),
            }));
    }

    /// <summary>The command as such could be made, but not what it asks for beside it.</summary>
    [Fact]
    public void Is_not_read_in_the_middle_of_a_call()
    {
        List<PassedOver> passed = [];
        Checker checker = new(new Silent(Observations.All & ~Observations.Readings))
        {
            OnPassedOver = (_, why, _) => passed.Add(why),
        };
        checker.Run(new(Machines.Toy, Era.V2632, DefectMode.Fixed,
        [
            new(CommandKind.Vmalloc) { Name = 0, Size = 64, Reading = new(FaultSite.Page, 0) },
        ]));

        Assert.Equal([PassedOver.UnknownCall], passed);
        Assert.Equal((0, 1), (checker.Executed, checker.Refused));
    }

    static void AssertBinds(Law law, Profile bound, Profile free)
    {
        Assert.True(law.AppliesTo(new Silent(Observations.All) { Profile = bound }));
        Assert.False(law.AppliesTo(new Silent(Observations.All) { Profile = free }));
    }

    static IReadOnlyList<Law> InForce(Observations observes) =>
        new Checker(new Silent(observes)).Laws;

    static IEnumerable<string> Names(IEnumerable<Law> laws) => laws.Select(static law => law.Name);

    /// <summary>Of the later of the model's eras, and what came after it.</summary>
    sealed class Silent(Observations observes) : ITarget
    {
        public string Name => "silent";

        public static Profile PromisesAll { get; } = Profile.Of(Era.V2637, DefectMode.Fixed) with
        {
            HonoursNofail = true,
        };

        public Profile Profile { get; init; } = PromisesAll;

        public Observations Observes => observes;

        public void Boot(Machine machine)
        {
        }

        public void Execute(Step step)
        {
        }

        public void Walk(Picture picture)
        {
        }

        public ulong Content(int frame) => 0;
    }
}
