// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

public static partial class Collection
{
    /// <summary>
    /// Bugs of the corpus that no exhibit shows yet, and what they wait for.
    /// </summary>
    public static IReadOnlyDictionary<string, string> NotYet { get; } =
        new Dictionary<string, string>
        {
            ["B03"] = "the slab of that time refused __GFP_ZERO; the slab of this era takes it",
            ["B07"] = "two CPUs have to be in __get_vm_area_node at once",
            ["B09"] = "another CPU has to hold the purge lock",
            ["B14"] = "the model keeps lazy areas in an array: no link lies in what a purge frees",
            ["B16"] = "the model does not know which callers may sleep",
            ["B17"] = "no call can be made before the machine has booted",
            ["B25"] = "another CPU has to purge between two lines of a free",
            ["B32"] = "needs page tables of processes beside init_mm",
            ["B33"] = "the model does not know which callers hold a spin lock",
            ["B35"] = "reads freed memory and throws the result away: the model sees no effect",
            ["B36"] = "a check that is missing shows only beside another mistake",
            ["B42"] =
                "this era counts such references as well, and the law on scans allows for them",
            ["B48"] = "a vfree in an interrupt is a BUG in this era, and is not deferred",
            ["B50"] = "needs large pages",
            ["B51"] = "needs page tables of processes beside init_mm",
            ["B52"] = "needs page tables of processes beside init_mm",
            ["B56"] = "needs the shadow memory of KASAN",
            ["B57"] = "vmap of this era never owns its pages",
            ["B58"] = "needs flags of later versions",
            ["B59"] = "needs large pages",
            ["B60"] = "needs large pages",
            ["B61"] = "the page allocator of the model does not wait, and nobody is killed",
            ["B62"] = "every page the model knows has a valid frame",
            ["B64"] = "a block's own links take it off its queue: only the lock was the wrong one",
            ["B66"] = "another CPU has to look at a block between two lines that make it",
            ["B67"] = "this era chooses no CPU by a hash, and the CPUs of a machine have no gaps",
            ["B68"] = "another CPU has to free while a purge runs",
            ["B69"] = "this era does not count the pages of all areas",
            ["B70"] = "two readers have to open the file at once",
            ["B71"] = "needs the lazy MMU mode of later versions",
            ["B72"] = "needs the shadow memory of KASAN",
            ["B74"] = "vrealloc came later",
            ["B75"] = "the shrinker has to run beside a purge",
            ["B76"] =
                "somebody has to walk the tables while one is freed, and none is freed in this era",
            ["B77"] = "needs large pages",
            ["B79"] = "costs time and nothing else; the model keeps its lazy areas apart already",
            ["B80"] = "/proc/vmallocinfo takes a single lock in this era",
            ["B82"] = "needs the shadow memory of KMSAN",
        };
}
