// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>Reads the <c>&gt; </c> lines of a recording.</summary>
static class CommandReader
{
    const long MostPages = 1 << 21;
    const long MostBytes = 1 << 28;

    public static RecordedCommand Read(WordReader words, string text, Machine machine)
    {
        string name = words.Word("a command");
        RecordedCommand command = new() { Text = text };
        if (name is "boot")
        {
            return words.AtEnd ? command
                : throw words.Complaint("boot takes nothing; end the line behind it");
        }

        if (name is "cpu")
        {
            string cpu = words.Word("a CPU");
            return command with { Cpu = (int)words.Decimal(cpu, name, 0, 0, machine.Cpus - 1) };
        }

        Signature? known = name is "user_pages"
            ? Signature.Of(CommandKind.Take)
            : Signature.Find(name);
        Signature row = known
            ?? throw words.Complaint(
                $"no command \"{WordReader.Short(name)}\"; FORMAT.md lists them");
        return Arguments(words, row, machine, command with { Command = new(row.Kind) });
    }

    static RecordedCommand Arguments(
        WordReader words, Signature row, Machine machine, RecordedCommand command)
    {
        HashSet<Param> open = [.. row.Parameters];
        if (row.Kind == CommandKind.Take)
        {
            open.Remove(Param.Node);
            command = command with { Command = command.Command! with { Gfp = Gfp.Kernel } };
        }

        if (row.Kind == CommandKind.PcpuFreeVmAreas || CountOf(row) == Param.Count)
        {
            open.Add(Param.Count);
        }

        while (!words.AtEnd)
        {
            string word = words.Word("an argument");
            if (word.StartsWith("fault=", StringComparison.Ordinal))
            {
                command = WithFault(command, FaultOf(words, word));
                continue;
            }

            Param param = ParamOf(word, row);
            if (!open.Remove(param))
            {
                throw words.Complaint($"\"{WordReader.Short(word)}\" has no place in {row.Name}; "
                    + $"open are {string.Join(", ", open)}");
            }

            command = Argument(words, word, param, machine, command);
        }

        return open.Count == 0 ? command
            : throw words.Complaint($"{row.Name} lacks {string.Join(", ", open)}; add them");
    }

    static Param ParamOf(string word, Signature row) => word.Split('=')[0] switch
    {
        "size" or "" => Param.Size,
        "align" => Param.Align,
        "gfp" => Param.Gfp,
        "flags" => Param.Flags,
        "start" => Param.Start,
        "end" => Param.End,
        "prot" => Param.Prot,
        "node" => Param.Node,
        "pages" => Param.Pages,
        "areas" => Param.Areas,
        "n" => Param.Count,
        "count" => CountOf(row),
        "byte" or "0" or "1" => Param.Value,
        _ => Param.Pointer,
    };

    /// <summary>What a count says: <c>vm_map_ram</c> has as many pages as its list.</summary>
    static Param CountOf(Signature row) => row.Takes(Param.Count)
        || row.Kind is CommandKind.VmMapRam or CommandKind.VmUnmapRam ? Param.Count : Param.Size;

    static RecordedCommand Argument(
        WordReader words, string word, Param param, Machine machine, RecordedCommand command)
    {
        int at = word.IndexOf('=') + 1;
        string value = word[at..];
        Command call = command.Command!;
        ulong Hex(ulong most) => words.Hex(value, word[..Math.Max(0, at - 1)], at, most);
        ulong Count(long most) => (ulong)words.Decimal(value, "count", at, 0, most);
        int Node() => (int)words.Decimal(value, "node", at, -1, machine.Nodes - 1);
        ulong Place() => words.Address(value, machine.Start, at);
        Command? filled = param switch
        {
            Param.Size when word.StartsWith("count=", StringComparison.Ordinal) =>
                call with { Size = Count(MostBytes) },
            Param.Size => call with { Size = Hex(ulong.MaxValue) },
            Param.Align => call with { Align = Hex(ulong.MaxValue) },
            Param.Gfp => call with { Gfp = (Gfp)Hex(uint.MaxValue) },
            Param.Flags => call with { Flags = (VmFlags)Hex(uint.MaxValue) },
            Param.Prot => call with { Prot = ProtOf(words, value, at) },
            Param.Node => call with { Node = Node() },
            Param.Areas => call with { Areas = AreasOf(words, value, at) },
            Param.Count => call with { Count = Count(uint.MaxValue) },
            Param.Value => call with { Value = (byte)Hex(byte.MaxValue) },
            _ => null,
        };
        return param switch
        {
            Param.Pointer => command with { Address = Place() },
            Param.Start => command with { Start = Place() },
            Param.End => command with { End = Place() },
            Param.Pages => command with { Pages = PagesOf(words, value, at, machine) },
            _ => command with { Command = filled },
        };
    }

