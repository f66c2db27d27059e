// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The whole claim on one screen: every law that a vmalloc is held to. Nothing else is checked, and
/// everything here is.
/// </summary>
public static class Claim
{
    static readonly Law[] any =
    [
        AreaLaws.AreasAreDisjoint,
        AreaLaws.AreasLieInTheRange,
        AreaLaws.BlocksAreAlignedAsAsked,
        AreaLaws.EveryAreaEndsInAHole,
        AreaLaws.BlocksHoldWhatWasAsked,
        AreaLaws.EveryDataPageIsMappedRight,
        AreaLaws.RangesAreReleasedClean,
        AreaLaws.RangesAreHandedOutClean,
        AreaLaws.OnlyFreedRangesAreReleased,
        AreaLaws.FreedRangesAreUnmapped,
        FrameLaws.FramesHaveOneOwner,
        FrameLaws.OwnedFramesAreMappedOnce,
        FrameLaws.OwnedFramesBelongToALiveArea,
        FrameLaws.FreeFramesAreNotMapped,
        FrameLaws.NewOwnersAreNotMappedByOthers,
        FrameLaws.NewOwnersAreNotMappedByFreedAreas,
        FrameLaws.ContentsNeverLeak,
        TranslationLaws.TranslationsLieInAreas,
        TranslationLaws.EntriesAreNotOverwritten,
        TranslationLaws.TranslationsAreReachable,
        TranslationLaws.TablesAreLinkedOnce,
        TranslationLaws.TablesAreTheHardwares,
        TranslationLaws.TlbsHoldCurrentTranslations,
        FailureLaws.CallsReturn,
        FailureLaws.NoCallEndsInABug,
        FailureLaws.EventsFitTogether,
        FailureLaws.FailedCallsKeepNoPage,
        FailureLaws.FailedCallsKeepNoObject,
        FailureLaws.FailedCallsLeaveNoLiveArea,
        FailureLaws.FailedCallsKeepOnlyAbandonedRanges,
        FailureLaws.NothingAskedNothingDone,
        FailureLaws.IllegalCallsWarn,
        FailureLaws.IllegalCallsChangeNothing,
        FailureLaws.CallsWithNothingToDoChangeNothing,
        FailureLaws.LegalCallsDoNotWarn,
        FreeLaws.FreeGivesBackItsPages,
        FreeLaws.PagesOutliveTheirArea,
        FreeLaws.OtherFreesLeaveThePages,
        FreeLaws.FreeGivesBackItsObjects,
        FreeLaws.FreeTakesNothing,
        FreeLaws.FreeEndsTheArea,
        FreeLaws.OnlyFreesEndAreas,
        FreeLaws.NothingIsLazyAfterUnmapAliases,
        AccessLaws.ReturnedAddressesAreLive,
        AccessLaws.PagesAreZeroedWhenAsked,
        AccessLaws.LoadsSeeTheirPage,
        AccessLaws.StoresHitTheirPage,
        AccessLaws.LookupsSeeTheTables,
        AccessLaws.VmapMapsTheGivenPages,
        AccessLaws.RangesMapTheGivenPages,
        AccessLaws.UnmappedRangesAreFlushed,
        AccessLaws.UnmappedRangesAreCleared,
        WalkLaws.TheWalkAgrees,
        // Add a new law for every vmalloc here.
    ];

    static readonly Law[] linux =
    [
        LinuxLaws.NodeIsHonoured,
        LinuxLaws.NodeIsPassedOn,
        LinuxLaws.NestedAllocationsDoNotReclaimMore,
        LinuxLaws.TablesDoNotReclaimMore,
        LinuxLaws.ZonesAreForDataPages,
        LinuxLaws.BlocksAreTaggedVmAlloc,
        LinuxLaws.CallersAreRecorded,
        LinuxLaws.UserBlocksAreMarked,
        LockLaws.LocksAreBalanced,
        VreadLaws.VreadSeesTheAreas,
        VreadLaws.VwriteHitsTheAreas,
        LockLaws.ReadersHoldTheListsLock,
        LaterLaws.NofailIsHonoured,
        RamLaws.RamIsMapped,
        RamLaws.RamIsUnmapped,
        LinuxLaws.AreasAreTaggedAsAsked,
        LockLaws.ListsChangeUnderTheirLock,
        RangeLaws.AreasLieInTheirWindow,
        RangeLaws.TablesComeWithTheArea,
        RangeLaws.RemovedAreasTellTheirSize,
        CacheLaws.CachesAreFlushedOnceMapped,
        CacheLaws.CachesAreFlushedBeforeUnmapping,
        LockLaws.TablesAreLinkedUnderTheirLock,
        BugLaws.ForbiddenCallsEndInABug,
        PercpuLaws.PercpuAreasKeepTheirDistances,
        PercpuLaws.PercpuAreasAreAsLargeAsAsked,
        PercpuLaws.PercpuAreasAreAligned,
        PercpuLaws.PercpuGroupsEndTogether,
        PercpuLaws.PercpuGroupsBeyondTheRangeAreWarnedOf,
        EarlyLaws.EarlyAreasStand,
        PercpuLaws.PercpuGroupsKeepOneArray,
        LockLaws.OtherReadersHoldTheListsLock,
        // Add a new law for every Linux here.
    ];

