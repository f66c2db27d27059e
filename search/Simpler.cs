// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// Simpler versions of a command or a machine, the boldest first. Each is nearer to the plainest,
/// so that shrinking ends; an argument the command does not take is never touched.
/// </summary>
static class Simpler
{
    const Gfp Ordinary = Gfp.Kernel | Gfp.Highmem;

    /// <summary>On CPU 0, any node, with the usual mask, protection and alignment.</summary>
    public static Command Plain(Command command) => command with
    {
        Cpu = 0, Node = -1, Gfp = Ordinary, Prot = Pgprot.Kernel,
        Align = command.Signature.Takes(Param.Areas) ? command.Align : 1,
    };

    public static IEnumerable<Machine> Versions(Machine machine)
    {
        if (machine.Cpus > 1)
        {
            yield return machine with { Cpus = 1, Online = 1, Nodes = 1 };
        }

        if (machine.Nodes > 1)
        {
            yield return machine with { Nodes = 1 };
        }

        if (machine.Rcu != RcuMode.EndOfCommand)
        {
            yield return machine with { Rcu = RcuMode.EndOfCommand };
        }

        for (int gone = machine.Early.Count - 1; gone >= 0; gone--)
        {
            yield return machine with { Early = machine.Early.Without(gone) };
        }

        if (machine.DebugPagealloc)
        {
            yield return machine with { DebugPagealloc = false };
        }
    }

    public static IEnumerable<Command> Versions(Command command, Machine machine) =>
        Circumstances(command)
            .Concat(OtherKind(command))
            .Concat(Sizes(command, machine))
            .Concat(Lists(command))
            .Concat(Groups(command, machine))
            .Concat(Details(command, machine))
            .Where(simpler => !simpler.Equals(command));

    static IEnumerable<Command> Circumstances(Command command)
    {
        Fault fault = command.Fault;
        if (fault.IsArmed)
        {
            yield return command with { Fault = command.AlsoFault, AlsoFault = Fault.None };
            yield return command with { AlsoFault = Fault.None };
            yield return command with { Fault = fault with { Mode = FaultMode.Once } };
            foreach (int index in Below(fault.Index))
            {
                yield return command with { Fault = fault with { Index = index } };
            }
        }

        if (command.Reading is { IsArmed: true } reading)
        {
            yield return command with { Reading = Reading.None };
            foreach (int index in Below(reading.Index))
            {
                yield return command with { Reading = reading with { Index = index } };
            }
        }

        yield return command with { Cpu = 0 };
    }

    /// <summary>The plain entry point instead of one with more arguments.</summary>
    static IEnumerable<Command> OtherKind(Command command)
    {
        Command bare = new(CommandKind.Vmalloc)
        {
            Name = command.Name, Size = command.Size, Cpu = command.Cpu, Fault = command.Fault,
            AlsoFault = command.AlsoFault, Reading = command.Reading,
        };
        switch (command.Kind)
        {
            case CommandKind.VmallocNodeInner:
                yield return bare;
                yield return bare with
                {
                    Kind = CommandKind.VmallocInner, Gfp = command.Gfp, Prot = command.Prot,
                };
                break;
            case CommandKind.VmallocInner or CommandKind.VmallocUser or CommandKind.VmallocNode
                or CommandKind.VmallocExec or CommandKind.Vmalloc32 or CommandKind.Vmalloc32User
                or CommandKind.Vzalloc or CommandKind.VzallocNode or CommandKind.VmallocHuge:
                yield return bare;
                break;
            case CommandKind.GetVmAreaInner or CommandKind.GetVmAreaNode or CommandKind.AllocVmArea:
                yield return bare with { Kind = CommandKind.GetVmArea, Flags = command.Flags };
                break;
            default:
                break;
        }
    }

    static IEnumerable<Command> Sizes(Command command, Machine machine)
    {
        ulong page = machine.PageSize;
        foreach (ulong pages in Below(command.Size / page).Where(pages => pages > 0))
        {
            yield return command with { Size = pages * page };
        }

        if (command.Size > page)
        {
            yield return command with { Size = command.Size & ~machine.PageMask };
        }

        bool takes = command.Kind == CommandKind.Take;
        if (takes || command.Kind == CommandKind.RemapVmallocRange)
        {
            foreach (ulong count in Below(command.Count).Where(count => count > 0 || !takes))
            {
                yield return command with { Count = count };
            }
        }

        if (command.Kind == CommandKind.Ioremap)
        {
            yield return command with { Phys = machine.DeviceStart };
            yield return command with { Phys = command.Phys & ~machine.PageMask };
        }
    }

