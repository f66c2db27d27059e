// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Kernel constants under their C names.</summary>
public static class GfpText
{
    static readonly (Gfp Bit, string Name)[] bits =
    [
        (Gfp.Dma, "__GFP_DMA"), (Gfp.Highmem, "__GFP_HIGHMEM"), (Gfp.Dma32, "__GFP_DMA32"),
        (Gfp.Movable, "__GFP_MOVABLE"), (Gfp.Wait, "__GFP_WAIT"), (Gfp.High, "__GFP_HIGH"),
        (Gfp.Io, "__GFP_IO"), (Gfp.Fs, "__GFP_FS"), (Gfp.Cold, "__GFP_COLD"),
        (Gfp.Nowarn, "__GFP_NOWARN"), (Gfp.Repeat, "__GFP_REPEAT"),
        (Gfp.Nofail, "__GFP_NOFAIL"), (Gfp.Noretry, "__GFP_NORETRY"), (Gfp.Comp, "__GFP_COMP"),
        (Gfp.Zero, "__GFP_ZERO"), (Gfp.Nomemalloc, "__GFP_NOMEMALLOC"),
        (Gfp.Hardwall, "__GFP_HARDWALL"), (Gfp.Thisnode, "__GFP_THISNODE"),
        (Gfp.Reclaimable, "__GFP_RECLAIMABLE"), (Gfp.Notrack, "__GFP_NOTRACK"),
    ];

    /// <summary><c>GFP_KERNEL | __GFP_HIGHMEM</c>; unknown bits in hex; <c>0</c> for none.</summary>
    public static string Of(Gfp gfp)
    {
        (Gfp common, string name) =
            gfp.HasFlag(Gfp.Kernel) ? (Gfp.Kernel, "GFP_KERNEL")
            : gfp.HasFlag(Gfp.Nofs) ? (Gfp.Nofs, "GFP_NOFS")
            : gfp.HasFlag(Gfp.Noio) ? (Gfp.Noio, "GFP_NOIO")
            : gfp.HasFlag(Gfp.Atomic) ? (Gfp.Atomic, "GFP_ATOMIC")
            : (Gfp.None, "");
        List<string> names = name.Length > 0 ? [name] : [];
        Gfp rest = gfp & ~common;
        foreach ((Gfp bit, string bitName) in bits)
        {
            if ((rest & bit) != Gfp.None)
            {
                names.Add(bitName);
                rest &= ~bit;
            }
        }

        if (rest != Gfp.None)
        {
            names.Add($"0x{(uint)rest:x}");
        }

        return names.Count == 0 ? "0" : string.Join(" | ", names);
    }

    /// <summary><c>VM_ALLOC | VM_USERMAP</c>; <c>0</c> for none.</summary>
    public static string Of(VmFlags flags)
    {
        List<string> names = [];
        foreach (VmFlags flag in Enum.GetValues<VmFlags>())
        {
            if (flag != VmFlags.None && flags.HasFlag(flag))
            {
                names.Add($"VM_{flag.ToString().ToUpperInvariant()}");
                flags &= ~flag;
            }
        }

        if (flags != VmFlags.None)
        {
            names.Add($"0x{(uint)flags:x}");
        }

        return names.Count == 0 ? "0" : string.Join(" | ", names);
    }

    /// <summary>The macro of a usual protection, else <c>__pgprot(0x...)</c>.</summary>
    public static string Of(Pgprot prot) =>
        prot == Pgprot.Kernel || prot == Pgprot.KernelExec
            ? prot.ToString() : $"__pgprot(0x{prot.Bits:x})";
}
