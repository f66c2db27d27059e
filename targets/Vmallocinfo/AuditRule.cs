// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Something that holds for `/proc/vmallocinfo` of every healthy kernel.</summary>
/// <param name="Name">The rule as one word; stable, for scripts.</param>
/// <param name="Says">The sentence a finding prints.</param>
/// <param name="From">The kernel function that makes it true.</param>
public sealed record AuditRule(string Name, string Says, string From)
{
    /// <summary>Judged on every area.</summary>
    public static AuditRule SizeIsWholePages { get; } = new(
        nameof(SizeIsWholePages),
        "the size of an area is a whole number of pages, and not zero",
        "__get_vm_area_node");

    /// <summary>Judged where addresses are plain.</summary>
    public static AuditRule StartIsPageAligned { get; } = new(
        nameof(StartIsPageAligned),
        "an area starts on a page boundary",
        "alloc_vmap_area");

    /// <summary>Judged where addresses are plain.</summary>
    public static AuditRule EndIsStartPlusSize { get; } = new(
        nameof(EndIsStartPlusSize),
        "an area ends where its start and its size say",
        "s_show");

    /// <summary>Judged on vmalloc and vmap areas that say how many pages they have.</summary>
    public static AuditRule EndsInAGuardPage { get; } = new(
        nameof(EndsInAGuardPage),
        "behind the pages of an area there is room for one guard page",
        "__get_vm_area_node");

    /// <summary>Judged on vmalloc and vmap areas that say how many pages they have.</summary>
    public static AuditRule HasAPageForAllButTheGuard { get; } = new(
        nameof(HasAPageForAllButTheGuard),
        "an area has a page for all its room except the guard page",
        "__vmalloc_area_node");

    /// <summary>Judged on areas with counts per node.</summary>
    public static AuditRule NodeCountsAddUpToPages { get; } = new(
        nameof(NodeCountsAddUpToPages),
        "the pages on the nodes add up to the pages of the area",
        "show_numa_info");

    /// <summary>Judged where addresses are plain or hashed.</summary>
    public static AuditRule EachAreaIsListedOnce { get; } = new(
        nameof(EachAreaIsListedOnce),
        "each area is listed once",
        "insert_vmalloc_vm");

    /// <summary>Judged where addresses are plain.</summary>
    public static AuditRule AreasAreDisjoint { get; } = new(
        nameof(AreasAreDisjoint),
        "no two areas overlap",
        "alloc_vmap_area");

    /// <summary>Judged where addresses are plain, on areas that are neither early nor
    /// unpurged.</summary>
    public static AuditRule AddressesAscend { get; } = new(
        nameof(AddressesAscend),
        "areas are listed in address order, over all or node by node",
        "insert_vmalloc_vm");

    /// <summary>All rules, in the order a report shows them.</summary>
    public static IReadOnlyList<AuditRule> All { get; } =
    [
        SizeIsWholePages,
        StartIsPageAligned,
        EndIsStartPlusSize,
        EndsInAGuardPage,
        HasAPageForAllButTheGuard,
        NodeCountsAddUpToPages,
        EachAreaIsListedOnce,
        AreasAreDisjoint,
        AddressesAscend,
        // Add a new rule here.
    ];
}
