// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum;

/// <summary>Laws without which every exhibit is still caught, and why they stay.</summary>
public static class Redundant
{
    const string unmeasured =
        "its exhibits are younger than the figures: the next full form measures who needs it";

    public static IReadOnlyDictionary<Law, string> Reasons { get; } = new Dictionary<Law, string>
    {
        [AreaLaws.AreasAreDisjoint] =
            "an overlap meets entries that are in use, and their law breaks as well; "
            + "this one names the cause",
        [BugLaws.ForbiddenCallsEndInABug] = unmeasured,
        [LockLaws.TablesAreLinkedUnderTheirLock] = unmeasured,
        [PercpuLaws.PercpuAreasKeepTheirDistances] = unmeasured,
        [PercpuLaws.PercpuAreasAreAsLargeAsAsked] = unmeasured,
        [PercpuLaws.PercpuAreasAreAligned] = unmeasured,
        [PercpuLaws.PercpuGroupsEndTogether] = unmeasured,
        [PercpuLaws.PercpuGroupsBeyondTheRangeAreWarnedOf] = unmeasured,
        [PercpuPlaceLaws.PercpuGroupsLieHighest] = unmeasured,
        [PercpuPlaceLaws.PercpuGroupsAreRefusedWithoutPlace] = unmeasured,
        [PercpuLaws.PercpuGroupsKeepOneArray] = unmeasured,
        [LockLaws.OtherReadersHoldTheListsLock] = unmeasured,
        [VmallocinfoLaws.OtherReadersSeeWholeAreas] = unmeasured,
        [PartLaws.RamIsKeptOnItsNode] = unmeasured,
        [BlockLaws.NewestBlocksServe] = unmeasured,
        [AreaLaws.OnlyFreedRangesAreReleased] = unmeasured,
        [EarlyLaws.EarlyAreasStand] = unmeasured,
        [DeviceLaws.DeviceRangesLieAsLowAsTheyMay] = unmeasured,
        [DeviceLaws.DevicesAreMappedAsAsked] = unmeasured,
        [DeviceLaws.IoremapTellsWhereTheDeviceIs] = unmeasured,
        [DeviceLaws.MemoryIsNoDevice] = unmeasured,
        [UserLaws.LookupsFindLiveAreas] = unmeasured,
        [UserLaws.RemapsAreRefusedWithoutLeave] = unmeasured,
        [UserLaws.UsersAreGivenTheirPages] = unmeasured,
        [DeviceLaws.OnlyIoremapMapsDevices] =
            "what a call maps in place of its own pages, its own law sees too; this one "
            + "says that it was no memory at all",
        [AreaLaws.EveryAreaEndsInAHole] =
            "only an overlap or a walk too far maps a guard page, which other laws "
            + "see too; this one names the promise",
        [AreaLaws.RangesAreHandedOutClean] =
            "what is stale when a range is handed out was stale when it was released; "
            + "a target may show only one of the two",
        [AreaLaws.FreedRangesAreUnmapped] =
            "tells at the free what its neighbours tell at the reuse of the page",
        [FrameLaws.FramesHaveOneOwner] =
            "a page handed out twice is also mapped twice; this one needs no walk and "
            + "no contents",
        [FrameLaws.OwnedFramesAreMappedOnce] =
            "the sentence the product is built on; laws about the call see the same "
            + "mistakes when they are made, this one ever after",
        [FrameLaws.FreeFramesAreNotMapped] =
            "tells before the page is used again what its neighbours tell after it",
        [FrameLaws.NewOwnersAreNotMappedByOthers] =
            "tells after the page is used again what FreeFramesAreNotMapped tells "
            + "before",
        [FrameLaws.NewOwnersAreNotMappedByFreedAreas] =
            "where a target unmaps freed ranges late, FreedRangesAreUnmapped is not "
            + "in force",
        [FrameLaws.ContentsNeverLeak] =
            "what a page in two hands does to its contents; the laws that catch it "
            + "sooner see the events that lead there",
        [TranslationLaws.TranslationsLieInAreas] =
            "what lies outside of areas was left there by a free, which its own laws "
            + "see; this one sees it in a walk as well",
        [TranslationLaws.TranslationsAreReachable] =
            "a lost table loses its translations: the same fact from the other side",
        [TranslationLaws.TablesAreLinkedOnce] =
            "a table that is replaced leaves another unreachable: the same fact from "
            + "the other side",
        [TranslationLaws.TablesAreTheHardwares] =
            "a table of a folded level is in no walk either; this one says what is wrong with it",
        [TranslationLaws.TlbsHoldCurrentTranslations] =
            "an entry that is not flushed also stands when its range is released; "
            + "this one names the CPU",
        [FailureLaws.CallsReturn] =
            "no exhibit ends its process; libraries in C do",
        [FailureLaws.FailedCallsLeaveNoLiveArea] =
            "a live area without an owner also keeps its vmap_area and its object; "
            + "this one needs no objects",
        [FailureLaws.FailedCallsKeepOnlyAbandonedRanges] =
            "a leaked vmap_area also stands where no area is live; this one speaks of "
            + "the call that left it",
        [FreeLaws.FreeGivesBackItsPages] =
            "a page too few is a leak, one too many a free frame in use, and both "
            + "have laws; this one speaks of the call that did it",
        [FreeLaws.OtherFreesLeaveThePages] =
            "a page given back by vunmap is a free frame that is mapped elsewhere; "
            + "this one speaks of the call that did it",
        [AccessLaws.ReturnedAddressesAreLive] =
            "a dead range is unmapped, so that its memory is not zero either; this "
            + "one needs no contents",
        [AccessLaws.PagesAreZeroedWhenAsked] =
            "pages that are zeroed or not is what the page allocator is asked; this "
            + "one looks at the bytes",
        [ArrayLaws.PagesAreCounted] =
            "a count that is wrong also shows in the text of vmallocinfo; not every "
            + "target prints one",
        [ArrayLaws.ArraysHaveRoomForEachPage] =
            "an array too small for its pages has a size or a count that other laws see; this one "
            + "tells what comes of it: the list runs over its end",
        [ArrayLaws.NestedArraysLiveWithTheirOwner] =
            "an array that is left behind or freed early is a leak or a dead area, "
            + "which other laws see; this one says whose it was",
        [ArrayLaws.SizesCountTheGuard] =
            "a size that is wrong also shows when the area is removed, or in the text "
            + "of vmallocinfo",
        [ArrayLaws.AllRamIsAdmitted] =
            "a refusal below the gate is also a failure without a reason; this one "
            + "names the gate",
        [RamLaws.RamIsMapped] = unmeasured,
        [RamLaws.RamIsUnmapped] = unmeasured,
        [BlockLaws.BlocksOfCpusAreAligned] = unmeasured,
        [BlockLaws.BlocksStandOnOneQueue] = unmeasured,
        [BlockLaws.DirtyBlocksGo] = unmeasured,
        [BlockLaws.BlocksGoWhenIdle] = unmeasured,
        [BlockLaws.BlocksCountTheirPages] = unmeasured,
        [BlockLaws.PagesAreHandedOutOnce] = unmeasured,
        [BlockLaws.NoBlockWhileOneHasRoom] = unmeasured,
        [BlockLaws.NoIdleBlockOutlivesAPurge] = unmeasured,
        [BlockLaws.TreeNodesAreBounded] = unmeasured,
        [BlockLaws.NoVmapBlockIsLost] = unmeasured,
        [PartLaws.FewPagesAreAPartOfABlock] = unmeasured,
        [PartLaws.HandedOutPagesStayMapped] = unmeasured,
        [PartLaws.UnmappedRamIsGivenBack] = unmeasured,
        [PartLaws.NothingStaleAfterUnmapAliases] = unmeasured,
        [PartLaws.CachesAreFlushedOverRam] = unmeasured,
        [PartLaws.FailedRamIsGivenBack] = unmeasured,
        [LaterLaws.NofailIsHonoured] =
            "the model's eras do not know the promise; it is for real code since 5.17",
        [PurgeLaws.LazyCounterIsTheSum] =
            "a wrong sum purges too early or too late, and both have laws; this one "
            + "tells at the free",
    };
}
