// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The words and bounds of the trace format, shared by its reader and its writer.
/// </summary>
public static class TraceWords
{
    /// <summary>The version written, and the newest one read.</summary>
    public const int Version = 1;

    /// <summary>The longest file read, in characters.</summary>
    public const int MaxCharacters = 4 << 20;

    public const int MaxCommands = 100_000;

    /// <summary>The largest n of a name <c>pn</c>.</summary>
    public const int MaxName = 999_999;

    /// <summary>The most entries the page lists of one file hold, all commands together.</summary>
    public const int MaxPages = 1 << 20;

    /// <summary>The most areas one percpu group has.</summary>
    public const int MaxAreas = 64;

    internal static readonly string[] Eras = ["2.6.32", "2.6.37", "2.6.39", "3.0", "6.1", "6.12"];

    internal static readonly string[] Modes = ["fixed", "faithful"];

    internal static readonly string[] RcuModes = ["end", "manual"];

    /// <summary>In the order of <see cref="FaultSite"/>; the first is never written.</summary>
    internal static readonly string[] Sites = ["none", "slab", "page", "table", "any"];

    internal static readonly string[] FaultModes = ["once", "sticky", "alternate"];

    /// <summary>In the order of <see cref="Product"/>: the letter a name begins with.</summary>
    internal const string Letters = "-pmafrvd";

    /// <summary>Written greedily from the top; the last two are read only.</summary>
    static readonly (string Word, uint Bits)[] gfp =
    [
        ("GFP_KERNEL", (uint)Gfp.Kernel), ("GFP_NOFS", (uint)Gfp.Nofs),
        ("GFP_NOIO", (uint)Gfp.Noio), ("GFP_ATOMIC", (uint)Gfp.Atomic),
        ("__GFP_DMA", (uint)Gfp.Dma), ("__GFP_HIGHMEM", (uint)Gfp.Highmem),
        ("__GFP_DMA32", (uint)Gfp.Dma32), ("__GFP_MOVABLE", (uint)Gfp.Movable),
        ("__GFP_IO", (uint)Gfp.Io), ("__GFP_FS", (uint)Gfp.Fs), ("__GFP_COLD", (uint)Gfp.Cold),
        ("__GFP_NOWARN", (uint)Gfp.Nowarn), ("__GFP_REPEAT", (uint)Gfp.Repeat),
        ("__GFP_NOFAIL", (uint)Gfp.Nofail), ("__GFP_NORETRY", (uint)Gfp.Noretry),
        ("__GFP_COMP", (uint)Gfp.Comp), ("__GFP_ZERO", (uint)Gfp.Zero),
        ("__GFP_NOMEMALLOC", (uint)Gfp.Nomemalloc), ("__GFP_HARDWALL", (uint)Gfp.Hardwall),
        ("__GFP_THISNODE", (uint)Gfp.Thisnode), ("__GFP_RECLAIMABLE", (uint)Gfp.Reclaimable),
        ("__GFP_NOTRACK", (uint)Gfp.Notrack),
        ("__GFP_WAIT", (uint)Gfp.Wait), ("__GFP_HIGH", (uint)Gfp.High),
    ];

    static readonly (string Word, uint Bits)[] flags =
    [
        ("VM_IOREMAP", (uint)VmFlags.Ioremap), ("VM_ALLOC", (uint)VmFlags.Alloc),
        ("VM_MAP", (uint)VmFlags.Map), ("VM_USERMAP", (uint)VmFlags.Usermap),
        ("VM_VPAGES", (uint)VmFlags.Vpages),
    ];

    /// <summary><c>gfp_t</c> as the kernel spells it, bits without a name in hex.</summary>
    public static string Of(Gfp mask) => Join((uint)mask, gfp);

    /// <inheritdoc cref="Of(Gfp)"/>
    public static string Of(VmFlags mask) => Join((uint)mask, flags);

    public static string Of(FaultSite site) => Sites[(int)site];

    /// <summary>Decimal below 2^20, hex from there on.</summary>
    public static string Of(ulong number) => number < 1 << 20 ? $"{number}" : $"0x{number:x}";

    internal static uint? FindGfp(string word) => Find(word, gfp);

    internal static uint? FindFlag(string word) => Find(word, flags);

    static uint? Find(string word, (string Word, uint Bits)[] names)
    {
        int at = Array.FindIndex(names, name => name.Word == word);
        return at < 0 ? null : names[at].Bits;
    }

    static string Join(uint mask, (string Word, uint Bits)[] names)
    {
        List<string> words = [];
        foreach ((string word, uint bits) in names)
        {
            if ((mask & bits) == bits)
            {
                words.Add(word);
                mask &= ~bits;
            }
        }

        if (mask != 0 || words.Count == 0)
        {
            words.Add(mask == 0 ? "0" : $"0x{mask:x}");
        }

        return string.Join('|', words);
    }
}
