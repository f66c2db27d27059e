// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Reads what stands in and after the parentheses of a command of a trace file.</summary>
sealed class ArgumentReader(TraceScanner scanner, Machine machine, TraceNames names)
{
    int pages;

    /// <summary>Fills in a command from its opening parenthesis on.</summary>
    public Command Read(Command command)
    {
        Param[] parameters = command.Signature.Parameters;
        scanner.Expect("(");
        for (int i = 0; i < parameters.Length; i++)
        {
            if (parameters[i] == command.Signature.Optional && scanner.Take(")"))
            {
                return Circumstances(command);
            }

            if (i > 0)
            {
                scanner.Expect(",");
            }

            command = Argument(command, parameters[i]);
        }

        scanner.Expect(")");
        return Circumstances(command);
    }

    Command Argument(Command command, Param parameter) => parameter switch
    {
        Param.Pointer => command with { Pointer = Address() },
        Param.Size => command with { Size = scanner.Number("a size") },
        Param.Align => command with { Align = scanner.Number("an alignment") },
        Param.Gfp => command with { Gfp = (Gfp)Bits("a gfp mask", TraceWords.FindGfp) },
        Param.Flags => command with { Flags = (VmFlags)Bits("VM_ flags", TraceWords.FindFlag) },
        Param.Start => command with { Start = FromStart() },
        Param.End => command with { End = FromStart() },
        Param.Prot => command with { Prot = Prot() },
        Param.Node => command with { Node = scanner.Take("-") ? -One() : Node() },
        Param.Pages => command with { Pages = Slices() },
        Param.Areas => command with { Areas = Areas() },
        Param.Count => command with { Count = scanner.Number("a count") },
        Param.Value => command with { Value = (byte)scanner.Number("a byte", byte.MaxValue) },
        Param.Phys => command with { Phys = scanner.Number("a physical address") },
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };

    Command Circumstances(Command command)
    {
        if (scanner.Take("on"))
        {
            scanner.Expect("cpu");
            int cpu = (int)scanner.Number("a CPU of the machine", (ulong)machine.Cpus - 1);
            command = command with { Cpu = cpu };
        }

        command = Listed(command);
        if (scanner.Take("fail"))
        {
            command = command with { Fault = Fault() };
            command = scanner.Take("fail") ? command with { AlsoFault = Fault() } : command;
        }

        return command.Reading.IsArmed ? command : Listed(command);
    }

    Command Listed(Command command) =>
        scanner.Take("list") ? command with { Reading = Reading() } : command;

    Reading Reading() => new(
        (FaultSite)scanner.Choice(TraceWords.Sites, first: 1),
        (int)scanner.Number("the number of a visit, from 0", int.MaxValue));

    Fault Fault()
    {
        FaultSite site = (FaultSite)scanner.Choice(TraceWords.Sites, first: 1);
        FaultMode mode = (FaultMode)scanner.Choice(TraceWords.FaultModes);
        return new(site, mode, (int)scanner.Number("the number of a visit, from 0", int.MaxValue));
    }

    int One() => (int)scanner.Number("1 (-1 is any node)", max: 1, min: 1);

    int Node() => (int)scanner.Number("a node of the machine", (ulong)machine.Nodes - 1);

    ulong FromStart()
    {
        int column = scanner.Column;
        Operand operand = Address();
        return operand.Base == OperandBase.Start
            ? operand.Offset
            : throw scanner.Error(column, "expected START, or an offset from it");
    }

    Operand Address()
    {
        const string what = "p0 (or the like), START or NULL";
        int column = scanner.Column;
        string word = scanner.Word(what);
        Operand operand = word switch
        {
            "NULL" => Operand.Null,
            "START" => Operand.FromStart(0),
            _ => names.Use(word, column),
        };
        bool adds = scanner.Take("+");
        if (!adds && !scanner.Take("-"))
        {
            return operand;
        }

        ulong offset = scanner.Number("an offset");
        return operand with { Offset = adds ? offset : unchecked(0 - offset) };
    }

    Pgprot Prot()
    {
        const string what = "PAGE_KERNEL, PAGE_KERNEL_EXEC or a number";
        int column = scanner.Column;
        return scanner.AtDigit ? new(scanner.Number(what)) : scanner.Word(what) switch
        {
            "PAGE_KERNEL" => Pgprot.Kernel,
            "PAGE_KERNEL_EXEC" => Pgprot.KernelExec,
            _ => throw scanner.Error(column, $"expected {what}"),
        };
    }

    uint Bits(string what, Func<string, uint?> find)
    {
        uint bits = 0;
        do
        {
            int column = scanner.Column;
            bits |= scanner.AtDigit ? (uint)scanner.Number(what, uint.MaxValue)
                : find(scanner.Word(what)) ?? throw scanner.Error(column, $"expected {what}");
        }
        while (scanner.Take("|"));
        return bits;
    }

    List<PageSlice> Slices()
    {
        List<PageSlice> slices = [];
        scanner.Expect("[");
        while (!scanner.Take("]"))
        {
            if (slices.Count > 0)
            {
                scanner.Expect(",");
            }

            int column = scanner.Column;
            PageSlice slice = Slice();
            slices.Add(slice);
            pages += slice.Count;
            if (pages > TraceWords.MaxPages)
            {
                throw scanner.Error(column, $"more than {TraceWords.MaxPages} pages in lists");
            }
        }

        return slices;
    }

    /// <summary>Offset and size of each area of a percpu group.</summary>
    List<PercpuArea> Areas()
    {
        List<PercpuArea> areas = [];
        scanner.Expect("[");
        while (!scanner.Take("]"))
        {
            if (areas.Count > 0)
            {
                scanner.Expect(",");
            }

            int column = scanner.Column;
            ulong offset = scanner.Number("the offset of an area");
            scanner.Expect("+");
            areas.Add(new(offset, scanner.Number("the size of an area")));
            if (areas.Count > TraceWords.MaxAreas)
            {
                throw scanner.Error(column, $"more than {TraceWords.MaxAreas} areas in a group");
            }
        }

        return areas;
    }

    PageSlice Slice()
    {
        int column = scanner.Column;
        string word = scanner.Word("a page: f0[0], f0[0..3] or NULL");
        if (word == "NULL")
        {
            return PageSlice.NullEntries(scanner.Take("*") ? Index(min: 1) : 1);
        }

        Operand source = names.Use(word, column);
        scanner.Expect("[");
        int first = Index(min: 0);
        int last = scanner.Take("..") ? Index(first) : first;
        scanner.Expect("]");
        return new(source, first, last - first + 1);
    }

    int Index(int min) => (int)scanner.Number("a page index", TraceWords.MaxPages - 1, (ulong)min);
}
