// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>
/// The search of 2.6.28 to 2.6.38: every time from the lower bound up, a page left free behind each
/// lower area.
/// </summary>
/// <remarks>Ported; the tree walk is replaced by a search held equal on random trees.</remarks>
sealed class FirstFit(AddressIndex taken) : Placement
{
    /// <inheritdoc/>
    public override bool Find(
        ulong vstart, ulong vend, ulong size, ulong align, bool isOrdered, out ulong address) =>
        isOrdered
            ? taken.FindHole(vstart, vend, size, align, PageSize, out address)
            : taken.FindHoleLinearly(vstart, vend, size, align, PageSize, out address);
}
