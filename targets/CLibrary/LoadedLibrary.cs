// SPDX-License-Identifier: GPL-2.0-only
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>
/// A library that was loaded and fits this host: its mandatory symbols, and what it says of itself.
/// </summary>
sealed unsafe class LoadedLibrary : IDisposable
{
    /// <summary>The same file is the same memory, however often it is loaded.</summary>
    static readonly ConcurrentDictionary<nint, byte> inUse = [];

    /// <exception cref="CLibraryException">It is not there, or not to be used.</exception>
    public LoadedLibrary(string path)
    {
        Handle = Load(path);
        if (!inUse.TryAdd(Handle, 0))
        {
            NativeLibrary.Free(Handle);
            throw new CLibraryException(path, "is loaded already, and holds one machine only");
        }

        try
        {
            CheckVersion(path);
            Observes = ReadObservations(path);
            Name = Marshal.PtrToStringUTF8(
                ((delegate* unmanaged<nint>)Symbol(path, "vmcheck_name"))()) ?? "unnamed";
            Profile = ReadProfile(path);
            Init = (delegate* unmanaged<Abi.MachineFacts*, Abi.StepMemory*, int>)
                Symbol(path, "vmcheck_init");
            Reset = (delegate* unmanaged<void>)Symbol(path, "vmcheck_reset");
            Walk = (delegate* unmanaged<Abi.PictureMemory*, void>)Symbol(path, "vmcheck_walk");
            Content = (Observes & Observations.Contents) == 0 ? null
                : (delegate* unmanaged<int, ulong>)Symbol(path, "vmcheck_content");
        }
        catch (CLibraryException)
        {
            Dispose();
            throw;
        }
    }

    public nint Handle { get; }

    public string Name { get; }

    public Observations Observes { get; }

    public Profile Profile { get; }

    public delegate* unmanaged<Abi.MachineFacts*, Abi.StepMemory*, int> Init { get; }

    public delegate* unmanaged<void> Reset { get; }

    public delegate* unmanaged<Abi.PictureMemory*, void> Walk { get; }

    /// <summary>Null when the library does not observe contents.</summary>
    public delegate* unmanaged<int, ulong> Content { get; }

    public void Dispose()
    {
        inUse.TryRemove(Handle, out _);
        NativeLibrary.Free(Handle);
    }

    /// <summary>A name without a slash would be looked for in the system's folders.</summary>
    static nint Load(string path)
    {
        if (!File.Exists(path))
        {
            throw new CLibraryException(path, "is not there: no such file");
        }

        string full = Path.GetFullPath(path);
        try
        {
            return NativeLibrary.Load(full);
        }
        catch (Exception refused) when (refused is DllNotFoundException or BadImageFormatException)
        {
            // The loader's own words are one line of many.
            string? why = refused.Message.Split('\n')
                .FirstOrDefault(line => line.StartsWith($"{full}: ", StringComparison.Ordinal));
            throw new CLibraryException(
                path, "is no library that can be loaded"
                    + (why is null ? "" : $": {why[(full.Length + 2)..]}"));
        }
    }

    nint Symbol(string path, string name) =>
        NativeLibrary.TryGetExport(Handle, name, out nint symbol) ? symbol
            : throw new CLibraryException(
                path, $"lacks {name}, which targets/include/vmcheck.h makes mandatory");

    void CheckVersion(string path)
    {
        uint version = ((delegate* unmanaged<uint>)Symbol(path, "vmcheck_abi"))();
        if (version != Abi.Version)
        {
            throw new CLibraryException(
                path, $"has version {version} of the ABI, this is {Abi.Version}: build it again "
                    + "with the vmcheck.h of this checkout");
        }
    }

    Observations ReadObservations(string path)
    {
        Observations observes = ((delegate* unmanaged<Observations>)Symbol(path, "vmcheck_observes"))();
        if ((observes & Observations.Events) == 0)
        {
            throw new CLibraryException(
                path, "reports no events (VMCHECK_OBSERVES_EVENTS), without which no law can be "
                    + "checked");
        }

        return (observes & ~Observations.All) == 0 ? observes : throw new CLibraryException(
            path, $"observes 0x{(uint)observes:x}, in which not every bit has a meaning");
    }

    Profile ReadProfile(string path)
    {
        Abi.ProfileFacts said = default;
        ((delegate* unmanaged<Abi.ProfileFacts*, void>)Symbol(path, "vmcheck_profile"))(&said);
        string? name = Marshal.PtrToStringUTF8(said.Name);
        if (name is null || !Enum.IsDefined((Spec.Reach)said.Reach)
            || !Enum.IsDefined((Era)said.Era) || (said.Facts & ~Abi.Facts.All) != 0
            || (said.Known & ~KnownDefects.All) != 0)
        {
            throw new CLibraryException(
                path, $"has a profile that means nothing: name {name ?? "NULL"}, "
                    + $"reach {said.Reach}, era {said.Era}, facts 0x{(uint)said.Facts:x}, "
                    + $"known 0x{(uint)said.Known:x}");
        }

        return new Profile
        {
            Name = name,
            Reach = (Spec.Reach)said.Reach,
            Era = (Era)said.Era,
            Mode = DefectMode.Fixed,
            ClearsLazily = (said.Facts & Abi.Facts.ClearsLazily) != 0,
            FlushesLazily = (said.Facts & Abi.Facts.FlushesLazily) != 0,
            HasGuardPage = (said.Facts & Abi.Facts.HasGuardPage) != 0,
            LeavesAGap = (said.Facts & Abi.Facts.LeavesNoGap) == 0,
            PagesDoNotWarn = (said.Facts & Abi.Facts.PagesDoNotWarn) != 0,
            TablesIgnoreGfp = (said.Facts & Abi.Facts.TablesIgnoreGfp) != 0,
            WarnsOfSizeZero = (said.Facts & Abi.Facts.WarnsOfSizeZero) != 0,
            VmapIsNotExecutable = (said.Facts & Abi.Facts.VmapIsNotExecutable) != 0,
            FindsAreasByAnyAddress = (said.Facts & Abi.Facts.FindsByAnyAddress) != 0,
            TellsKindsApart = (said.Facts & Abi.Facts.MixesKinds) == 0,
            OnlyWaits = (said.Facts & Abi.Facts.OnlyWaits) != 0,
            HonoursNofail = (said.Facts & Abi.Facts.HonoursNofail) != 0,
            DefersFrees = (said.Facts & Abi.Facts.DefersFrees) != 0,
            Known = said.Known,
            DirtyNeedsWrite = (said.Facts & Abi.Facts.DirtyNeedsWrite) != 0,
            RemoveWantsPages = (said.Facts & Abi.Facts.RemoveWantsPages) != 0,
            VreadHoles =
                (said.Facts & Abi.Facts.VreadReadsHoles) != 0 ? VreadHoles.ZerosEverywhere
                : (said.Facts & Abi.Facts.VreadNeedsAnArea) != 0 ? VreadHoles.NothingBelowAnArea
                : VreadHoles.ZerosBelowAnArea,
            KmemleakMinCount = said.KmemleakMinCount,
            EndSlack = said.EndSlack,
        };
    }
}
