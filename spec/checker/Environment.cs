// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// What the caller of a run remembers: the results of commands by name, which of them are still
/// his, and the frames he took. It turns a command into a call.
/// </summary>
public sealed class Environment
{
    const int Products = (int)Product.Device + 1;

    readonly List<Entry> entries = [];
    readonly Dictionary<int, int> byName = [];
    readonly List<int>[] live = new List<int>[Products];
    readonly List<int>[] freed = new List<int>[Products];
    readonly List<int> frames = [];
    int used;

    public Environment()
    {
        for (int product = 0; product < Products; product++)
        {
            live[product] = [];
            freed[product] = [];
        }
    }

    public void Clear()
    {
        entries.Clear();
        byName.Clear();
        frames.Clear();
        used = -1;
        for (int product = 0; product < Products; product++)
        {
            live[product].Clear();
            freed[product].Clear();
        }
    }

    /// <summary>
    /// Fills the operands of a call; false when one of them names a result that does not exist: its
    /// producer failed, was dropped from the trace, or has not run.
    /// </summary>
    public bool Resolve(Command command, Call call, Ledger ledger)
    {
        used = -1;
        call.Take(command);
        Signature signature = command.Signature;
        if (signature.Takes(Param.Start))
        {
            Machine machine = ledger.Machine;
            call.Start = unchecked(machine.Start + command.Start) & machine.LongMask;
            call.End = unchecked(machine.Start + command.End) & machine.LongMask;
        }

        if (signature.Takes(Param.Pointer))
        {
            if (!Find(command.Pointer, out ulong address, ledger.Machine))
            {
                return false;
            }

            call.Address = address;
            if (call.Kind == CommandKind.VmUnmapRam)
            {
                call.Count = (ulong)ledger.LastRamPages(address);
            }
            else if (call.Kind == CommandKind.PcpuFreeVmAreas)
            {
                call.Count = (ulong)ledger.PercpuCount(address);
            }
        }

        for (int i = 0; i < command.Pages.Count; i++)
        {
            if (!AddPages(command.Pages[i], call, ledger))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes a command down with names in place of drafted operands.</summary>
    public Command Name(Command command)
    {
        Command named = command with { Pointer = Named(command.Pointer) };
        if (command.Pages.Any(slice => slice.Source.IsDraft))
        {
            named = named with
            {
                Pages =
                [
                    .. command.Pages.Select(slice => slice with { Source = Named(slice.Source) }),
                ],
            };
        }

        return named;
    }

    /// <summary>Remembers what an executed call returned, and forgets what it freed.</summary>
    public void Learn(Command command, Step step, Ledger ledger)
    {
        Call call = step.Call;
        if (call.Signature.Product != Product.Nothing)
        {
            Remember(command, step);
        }

        bool ends = call.Kind is CommandKind.Vfree or CommandKind.Vunmap or CommandKind.FreeVmArea
            or CommandKind.RemoveVmArea or CommandKind.VmallocAreaInner or CommandKind.VmUnmapRam
            or CommandKind.PcpuFreeVmAreas or CommandKind.Iounmap;
        if (ends && ledger.Legality == Legality.Legal)
        {
            End(used >= 0 ? used : LiveAt(call.Address), call.Kind != CommandKind.VmallocAreaInner);
        }
        else if (call.Kind == CommandKind.GiveBack)
        {
            End(used, true);
        }
    }

    void Remember(Command command, Step step)
    {
        Product product = step.Call.Signature.Product;
        bool made = product == Product.Frames
            ? step.Outcome is { Kind: OutcomeKind.Number, Value: > 0 }
            : step.Outcome is { Kind: OutcomeKind.Pointer, Value: not 0 };
        if (!made || command.Name < 0)
        {
            return;
        }

        int first = frames.Count;
        if (product == Product.Frames)
        {
            foreach (ref readonly Event e in step.Events)
            {
                if (e.Kind == EventKind.PageAlloc)
                {
                    frames.Add(e.Id);
                }
            }
        }

        int index = entries.Count;
        entries.Add(new Entry(command.Name, product, step.Outcome.Value, first, frames.Count - first)
        {
            IsLive = true,
            Place = live[(int)product].Count,
        });
        live[(int)product].Add(index);
        byName[command.Name] = index;
    }

    void End(int index, bool intoFreed)
    {
        if (index < 0 || !entries[index].IsLive)
        {
            return;
        }

        Entry entry = entries[index];
        List<int> mine = live[(int)entry.Product];
        int last = mine[^1];
        mine[entry.Place] = last;
        entries[last] = entries[last] with { Place = entry.Place };
        mine.RemoveAt(mine.Count - 1);
        entries[index] = entries[index] with { IsLive = false };
        if (intoFreed)
        {
            freed[(int)entry.Product].Add(index);
        }
    }

    int LiveAt(ulong address) => entries.FindIndex(
        entry => entry.IsLive && entry.Value == address && entry.Product != Product.Frames);

    bool Find(Operand operand, out ulong address, Machine machine)
    {
        address = 0;
        switch (operand.Base)
        {
            case OperandBase.Null:
                address = operand.Offset & machine.LongMask;
                return true;
            case OperandBase.Start:
                address = unchecked(machine.Start + operand.Offset) & machine.LongMask;
                return true;
            default:
                int index = IndexOf(operand);
                if (index < 0 || entries[index].Product == Product.Frames)
                {
                    return false;
                }

                used = index;
                address = unchecked(entries[index].Value + operand.Offset) & machine.LongMask;
                return true;
        }
    }

    int IndexOf(Operand operand)
    {
        if (operand.Base == OperandBase.Name)
        {
            return byName.GetValueOrDefault(operand.Index, -1);
        }

        List<int> pool = (operand.Base == OperandBase.Live ? live : freed)[(int)operand.Of];
        return pool.Count == 0 ? -1 : pool[(int)((uint)operand.Index % (uint)pool.Count)];
    }

    Operand Named(Operand operand) => operand.IsDraft && IndexOf(operand) is >= 0 and int index
        ? Operand.Named(entries[index].Name, operand.Offset) : operand;

    /// <summary>
    /// Indices count modulo the number of pages, so a shrunk producer keeps its users.
    /// </summary>
    bool AddPages(PageSlice slice, Call call, Ledger ledger)
    {
        if (slice.IsNull)
        {
            for (int i = 0; i < slice.Count; i++)
            {
                call.AddPage(-1);
            }

            return true;
        }

        int index = IndexOf(slice.Source);
        if (index < 0)
        {
            return false;
        }

        Entry entry = entries[index];
        Area? block = entry.Product == Product.Frames ? null : ledger.AreaFrom(entry.Value);
        int count = entry.Product == Product.Frames ? entry.FrameCount
            : block is { IsLive: true, Product: Product.Block } ? (int)(block.Pages - 1) : 0;
        if (count == 0)
        {
            return false;
        }

        used = index;
        for (int i = 0; i < slice.Count; i++)
        {
            int at = (int)(((long)slice.First + i) % count);
            call.AddPage(block is null ? frames[entry.FirstFrame + at] : block.FrameAt((ulong)at));
        }

        return true;
    }

    readonly record struct Entry(
        int Name, Product Product, ulong Value, int FirstFrame, int FrameCount)
    {
        public bool IsLive { get; init; }

        /// <summary>Where it stands in the list of live results of its product.</summary>
        public int Place { get; init; }
    }
}
