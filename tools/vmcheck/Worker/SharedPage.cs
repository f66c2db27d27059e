// SPDX-License-Identifier: GPL-2.0-only
using System.IO.MemoryMappedFiles;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// What host and worker both see at any time: where the worker is, and whether it is to stop. It
/// outlives the worker, so that a death is known by its step.
/// </summary>
sealed class SharedPage : IDisposable
{
    const long Bytes = 4096;

    // One line of the cache a writer: where the worker is, then what the host wants.
    const long AtTrace = 0;
    const long AtStep = 8;
    const long AtDoing = 12;
    const long AtCommand = 16;
    const long AtTurns = 24;
    const long AtTrouble = 32;
    const long AtStop = 128;

    readonly MemoryMappedFile mapped;
    readonly MemoryMappedViewAccessor page;
    long turns;

    SharedPage(string file)
    {
        FileName = file;
        mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
        page = mapped.CreateViewAccessor(0, Bytes);
    }

    /// <summary>A page of zeros in a file of its own.</summary>
    public static SharedPage Create()
    {
        string fresh = Path.GetTempFileName();
        File.WriteAllBytes(fresh, new byte[Bytes]);
        return new SharedPage(fresh);
    }

    /// <summary>The page of another process.</summary>
    public static SharedPage Open(string file) => new(file);

    /// <summary>Where the other process finds it.</summary>
    public string FileName { get; }

    /// <summary>Number of the trace in its campaign.</summary>
    public long Trace
    {
        get => page.ReadInt64(AtTrace);
        set => page.Write(AtTrace, value);
    }

    /// <summary>Of the cell of a fault matrix.</summary>
    public Trouble Trouble
    {
        get
        {
            page.Read(AtTrouble, out Trouble trouble);
            return trouble;
        }

        set => page.Write(AtTrouble, ref value);
    }

    /// <summary>Index of the last command in its trace.</summary>
    public int Step => page.ReadInt32(AtStep);

    public Doing Doing => (Doing)page.ReadInt32(AtDoing);

    public CommandKind Command => (CommandKind)page.ReadInt32(AtCommand);

    /// <summary>Grows whenever the worker begins something.</summary>
    public long Turns => page.ReadInt64(AtTurns);

    /// <summary>Set by the host: the hunt is over.</summary>
    public bool IsStopped
    {
        get => page.ReadBoolean(AtStop);
        set => page.Write(AtStop, value);
    }

    /// <summary>Written before each command: a few stores.</summary>
    public void Begin(int step, CommandKind command)
    {
        page.Write(AtStep, step);
        page.Write(AtCommand, (int)command);
        Begin(Doing.Execute);
    }

    /// <summary>Written before anything else that is asked of the library.</summary>
    public void Begin(Doing what)
    {
        page.Write(AtDoing, (int)what);
        page.Write(AtTurns, ++turns);
    }

    /// <summary>The file goes; a mapping of it stays until its process ends.</summary>
    public void Delete() => File.Delete(FileName);

    public void Dispose()
    {
        page.Dispose();
        mapped.Dispose();
    }
}
