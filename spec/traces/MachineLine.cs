// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// The line of a trace file that says the whole machine, as <c>key=value</c> pairs.
/// </summary>
static class MachineLine
{
    const ulong AnyInt = int.MaxValue;
    const ulong MostEarly = 1UL << 40;
    const string EarlyKey = "early";

    static readonly Key[] keys =
    [
        new("page", 16, 65536, m => $"{m.PageSize}",
            (m, v) => m with { PageShift = PowerOfTwo(v) }),
        new("levels", 0, 10, m => m.Levels.ToString(), null),
        new("start", 1, ulong.MaxValue, m => $"0x{m.Start:x}", (m, v) => m with { Start = v }),
        new("end", 0, ulong.MaxValue, m => $"0x{m.End:x}", (m, v) => m with { End = v }),
        new("ram", 1, 1 << 30, m => $"{m.TotalRam}", (m, v) => m with { TotalRam = (int)v }),
        new("frames", 1, 1 << 20, m => $"{m.Frames}", (m, v) => m with { Frames = (int)v }),
        new("nodes", 1, 64, m => $"{m.Nodes}", (m, v) => m with { Nodes = (int)v }),
        new("cpus", 1, 32, m => $"{m.Cpus}", (m, v) => m with { Cpus = (int)v }),
        new("online", 1, 32, m => $"{m.Online}", (m, v) => m with { Online = (int)v }),
        new("lazymax", 0, AnyInt, m => $"{m.LazyMax}", (m, v) => m with { LazyMax = (int)v }),
        new("rcu", 0, 1, m => TraceWords.RcuModes[(int)m.Rcu],
            (m, v) => m with { Rcu = (RcuMode)v }),
        new("debug_pagealloc", 0, 1, m => Bit(m.DebugPagealloc),
            (m, v) => m with { DebugPagealloc = v != 0 }),
        new("dma32", 0, 1, m => Bit(m.Dma32), (m, v) => m with { Dma32 = v != 0 }),
        new("prints", 0, 1, m => Bit(m.PrintsRateLimited),
            (m, v) => m with { PrintsRateLimited = v != 0 }),
        new("shmlba", 16, 1 << 30, m => $"{m.Shmlba}",
            (m, v) => m with { Shmlba = 1UL << PowerOfTwo(v) }),
        new("vmap_block", 4, Machine.MostVmapBlockPages, m => $"{m.VmapBlockPages}",
            (m, v) => m with { VmapBlockPages = (int)v })
        {
            IsUsual = static m => m.VmapBlockPages == Machine.MostVmapBlockPages,
        },
        new("long", 16, 64, m => $"{m.LongBits}", (m, v) => m with { LongBits = (int)v })
        {
            IsUsual = static m => m.LongBits == 64,
        },
        new("int", 8, 32, m => $"{m.IntBits}", (m, v) => m with { IntBits = (int)v })
        {
            IsUsual = static m => m.IntBits == 32,
        },
        new("entry", 32, 64, m => $"{m.EntryBits}", (m, v) => m with { EntryBits = (int)v })
        {
            IsUsual = static m => m.EntryBits == 64,
        },
    ];

    public static string Write(Machine machine) => TraceScanner.IsName(machine.Name)
        ? $"machine \"{machine.Name}\" "
            + string.Join(' ', keys.Where(key => !key.IsUsual(machine)).Select(
                key => $"{key.Name}={key.Print(machine)}"))
            + EarlyText(machine.Early)
        : throw new ArgumentException(
            $"'{machine.Name}' cannot be written as a machine's name", nameof(machine));

    /// <summary>
    /// Reads the rest of the line after <c>machine</c>; all keys, in any order, but for early and
    /// those that are as usual.
    /// </summary>
    public static Machine Read(TraceScanner scanner)
    {
        int begin = scanner.Column;
        Machine machine = new() { Name = scanner.Quoted() };
        HashSet<string> seen = [];
        while (!scanner.AtLineEnd)
        {
            int column = scanner.Column;
            string word = scanner.Word("a key of the machine");
            Key? key = Array.Find(keys, key => key.Name == word);
            if (key is null && word != EarlyKey)
            {
                throw scanner.Error(column, $"a machine has no '{TraceScanner.Cut(word)}'");
            }

            if (!seen.Add(word))
            {
                throw scanner.Error(column, $"'{word}' is said twice");
            }

            scanner.Expect("=");
            machine = key is null ? machine with { Early = ReadEarly(scanner, column) }
                : ReadValue(scanner, key, machine);
        }

        Key? missing = Array.Find(keys, key => !seen.Contains(key.Name) && !key.IsUsual(machine));
        string? problem = missing is null ? Problem(machine) : $"expected '{missing.Name}=' too";
        return problem is null ? machine : throw scanner.Error(begin, problem);
    }

