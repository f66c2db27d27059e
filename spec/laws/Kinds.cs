// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Groups of entry points that laws speak of.</summary>
static class Kinds
{
    /// <summary>Those that return memory: vmalloc and its kin.</summary>
    public static CommandKind[] Blocks { get; } = Producing(Product.Block);

    /// <summary>Those that reserve a range for the caller to map.</summary>
    public static CommandKind[] Areas { get; } = Producing(Product.Area);

    /// <summary>Those, vmap and ioremap: pages come from elsewhere.</summary>
    public static CommandKind[] Mapped { get; } =
        [.. Areas, CommandKind.Vmap, CommandKind.Ioremap];

    /// <summary>Those that reserve a range, whatever for.</summary>
    public static CommandKind[] Ranges { get; } =
        [.. Blocks, CommandKind.Vmap, .. Areas, CommandKind.Ioremap];

    /// <summary>Those, and the one that reserves several ranges at once.</summary>
    public static CommandKind[] Reserving { get; } = [.. Ranges, CommandKind.PcpuGetVmAreas];

    /// <summary>Those, and the one whose ranges have no descriptor.</summary>
    public static CommandKind[] Allocating { get; } = [.. Reserving, CommandKind.VmMapRam];

    /// <summary>Those that produce anything, page frames included.</summary>
    public static CommandKind[] Producers { get; } = [.. Reserving, CommandKind.Take];

    /// <summary>Those that end an area.</summary>
    public static CommandKind[] Frees { get; } =
    [
        CommandKind.Vfree, CommandKind.Vunmap, CommandKind.RemoveVmArea, CommandKind.FreeVmArea,
        CommandKind.PcpuFreeVmAreas,
        CommandKind.Iounmap,
    ];

    /// <summary>Those that pass totalram_pages' gate.</summary>
    public static CommandKind[] Gated { get; } =
        [.. Blocks.Where(kind => kind != CommandKind.VmallocAreaInner), CommandKind.Vmap];

    /// <summary>Those that neither produce nor free.</summary>
    public static CommandKind[] Others { get; } =
        [.. Enum.GetValues<CommandKind>().Except(Producers).Except(Frees)];

    static CommandKind[] Producing(Product product) =>
        [.. Signature.All.Where(row => row.Product == product).Select(row => row.Kind)];
}
