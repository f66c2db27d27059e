// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Commands of a trace as C statements a kernel developer can paste. What is no kernel call (a
/// store, a grace period, a scan) becomes the C or the shell line that does it.
/// </summary>
public sealed class CStatement
{
    /// <summary>Of longer page lists, so many are written out and the others counted.</summary>
    const int PagesWritten = 32;

    readonly Dictionary<int, Product> products = [];

    /// <summary>Pages of what vm_map_ram maps, areas of a percpu group.</summary>
    readonly Dictionary<int, int> counts = [];
    readonly ulong pageSize;
    readonly Era era;

    public CStatement(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        pageSize = trace.Machine.PageSize;
        era = trace.Era;
        foreach (Command command in trace.Commands)
        {
            if (command.Name >= 0)
            {
                products[command.Name] = command.Signature.Product;
                counts[command.Name] = Math.Max(PagesOf(command), command.Areas.Count);
            }
        }
    }

    /// <summary>One statement, with its semicolon and without its result.</summary>
    public string Of(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        string? special = Special(command);
        if (special is not null)
        {
            return special;
        }

        IEnumerable<string> arguments =
            command.Signature.Parameters.Where(parameter => IsInC(command, parameter))
                .Select(parameter => Argument(command, parameter));
        if (command.Kind == CommandKind.VmallocNodeInner)
        {
            arguments = arguments.Append("__builtin_return_address(0)");
        }
        else if (command.Kind == CommandKind.VmMapRam)
        {
            arguments = MapRam(command);
        }
        else if (command.Kind == CommandKind.VmUnmapRam)
        {
            arguments = arguments.Append(IsMade(command.Pointer, Product.Ram)
                ? $"{counts[command.Pointer.Index]}" : "/* pages mapped there */ count");
        }
        else if (command.Kind == CommandKind.PcpuFreeVmAreas)
        {
            arguments = IsMade(command.Pointer, Product.Percpu)
                ? [NameOf(command.Pointer.Index), $"{counts[command.Pointer.Index]}"]
                : [$"&(struct vm_struct *){{ {Descriptor(command.Pointer)} }}", "1"];
        }

        string call = $"{command.Signature.Name}({string.Join(", ", arguments)});";
        return command.Name < 0 ? call : $"{NameOf(command.Name)} = {call}";
    }

    bool IsInC(Command command, Param parameter) =>
        parameter != Param.Gfp || era <= command.Signature.MaskUntil;

    /// <summary>vm_map_ram takes its count behind the pages, and no protection since 5.8.</summary>
    IEnumerable<string> MapRam(Command command)
    {
        string[] arguments = [Pages(command), $"{PagesOf(command)}", $"{command.Node}"];
        return era > Era.V30 ? arguments : arguments.Append(Prot(command.Prot));
    }

    string? Special(Command command) => command.Kind switch
    {
        CommandKind.Take =>
            $"for (i = 0; i < {command.Count}; i++) {NameOf(command.Name)}[i] = "
            + (command.Node < 0
                ? "alloc_page(GFP_KERNEL);"
                : $"alloc_pages_node({command.Node}, GFP_KERNEL, 0);"),
        CommandKind.GiveBack => $"__free_page() of each of {Pages(command)};",
        CommandKind.Read => $"c = *(volatile char *)({Address(command.Pointer)});",
        CommandKind.Write =>
            $"memset({Address(command.Pointer)}, 0x{command.Value:x2}, PAGE_SIZE);",
        CommandKind.Vread => $"vread(buf, {Address(command.Pointer)}, {Size(command.Size)});",
        CommandKind.Vwrite =>
            $"memset(buf, 0x{command.Value:x2}, {Size(command.Size)}); "
            + $"vwrite(buf, {Address(command.Pointer)}, {Size(command.Size)});",
        CommandKind.Drop => $"{Address(command.Pointer)} = NULL;",
        CommandKind.Grace => "rcu_barrier();",
        CommandKind.KmemleakScan => "$ echo scan > /sys/kernel/debug/kmemleak",
        CommandKind.Vmallocinfo => "$ cat /proc/vmallocinfo",
        CommandKind.VmallocUsage => "get_vmalloc_info(&vmi);",
        CommandKind.RemapVmallocRange =>
            $"remap_vmalloc_range(&vma, {Address(command.Pointer)}, {command.Count}); "
            + $"/* a vma of {Size(command.Size)} bytes */",
        CommandKind.Interrupt => command.Value != 0 ? "irq_enter();" : "irq_exit();",
        _ => null,
    };

