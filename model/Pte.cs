// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// <c>pte_t</c>: frame number and protection in the hardware's layout; 0 is none.
/// </summary>
readonly record struct Pte(ulong Bits)
{
    const ulong FrameMask = 0x000f_ffff_ffff_f000;

    public bool IsNone => Bits == 0;

    public bool IsPresent => (Bits & 1) != 0;

    public int Frame => (int)((Bits & FrameMask) >> 12);

    public Pgprot Prot => new(Bits & ~FrameMask);

    public static Pte Make(int frame, Pgprot prot) =>
        new(((ulong)frame << 12) | (prot.Bits & ~FrameMask));
}
