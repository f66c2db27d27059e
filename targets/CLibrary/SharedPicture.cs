// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>
/// The <c>struct vmcheck_picture</c> of one library; its lists grow as walks need.
/// </summary>
sealed unsafe class SharedPicture : IDisposable
{
    const uint First = 256;
    const uint Most = 1 << 24;

    readonly Abi.PictureMemory* memory;

    public SharedPicture()
    {
        memory = (Abi.PictureMemory*)NativeMemory.AllocZeroed((nuint)sizeof(Abi.PictureMemory));
        Grow();
    }

    /// <summary>
    /// Has the library walk, once more where a list was too short, and hands over the picture.
    /// </summary>
    public void Fill(Picture picture, delegate* unmanaged<Abi.PictureMemory*, void> walk)
    {
        Clear();
        walk(memory);
        if (Grow())
        {
            Clear();
            walk(memory);
        }

        Copy(memory->Vmlist, picture.Vmlist);
        Copy(memory->VmapAreas, picture.VmapAreas);
        Copy(memory->Translations, picture.Translations);
        Copy(memory->Tables, picture.Tables);
        Copy(memory->Tlb, picture.Tlb);
        Copy(memory->Kmemleak, picture.Kmemleak);
        Copy(memory->Objects, picture.Objects);
        Copy(memory->Frames, picture.Frames);
        picture.KmemleakEnabled = memory->KmemleakDisabled == 0;
    }

    public void Dispose()
    {
        foreach (ref Abi.ListMemory list in Lists)
        {
            NativeMemory.Free(list.Entries);
        }

        NativeMemory.Free(memory);
    }

    Span<Abi.ListMemory> Lists => new(&memory->Vmlist, 8);

    void Clear()
    {
        foreach (ref Abi.ListMemory list in Lists)
        {
            list.Count = 0;
        }

        memory->KmemleakDisabled = 0;
    }

    /// <summary>True when a list was too short for what was counted.</summary>
    bool Grow() => Grow<VmEntry>(ref memory->Vmlist) | Grow<VmapEntry>(ref memory->VmapAreas)
        | Grow<TranslationEntry>(ref memory->Translations) | Grow<TableEntry>(ref memory->Tables)
        | Grow<TlbEntry>(ref memory->Tlb) | Grow<KmemleakEntry>(ref memory->Kmemleak)
        | Grow<ObjectEntry>(ref memory->Objects) | Grow<int>(ref memory->Frames);

    static bool Grow<T>(ref Abi.ListMemory list)
        where T : unmanaged
    {
        if (list.Count <= list.Capacity && list.Capacity > 0)
        {
            return false;
        }

        list.Capacity = Math.Clamp(list.Count, First, Most);
        list.Entries = NativeMemory.Realloc(list.Entries, list.Capacity * (nuint)sizeof(T));
        return true;
    }

    static void Copy<T>(Abi.ListMemory list, List<T> into)
        where T : unmanaged =>
        into.AddRange(new ReadOnlySpan<T>(list.Entries, (int)Math.Min(list.Count, list.Capacity)));
}
