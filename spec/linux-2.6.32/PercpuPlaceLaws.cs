// SPDX-License-Identifier: GPL-2.0-only
using static Verification.Spec.Laws;

namespace Verification.Spec;

/// <summary>Where 2.6.32 puts a percpu group: searched from above, away from all others.</summary>
public static class PercpuPlaceLaws
{
    /// <summary>
    /// Above where the last group lies nothing is looked for, until something there is freed.
    /// </summary>
    public static Law<Step> PercpuGroupsLieHighest { get; } = Always<Step>(
        "a percpu group lies as high as it fits below where the search has to begin",
        from: "pcpu_get_vm_areas",
        steps: ["pcpu.4", "pcpu.5", "pvm.1", "pvm.2", "free-va.3"],
        about: [CommandKind.PcpuGetVmAreas],
        among: Among.MadeCalls,
        holds: static (ledger, step) => ledger.HasPercpuPlace(step.Call, out ulong highest)
            && unchecked(ledger.Result!.Start - step.Call.Areas[0].Offset) == highest);

    /// <summary>So the search purges first, and begins once more.</summary>
    public static Law<Step> PercpuGroupsAreRefusedWithoutPlace { get; } = Always<Step>(
        "a percpu group is refused only after a purge, and where it fits nowhere",
        from: "pcpu_get_vm_areas",
        steps: ["pcpu.3", "pcpu.5"],
        about: [CommandKind.PcpuGetVmAreas],
        among: Among.FailedCalls,
        when: static (ledger, step) => ledger.Tally.Failures == 0
            && !PercpuLaws.IsTooLarge(ledger, step.Call),
        holds: static (ledger, step) => ledger.LazyPages == 0
            && !ledger.HasPercpuPlace(step.Call, out _));
}
