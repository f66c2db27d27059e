// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What a fault matrix covers.</summary>
public sealed record MatrixPlan
{
    /// <summary>The target as it is named on a command line, for printed commands.</summary>
    public string Target { get; init; } = CampaignPlan.Model;

    public IReadOnlyList<Machine> Machines { get; init; } = MatrixMachines.All;

    public IReadOnlyList<Era> Eras { get; init; } = Spec.Eras.Modelled;

    public DefectMode Mode { get; init; } = DefectMode.Fixed;

    /// <summary>Commands that the target does not have: nothing that needs one is tried.</summary>
    public IReadOnlyList<Signature> NotOffered { get; init; } = [];

    /// <summary>
    /// Areas can be made to take addresses away: the target has get_vm_area and remove_vm_area.
    /// </summary>
    public bool TakesAddresses => !NotOffered.Any(static row =>
        row.Kind is CommandKind.GetVmArea or CommandKind.RemoveVmArea);

    /// <summary>Threads, at least 1; each has its own targets.</summary>
    public int Jobs { get; init; } = 1;
}
