// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

sealed partial class Script
{
    /// <summary>A machine with areas registered before boot, and a boot that imports them.</summary>
    public void Import(params EarlyArea[] early)
    {
        Machine = Machine with { Early = new(early) };
        for (int i = 0; i < early.Length; i++)
        {
            ulong start = Machine.EarlyStart(i);
            ulong end = start + early[i].Size;
            int va = Slab(Boot, SlabKind.Va, Gfp.Zero, -1);
            Boot.Add(EventKind.AreaReserve, start, end, va);
            Boot.Add(
                EventKind.VmInsert, start, id: -1, bytes: early[i].Size,
                gfp: (Gfp)(uint)early[i].Flags);
            cursor = end + Page;
        }
    }
}
