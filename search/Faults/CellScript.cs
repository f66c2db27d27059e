// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Writes the commands around a call: what it is given, and how all of it ends.</summary>
sealed class CellScript(EntryCall call)
{
    readonly List<Command> commands = [];
    readonly Machine machine = call.Machine;
    int names;
    int given = -1;
    int frames = -1;
    int made = -1;
    int filler = -1;

    public Trace Finish() => new(machine, call.Era, call.Mode, commands);

    /// <summary>What the call takes: its area, block or mapping, and its pages.</summary>
    public void SetUp()
    {
        bool maps = call.Given is Product.Mapping or Product.Ram;
        if (frames < 0 && (maps || call.Row.Takes(Param.Pages)))
        {
            frames = Name(new(CommandKind.Take) { Count = call.Pages });
        }

        given = call.Given switch
        {
            Product.Area => Name(Area(call.Pages)),
            Product.Mapping => Name(new(CommandKind.Vmap)
            {
                Pages = Frames, Count = call.Pages, Flags = VmFlags.Map,
            }),
            Product.Ram => Name(new(CommandKind.VmMapRam) { Pages = Frames, Node = call.Node }),
            Product.Percpu => Name(new(CommandKind.PcpuGetVmAreas)
            {
                Areas = Group, Align = machine.PageSize, Gfp = Gfp.Kernel,
            }),
            Product.Device => Name(Device),
            Product.Block when call.Row.Kind == CommandKind.RemapVmallocRange =>
                Name(new(CommandKind.VmallocUser) { Size = call.Size }),
            Product.Block => Name(new(CommandKind.Vmalloc) { Size = call.Size }),
            _ => -1,
        };
    }

    /// <summary>Takes the addresses away, and frees a part of them again, lazily.</summary>
    public void RunShort(Trouble trouble)
    {
        filler = trouble.Filler == 0 ? -1 : Name(Area(trouble.Filler));
        if (trouble.Lazy > 0)
        {
            Remove(Name(Area(trouble.Lazy)));
        }
    }

    public void RelieveShortage()
    {
        if (filler >= 0)
        {
            Remove(filler);
        }
    }

    public void Make(Trouble trouble)
    {
        Command command = Call(trouble.Fault, trouble.Also);
        made = call.Row.Product == Product.Nothing ? Add(command) : Name(command);
    }

    /// <summary>The call itself.</summary>
    public Command Call(Fault fault, Fault also)
    {
        Signature row = call.Row;
        Command usual = new(row.Kind) { Fault = fault, AlsoFault = also };
        return usual with
        {
            Pointer = row.Takes(Param.Pointer) ? Operand.Named(Math.Max(given, 0)) : default,
            Size = row.Takes(Param.Size) ? call.Size : 0,
            Align = row.Takes(Param.Align) ? machine.PageSize : usual.Align,
            Gfp = row.Takes(Param.Gfp) ? call.Gfp : usual.Gfp,
            Flags = row.Takes(Param.Flags) ? VmFlags.Map : usual.Flags,
            End = row.Takes(Param.End) ? machine.End - machine.Start : 0,
            Node = row.Takes(Param.Node) ? call.Node : usual.Node,
            Pages = row.Takes(Param.Pages) ? Frames : [],
            Areas = row.Takes(Param.Areas) ? Group : [],
            Count = row.Takes(Param.Count) && row.Kind != CommandKind.RemapVmallocRange
                ? call.Pages : 0,
            Phys = row.Takes(Param.Phys) ? machine.DeviceStart : 0,
            Value = row.Takes(Param.Value) ? (byte)1 : (byte)0,
        };
    }

    /// <summary>Ends what the call made, if it did; clears what it filled, in any case.</summary>
    public void PutRight()
    {
        if (call.FillsRange)
        {
            Add(new(CommandKind.UnmapKernelRange)
            {
                Pointer = Operand.Named(given), Size = call.Size,
            });
        }

        End(call.Row.Product, made);
    }

    /// <summary>Ends what the call was given and did not use up.</summary>
    public void TearDown()
    {
        if (!call.Consumes)
        {
            End(call.Given, given);
        }

        if (call.Row.Kind != CommandKind.GiveBack)
        {
            End(Product.Frames, frames);
        }

        if (call.Row.Kind == CommandKind.Interrupt)
        {
            Add(new(CommandKind.Interrupt));
        }
    }

    public void Flush()
    {
        Add(new(CommandKind.VmUnmapAliases));
        if (machine.Rcu == RcuMode.Manual)
        {
            Add(new(CommandKind.Grace));
        }
    }

    Command Device => new(CommandKind.Ioremap)
    {
        Phys = machine.DeviceStart, Size = call.Size,
    };

    PageSlice[] Frames => [new(Operand.Named(Math.Max(frames, 0)), 0, (int)call.Pages)];

    /// <summary>
    /// Two areas side by side, the upper one first: a page fits where no call of vmalloc's does.
    /// </summary>
    PercpuArea[] Group => [new(call.Size, machine.PageSize), new(0, call.Size)];

    Command Area(ulong pages) => new(CommandKind.GetVmArea)
    {
        Size = pages << machine.PageShift, Flags = VmFlags.Map,
    };

    void Remove(int area) =>
        Add(new(CommandKind.RemoveVmArea) { Pointer = Operand.Named(area) });

    void End(Product product, int name)
    {
        if (name < 0)
        {
            return;
        }

        switch (product)
        {
            case Product.Block:
                Add(new(CommandKind.Vfree) { Pointer = Operand.Named(name) });
                break;
            case Product.Mapping:
                Add(new(CommandKind.Vunmap) { Pointer = Operand.Named(name) });
                break;
            case Product.Device:
                Add(new(CommandKind.Iounmap) { Pointer = Operand.Named(name) });
                break;
            case Product.Ram:
                Add(new(CommandKind.VmUnmapRam) { Pointer = Operand.Named(name) });
                break;
            case Product.Percpu:
                Add(new(CommandKind.PcpuFreeVmAreas) { Pointer = Operand.Named(name) });
                break;
            case Product.Area:
                Remove(name);
                break;
            case Product.Frames:
                Add(new(CommandKind.GiveBack)
                {
                    Pages = [new(Operand.Named(name), 0, (int)call.Pages)],
                });
                break;
            default:
                break;
        }
    }

    int Name(Command command)
    {
        commands.Add(command with { Name = names });
        return names++;
    }

    int Add(Command command)
    {
        commands.Add(command);
        return -1;
    }
}
