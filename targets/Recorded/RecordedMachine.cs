// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The config line of a recording, as a machine.</summary>
static class RecordedMachine
{
    const int MostFrames = 1 << 22;
    const int MostCpus = 32;

    static readonly string[] keys =
    [
        "name", "start", "end", "totalram", "frames", "nodes", "cpus", "online", "lazymax", "rcu",
        "debug_pagealloc", "dma32", "ratelimit", "early",
    ];

    /// <summary>None; two of memory; the first of them of a device.</summary>
    static readonly EarlyAreas[] early =
    [
        EarlyAreas.None, Two(VmFlags.Alloc), Two(VmFlags.Ioremap),
    ];

    static EarlyAreas Two(VmFlags first) =>
        new(new(0x3000, 0x1000, first), new(0x5000, 0x1_0000, VmFlags.Alloc));

    /// <summary>Reads the line; <paramref name="beyond"/>: why nothing of it can be run.</summary>
    public static Machine Read(string file, string text, out string? beyond)
    {
        WordReader words = new(file, 1, text);
        if (words.AtEnd || words.Word("config") != "config")
        {
            throw words.Complaint("a recording begins with its config line; is this another file?");
        }

        HashSet<string> missing = [.. keys];
        Machine machine = new() { Name = "" };
        while (!words.AtEnd)
        {
            string word = words.Word("a setting");
            string key = word.Split('=')[0];
            if (key.Length == word.Length || !missing.Remove(key))
            {
                throw words.Complaint(
                    $"\"{WordReader.Short(word)}\" is no setting, or is given twice; still "
                    + $"open: {string.Join(", ", keys.Where(missing.Contains))}");
            }

            string value = word[(key.Length + 1)..];
            machine = With(machine, key, value, words);
        }

        beyond = machine.Cpus > MostCpus ? $"more than {MostCpus} CPUs" : null;
        return missing.Count == 0 ? Sound(machine, words)
            : throw words.Complaint($"no {string.Join(", ", missing)}; say it as key=value");
    }

    static Machine With(Machine machine, string key, string value, WordReader words)
    {
        int offset = key.Length + 1;
        int Number(long least, long most) => (int)words.Decimal(value, key, offset, least, most);
        bool Switch() => Number(0, 1) == 1;
        return key switch
        {
            "name" => machine with { Name = value },
            "start" => machine with { Start = words.Hex(value, key, offset) },
            "end" => machine with { End = words.Hex(value, key, offset) },
            "totalram" => machine with { TotalRam = Number(0, int.MaxValue) },
            "frames" => machine with { Frames = Number(1, MostFrames) },
            "nodes" => machine with { Nodes = Number(1, 64) },
            "cpus" => machine with { Cpus = Number(1, 64) },
            "online" => machine with { Online = Number(1, 64) },
            "lazymax" => machine with { LazyMax = Number(0, int.MaxValue) },
            "rcu" when value is "end" => machine with { Rcu = RcuMode.EndOfCommand },
            "rcu" when value is "manual" => machine with { Rcu = RcuMode.Manual },
            "rcu" => throw words.Complaint(
                $"rcu={WordReader.Short(value)} is unknown; write end or manual"),
            "debug_pagealloc" => machine with { DebugPagealloc = Switch() },
            "dma32" => machine with { Dma32 = Switch() },
            "ratelimit" => machine with { PrintsRateLimited = Switch() },
            "early" => machine with { Early = early[Number(0, early.Length - 1)] },
            _ => machine,
        };
    }

    static Machine Sound(Machine machine, WordReader words)
    {
        if ((machine.Start & machine.PageMask) != 0)
        {
            throw words.Complaint("start is not a multiple of the page size; align it");
        }

        if (machine.Online > machine.Cpus)
        {
            throw words.Complaint("more CPUs online than possible; lower online");
        }

        return machine.Start < machine.End ? machine
            : throw words.Complaint("end is not above start; an empty range holds nothing");
    }
}