    /// <summary>Nothing for no areas: most machines have none.</summary>
    static string EarlyText(EarlyAreas early) => early.Count == 0 ? ""
        : $" {EarlyKey}=" + string.Join(',', Enumerable.Range(0, early.Count).Select(index =>
            $"{early[index].Size}@{early[index].Align}:{TraceWords.Of(early[index].Flags)}"));

    static EarlyAreas ReadEarly(TraceScanner scanner, int column)
    {
        List<EarlyArea> areas = [];
        do
        {
            ulong size = scanner.Number("the size of an early area", MostEarly, min: 1);
            scanner.Expect("@");
            ulong align = scanner.Number("the alignment of an early area", MostEarly, min: 1);
            scanner.Expect(":");
            int kind = scanner.Choice(["VM_ALLOC", "VM_IOREMAP"]);
            areas.Add(new(size, align, kind == 0 ? VmFlags.Alloc : VmFlags.Ioremap));
        }
        while (scanner.Take(","));
        return areas.Count <= EarlyAreas.Most ? new([.. areas])
            : throw scanner.Error(column, $"at most {EarlyAreas.Most} areas before boot");
    }

    static Machine ReadValue(TraceScanner scanner, Key key, Machine machine)
    {
        int column = scanner.Column;
        if (key.Set is null)
        {
            int[] bits = new int[4];
            for (int level = 0; level < bits.Length; level++)
            {
                bits[level] = (int)scanner.Number(
                    "index bits of a level", key.Max, level is 1 or 2 ? key.Min : 1);
                if (level < 3)
                {
                    scanner.Expect("/");
                }
            }

            return machine with { Levels = new(bits[0], bits[1], bits[2], bits[3]) };
        }

        ulong value = key.Name == "rcu"
            ? (ulong)scanner.Choice(TraceWords.RcuModes)
            : scanner.Number(key.Name, key.Max, key.Min);
        return key.Name is "page" or "shmlba" or "vmap_block" or "long" or "entry" && !ulong.IsPow2(value)
            ? throw scanner.Error(column, $"{key.Name} must be a power of two")
            : key.Set(machine, value);
    }

    /// <summary>What no machine can be; null when nothing is wrong.</summary>
    static string? Problem(Machine machine)
    {
        TableShape levels = machine.Levels;
        int reach = machine.PageShift + levels.Pgd + levels.Pud + levels.Pmd + levels.Pte;
        return machine switch
        {
            _ when (machine.Start & machine.PageMask) != 0 => "start must be page aligned",
            _ when machine.End <= machine.Start => "end must be above start",
            _ when reach < 64 && (machine.Start ^ machine.End) >> reach != 0 =>
                $"the page tables reach {reach} bits: start and end must agree above them",
            _ when (machine.End | machine.Shmlba) > machine.LongMask =>
                $"end and shmlba must fit in the {machine.LongBits} bits of an unsigned long",
            _ when machine.IntBits > machine.LongBits => "int must not exceed long",
            _ when machine.Online > machine.Cpus => "online must not exceed cpus",
            _ when machine.Nodes > machine.Frames => "nodes must not exceed frames",
            _ when machine.Shmlba < machine.PageSize => "shmlba must be at least a page",
            _ when !machine.EntriesHoldAllFrames =>
                $"frames, and the {Machine.DeviceFrames} of devices behind them, must lie below "
                + $"2^{machine.EntryBits}: an entry has {machine.EntryBits} bits",
            _ => EarlyProblem(machine),
        };
    }

    static string? EarlyProblem(Machine machine)
    {
        ulong below = machine.Start;
        for (int i = 0; i < machine.Early.Count; i++)
        {
            (ulong size, ulong align, _) = machine.Early[i];
            ulong start = machine.EarlyStart(i);
            if (!ulong.IsPow2(align) || ((align | size) & machine.PageMask) != 0)
            {
                return "early areas must be whole pages, and their alignments powers of two";
            }

            if (start < below || start > machine.End || size > machine.End - start)
            {
                return "early areas must lie in the range";
            }

            below = start + size;
        }

        return null;
    }

    static string Bit(bool value) => value ? "1" : "0";

    static int PowerOfTwo(ulong value) => (int)ulong.Log2(value);

    /// <summary>One pair; without Set it is the table shape.</summary>
    sealed record Key(
        string Name, ulong Min, ulong Max, Func<Machine, string> Print,
        Func<Machine, ulong, Machine>? Set)
    {
        /// <summary>What most machines have, and no line says.</summary>
        public Func<Machine, bool> IsUsual { get; init; } = static _ => false;
    }
}