    string Argument(Command command, Param parameter) => parameter switch
    {
        Param.Pointer => TakesDescriptor(command.Kind)
            ? Descriptor(command.Pointer) : Address(command.Pointer),
        Param.Size => Size(command.Size),
        Param.Align => Size(command.Align),
        Param.Gfp => Spaced(TraceWords.Of(command.Gfp)),
        Param.Flags => Spaced(TraceWords.Of(command.Flags)),
        Param.Start => Offset("VMALLOC_START", command.Start),
        Param.End => Offset("VMALLOC_START", command.End),
        Param.Prot => Prot(command.Prot),
        Param.Node => command.Node.ToString(),
        Param.Pages => command.Kind == CommandKind.MapVmArea
            ? $"&(struct page **){{ {Pages(command)} }}" : Pages(command),
        Param.Count => command.Count.ToString(),
        Param.Areas => Areas(command),
        Param.Phys => Size(command.Phys),
        _ => command.Value.ToString(),
    };

    static bool TakesDescriptor(CommandKind kind) => kind is CommandKind.MapVmArea
        or CommandKind.FreeVmArea or CommandKind.VmallocAreaInner;

    /// <summary>A vm_struct: the variable itself where it is one, else looked up.</summary>
    string Descriptor(Operand operand) =>
        IsNamed(operand, Product.Area)
            ? NameOf(operand) : $"find_vm_area({Address(operand)})";

    string Address(Operand operand) => operand.Base switch
    {
        OperandBase.Null => "NULL",
        OperandBase.Start => Offset("VMALLOC_START", operand.Offset),
        OperandBase.Name => Offset(
            ProductOf(operand) switch
            {
                Product.Area => $"{NameOf(operand)}->addr",
                Product.Percpu => $"{NameOf(operand)}[0]->addr",
                _ => NameOf(operand),
            },
            operand.Offset),
        _ => $"/* {operand.Base} {operand.Of} {operand.Index} */ NULL",
    };

    /// <summary>Exactly the result of a command that produces such.</summary>
    bool IsMade(Operand operand, Product product) =>
        IsNamed(operand, product) && products.ContainsKey(operand.Index);

    /// <summary>A result of this kind, whether a command produces it or not.</summary>
    bool IsNamed(Operand operand, Product product) =>
        operand is { Base: OperandBase.Name, Offset: 0 } && ProductOf(operand) == product;

    /// <summary>What a command produces, or else what the letter of the name says.</summary>
    Product ProductOf(Operand operand) => operand.Base != OperandBase.Name ? Product.Nothing
        : products.GetValueOrDefault(operand.Index, operand.Of);

    string NameOf(Operand operand) => NameOf(operand.Index, ProductOf(operand));

    /// <summary>A result by name: <c>p0</c>, a mapping <c>m1</c>, an area <c>a2</c>, frames <c>f3</c>.</summary>
    public string NameOf(int name) => NameOf(name, products.GetValueOrDefault(name));

    static string NameOf(int name, Product product) => product switch
    {
        Product.Mapping => $"m{name}",
        Product.Area => $"a{name}",
        Product.Frames => $"f{name}",
        Product.Ram => $"r{name}",
        Product.Percpu => $"v{name}",
        Product.Device => $"d{name}",
        _ => $"p{name}",
    };

    string Pages(Command command)
    {
        IReadOnlyList<PageSlice> slices = command.Pages;
        if (slices.Count == 1 && slices[0] is { First: 0 } only
            && IsMade(only.Source, Product.Frames))
        {
            return NameOf(only.Source);
        }

        int pages = PagesOf(command);
        IEnumerable<string> written = slices.SelectMany(Written).Take(PagesWritten);
        string more = pages > PagesWritten ? $", /* and {pages - PagesWritten} more */" : "";
        return $"(struct page *[]){{ {string.Join(", ", written)}{more} }}";
    }

    static int PagesOf(Command command) => command.Pages.Sum(static slice => slice.Count);

    IEnumerable<string> Written(PageSlice slice) =>
        Enumerable.Range(slice.First, slice.Count).Select(index => slice.IsNull ? "NULL"
            : ProductOf(slice.Source) == Product.Frames ? $"{NameOf(slice.Source)}[{index}]"
            : $"vmalloc_to_page({Address(slice.Source)} + {(ulong)index * pageSize})");

    static string Offset(string origin, ulong offset)
    {
        long signed = unchecked((long)offset);
        return signed switch
        {
            0 => origin,
            > 0 => $"{origin} + {Size(offset)}",
            _ => $"{origin} - {Size(unchecked(0 - offset))}",
        };
    }

    static string Areas(Command command) =>
        $"(unsigned long[]){{ {string.Join(", ", command.Areas.Select(area => Size(area.Offset)))} }}, "
        + $"(size_t[]){{ {string.Join(", ", command.Areas.Select(area => Size(area.Size)))} }}, "
        + $"{command.Areas.Count}";

    static string Spaced(string flags) => flags.Replace("|", " | ");

    static string Prot(Pgprot prot) => prot == Pgprot.Kernel || prot == Pgprot.KernelExec
        ? prot.ToString() : $"__pgprot(0x{prot.Bits:x})";

    /// <summary>Decimal while a reader can count it, then hex.</summary>
    static string Size(ulong bytes) => bytes < 1UL << 32 ? bytes.ToString() : $"0x{bytes:x}UL";
}
