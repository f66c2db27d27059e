// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A guess at what lives, made without a run: what should succeed counts up, what is freed counts
/// down. It keeps a trace from using what is not there; a run still decides.
/// </summary>
sealed class Supply
{
    readonly int[] live = new int[(int)Product.Device + 1];

    public Recent Areas { get; } = new();

    public Recent Blocks { get; } = new();

    public Recent Frames { get; } = new();

    public void Made(Product product) => live[(int)product]++;

    public void Freed(Product product) => live[(int)product] -= live[(int)product] > 0 ? 1 : 0;

    public bool Has(Product product) => live[(int)product] > 0;

    /// <summary>Nothing is there that the command could be about.</summary>
    public bool Lacks(CommandKind kind) => kind switch
    {
        CommandKind.Vfree or CommandKind.Drop => !Has(Product.Block),
        CommandKind.Vunmap => !Has(Product.Mapping),
        CommandKind.VmUnmapRam => !Has(Product.Ram),
        CommandKind.FreeVmArea or CommandKind.RemoveVmArea or CommandKind.VmallocAreaInner
            or CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush
            or CommandKind.UnmapKernelRange or CommandKind.UnmapKernelRangeNoflush =>
            Areas.Count == 0,
        CommandKind.GiveBack => Frames.Count == 0,
        _ => false,
    };
}