    static Pgprot ProtOf(WordReader words, string value, int offset) => value switch
    {
        "k" => Pgprot.Kernel,
        "x" => Pgprot.KernelExec,
        _ => new Pgprot(words.Hex(value, "prot", offset)),
    };

    static List<FrameRun> PagesOf(WordReader words, string list, int offset, Machine machine)
    {
        List<FrameRun> runs = [];
        long total = 0;
        foreach (string part in list.Length == 0 ? [] : list.Split(','))
        {
            FrameRun run = new(-1, 1);
            if (part != "null")
            {
                string[] ends = part.Split('-', 2);
                long first = words.Decimal(ends[0], "a frame", offset, 0, machine.Frames - 1);
                long last = words.Decimal(ends[^1], "a frame", offset, first, machine.Frames - 1);
                run = new((int)first, (int)(last - first + 1));
            }

            runs.Add(run);
            total += run.Count;
            offset += part.Length + 1;
        }

        return total <= MostPages ? runs
            : throw words.Complaint($"{total} pages in one list; at most {MostPages}");
    }

    /// <summary>Offset and size of each area of a percpu group, hexadecimal.</summary>
    static PercpuArea[] AreasOf(WordReader words, string list, int offset)
    {
        string[] parts = list.Split(',');
        if (parts.Length > TraceWords.MaxAreas)
        {
            throw words.Complaint(
                $"{parts.Length} areas in a group; at most {TraceWords.MaxAreas}", offset);
        }

        PercpuArea[] areas = new PercpuArea[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            int plus = parts[i].IndexOf('+');
            if (plus < 0)
            {
                throw words.Complaint(
                    $"\"{WordReader.Short(parts[i])}\" is no area; write offset+size", offset);
            }

            areas[i] = new(
                words.Hex(parts[i][..plus], "an offset", offset),
                words.Hex(parts[i][(plus + 1)..], "a size", offset + plus + 1));
            offset += parts[i].Length + 1;
        }

        return areas;
    }

    static Fault FaultOf(WordReader words, string word)
    {
        string[] parts = word["fault=".Length..].Split(':');
        FaultSite site = parts[0] switch
        {
            "slab" => FaultSite.Slab,
            "page" => FaultSite.Page,
            "table" => FaultSite.Table,
            "any" => FaultSite.Any,
            _ => FaultSite.None,
        };
        FaultMode? mode = parts.Length != 3 ? null : parts[1] switch
        {
            "once" => FaultMode.Once,
            "sticky" => FaultMode.Sticky,
            "alt" => FaultMode.Alternate,
            _ => null,
        };
        if (site == FaultSite.None || mode is null)
        {
            throw words.Complaint(
                $"\"{WordReader.Short(word)}\" is no fault; "
                    + "write fault=slab|page|table|any:once|sticky|alt:k");
        }

        int offset = word.LastIndexOf(':') + 1;
        return new(site, mode.Value, (int)words.Decimal(parts[2], "k", offset, 0, int.MaxValue));
    }

    /// <summary>A later fault takes the place of an earlier one of the same kind.</summary>
    static RecordedCommand WithFault(RecordedCommand command, Fault fault)
    {
        Command call = command.Command!;
        return call.Fault.Site == fault.Site || !call.Fault.IsArmed
            ? command with { Command = call with { Fault = fault } }
            : call.AlsoFault.Site == fault.Site || !call.AlsoFault.IsArmed
            ? command with { Command = call with { AlsoFault = fault } }
            : command with { OutOfReach = "faults of more than two kinds in one command" };
    }
}
