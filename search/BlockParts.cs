// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Makes some traces fill per-CPU blocks, give parts of them back, and look for what is stale.
/// </summary>
sealed class BlockParts
{
    /// <summary>Pages; a larger block is hardly ever full.</summary>
    const int MostPages = 128;

    readonly CallsApart apart;
    readonly Supply supply;
    readonly bool mayFill;
    bool hasBegun;

    public BlockParts(ulong seed, Machine machine, Era era, Supply supply)
    {
        this.supply = supply;
        apart = new(seed, CommandKind.VmMapRam, era);
        mayFill = era <= Era.V30 && machine.VmapBlockPages <= MostPages;
    }

    /// <summary>Sometimes such a call in place of another.</summary>
    public CommandKind Instead(CommandKind kind)
    {
        if (!mayFill || !apart.Replace(kind))
        {
            return kind;
        }

        hasBegun = true;
        return apart.Numbers.Below(8) switch
        {
            < 4 => CommandKind.VmMapRam,
            < 6 when supply.Has(Product.Ram) => CommandKind.VmUnmapRam,
            > 5 => CommandKind.VmUnmapAliases,
            _ => CommandKind.VmMapRam,
        };
    }

    /// <summary>
    /// Now and then, in place of another operand, what must not be given back; else null. A BUG
    /// ends the trace, so this is seldom.
    /// </summary>
    public Operand? Astray(CommandKind kind) =>
        !hasBegun || kind != CommandKind.VmUnmapRam || apart.Numbers.Below(16) != 0 ? null
        : apart.Numbers.Below(2) == 0
            ? Operand.NthLive(
                Product.Ram, apart.Numbers.Below(1024), 1 + (ulong)apart.Numbers.Below(8))
            : Operand.NthFreed(Product.Ram, apart.Numbers.Below(1024));
}
