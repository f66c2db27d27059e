// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What a call may ask for in vain; objects of the slab come first.</summary>
public enum Wanted : byte
{
    VmStruct,
    VmapArea,
    PagesArray,

    /// <summary>An array of pointers to the areas of a percpu group.</summary>
    PercpuArray,
    VmapBlock,

    /// <summary>Of the tree of blocks.</summary>
    RadixNode,

    /// <summary>What a tree or a pool of a later kernel keeps.</summary>
    OtherObject,
    Page,
    PudTable,
    PmdTable,
    PteTable,

    /// <summary>A hole among the addresses: no fault takes it away, only other areas do.</summary>
    Addresses,

    /// <summary>A table of a process.</summary>
    UserTable,
}

/// <summary>
/// A place at which a call allocates: what it wants there, and for whom. Nesting 0 is the block
/// itself, 1 the block that holds its pages array, 2 the one that holds the array's array.
/// </summary>
public readonly record struct AllocationSite(Wanted Wanted, int Nesting)
{
    /// <summary>The kind of allocation a fault is armed for; None for addresses.</summary>
    public FaultSite Door => Wanted switch
    {
        <= Wanted.OtherObject => FaultSite.Slab,
        Wanted.Page => FaultSite.Page,
        Wanted.Addresses => FaultSite.None,
        _ => FaultSite.Table,
    };

    public override string ToString() => What + Nesting switch
    {
        0 => "",
        1 => ", nested",
        _ => ", nested twice",
    };

    string What => Wanted switch
    {
        Wanted.VmStruct => "vm_struct",
        Wanted.VmapArea => "vmap_area",
        Wanted.PagesArray => "pages array",
        Wanted.PercpuArray => "percpu array",
        Wanted.VmapBlock => "vmap_block",
        Wanted.RadixNode => "radix_tree_node",
        Wanted.OtherObject => "other object",
        Wanted.Page => "page",
        Wanted.PudTable => "pud table",
        Wanted.PmdTable => "pmd table",
        Wanted.PteTable => "pte table",
        Wanted.UserTable => "table of a process",
        _ => "addresses",
    };
}