    /// <summary>A count that was the length of the list stays the length of the list.</summary>
    static IEnumerable<Command> Lists(Command command)
    {
        PageSlice[] slices = [.. command.Pages];
        ulong listed = Length(slices);
        for (int at = 0; at < slices.Length; at++)
        {
            PageSlice slice = slices[at];
            PageSlice[] rest = [.. slices[..at], .. slices[(at + 1)..]];
            yield return WithPages(command, rest, listed);
            foreach (int count in Below(slice.Count).Where(count => count > 0))
            {
                PageSlice[] shorter = Replaced(slices, at, slice with { Count = count });
                yield return WithPages(command, shorter, listed);
            }

            PageSlice[] shifted = Replaced(slices, at, slice with { First = 0 });
            yield return WithPages(command, shifted, listed);
        }
    }

    /// <summary>A percpu group with an area less, of single pages, side by side.</summary>
    static IEnumerable<Command> Groups(Command command, Machine machine)
    {
        PercpuArea[] areas = [.. command.Areas];
        if (areas.Length == 0)
        {
            yield break;
        }

        for (int at = 0; areas.Length > 1 && at < areas.Length; at++)
        {
            yield return command with { Areas = [.. areas[..at], .. areas[(at + 1)..]] };
        }

        ulong least = machine.PageSize;
        yield return command with { Align = least };
        foreach (ulong unit in (ulong[])[least, command.Align])
        {
            yield return command with
            {
                Areas = [.. areas.Select((_, i) => new PercpuArea((ulong)i * unit, unit))],
            };
            yield return command with
            {
                Areas = [.. areas.Select(area => area with { Size = unit })],
            };
        }

        ulong lowest = areas.Min(area => area.Offset);
        yield return command with
        {
            Areas = [.. areas.Select(area => area with { Offset = area.Offset - lowest })],
        };
        yield return command with { Areas = [.. areas.OrderBy(area => area.Offset)] };
    }

    static IEnumerable<Command> Details(Command command, Machine machine)
    {
        ulong offset = command.Pointer.Offset;
        yield return command with { Pointer = command.Pointer with { Offset = 0 } };
        yield return command with
        {
            Pointer = command.Pointer with { Offset = offset & ~machine.PageMask },
        };
        yield return command with { Node = -1 };
        yield return command with { Align = 1 };
        yield return command with { Align = Math.Min(command.Align, machine.PageSize) };
        yield return command with { Prot = Pgprot.Kernel };
        yield return command with { Gfp = Ordinary };
        yield return command with { Gfp = command.Gfp & Ordinary };
        yield return command with { Gfp = command.Gfp & (Ordinary | Gfp.Zero) };
        yield return command with { Start = 0 };
        if (command.Flags != VmFlags.None)
        {
            yield return command with { Flags = VmFlags.Map };
        }

        if (command.Value > 1)
        {
            yield return command with { Value = 1 };
        }
    }

    static Command WithPages(Command command, PageSlice[] slices, ulong listed) => command with
    {
        Pages = slices,
        Count = command.Count == listed ? Length(slices) : command.Count,
    };

    static PageSlice[] Replaced(PageSlice[] slices, int at, PageSlice slice)
    {
        PageSlice[] copy = [.. slices];
        copy[at] = slice;
        return copy;
    }

    static ulong Length(PageSlice[] slices)
    {
        ulong length = 0;
        foreach (PageSlice slice in slices)
        {
            length += (ulong)slice.Count;
        }

        return length;
    }

    /// <summary>
    /// Smaller numbers, the smallest first; repeated, they find any bound in few steps.
    /// </summary>
    static IEnumerable<ulong> Below(ulong number)
    {
        ulong last = ulong.MaxValue;
        ulong less = number - Math.Min(number, 1);
        foreach (ulong smaller in (ulong[])[0, 1, number / 2, number - (number / 4), less])
        {
            if (smaller < number && smaller != last)
            {
                last = smaller;
                yield return smaller;
            }
        }
    }

    static IEnumerable<int> Below(int number) =>
        Below((ulong)number).Select(smaller => (int)smaller);
}