    static readonly Law[] linux2632 =
    [
        ArrayLaws.ArraysNestAboveOnePage,
        ArrayLaws.VpagesTellsTheArray,
        ArrayLaws.PagesAreCounted,
        ArrayLaws.ArraysHoldAPointerForEachPage,
        ArrayLaws.ArraysHaveRoomForEachPage,
        ArrayLaws.NestedArraysLiveWithTheirOwner,
        ArrayLaws.SizesCountTheGuard,
        ArrayLaws.MoreThanAllRamIsRefused,
        ArrayLaws.AllRamIsAdmitted,
        ArrayLaws.FailuresHaveAReason,
        MaskLaws.DataPagesAreAskedForAsAsked,
        MaskLaws.NestedAllocationsMayReclaimAsMuch,
        MaskLaws.KernelMemoryStartsZeroed,
        PurgeLaws.LazyCounterIsTheSum,
        PurgeLaws.TheMarkIsKept,
        PurgeLaws.NoPurgeBelowTheMark,
        PurgeLaws.NoPurgeWhileAHoleFits,
        PurgeLaws.NoRefusalWhileAHoleFits,
        PurgeLaws.OneFlushPerPurge,
        PurgeLaws.EmptyPurgesDoNotFlush,
        PurgeLaws.DescriptorsOutliveAGracePeriod,
        PurgeLaws.NoFlushOutsideAPurge,
        ReportLaws.BlocksAreKnownToKmemleak,
        ReportLaws.KmemleakKnowsOnlyBlocks,
        ReportLaws.KmemleakStaysOn,
        ReportLaws.ScansReportWhatIsForgotten,
        ReportLaws.VmallocinfoListsTheLiveAreas,
        VmallocinfoLaws.VmallocinfoTellsEachArea,
        ReportLaws.UsageIsTheSumOfAreas,
        PercpuPlaceLaws.PercpuGroupsLieHighest,
        PercpuPlaceLaws.PercpuGroupsAreRefusedWithoutPlace,
        BlockLaws.BlocksOfCpusAreAligned,
        BlockLaws.BlocksStandOnOneQueue,
        BlockLaws.DirtyBlocksGo,
        BlockLaws.BlocksGoWhenIdle,
        BlockLaws.BlocksCountTheirPages,
        BlockLaws.PagesAreHandedOutOnce,
        BlockLaws.NoBlockWhileOneHasRoom,
        BlockLaws.NoIdleBlockOutlivesAPurge,
        BlockLaws.TreeNodesAreBounded,
        BlockLaws.NoVmapBlockIsLost,
        PartLaws.FewPagesAreAPartOfABlock,
        PartLaws.HandedOutPagesStayMapped,
        PartLaws.UnmappedRamIsGivenBack,
        PartLaws.NothingStaleAfterUnmapAliases,
        PartLaws.CachesAreFlushedOverRam,
        PartLaws.FailedRamIsGivenBack,
        PartLaws.RamIsKeptOnItsNode,
        BlockLaws.NewestBlocksServe,
        DeviceLaws.DeviceRangesAreAligned,
        DeviceLaws.DeviceRangesLieAsLowAsTheyMay,
        DeviceLaws.DevicesAreMappedAsAsked,
        DeviceLaws.OnlyIoremapMapsDevices,
        DeviceLaws.IoremapTellsWhereTheDeviceIs,
        DeviceLaws.MemoryIsNoDevice,
        UserLaws.LookupsFindLiveAreas,
        UserLaws.RemapsAreRefusedWithoutLeave,
        UserLaws.UsersAreGivenTheirPages,
        VmallocinfoLaws.OtherReadersSeeWholeAreas,
        // Add a new law for 2.6.32 here.
    ];

    static readonly Law[] sightings =
    [
        Sightings.AVmallocFailsHalfWay,
        Sightings.AMappingFailsHalfWay,
        Sightings.AnArrayNests,
        Sightings.ANestedArrayFails,
        Sightings.ExhaustionPurges,
        Sightings.ExhaustionRefuses,
        Sightings.TheMarkIsCrossed,
        Sightings.AnIllegalFreeIsMade,
        Sightings.ABlockIsFreedTwice,
        Sightings.ALeakIsReported,
        Sightings.AnotherCpuRemembers,
        Sightings.AHalfBuiltAreaIsPassedOver,
        // Add a new sighting here.
    ];

    /// <summary>Every law and sighting; a law's Id is its place here.</summary>
    public static IReadOnlyList<Law> All { get; } = Number(
        [.. Reaching(any, Reach.Any), .. Reaching(linux, Reach.Linux),
         .. Reaching(linux2632, Reach.Linux2632), .. Reaching(sightings, Reach.Any)]);

    /// <summary>The law of that name; null when there is none.</summary>
    public static Law? Find(string name) => All.FirstOrDefault(law => law.Name == name);

    static IEnumerable<Law> Reaching(Law[] laws, Reach reach)
    {
        foreach (Law law in laws)
        {
            law.Reach = reach;
            yield return law;
        }
    }

    static Law[] Number(Law[] laws)
    {
        for (int id = 0; id < laws.Length; id++)
        {
            laws[id].Id = id;
        }

        return laws;
    }
}
