// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>
/// What the generators of the hunt are measured against: commands drawn without thought, on the
/// same machines. Every kind as often as every other; every argument from all of its range. Half of
/// the sizes and counts lie within twice the memory, the others anywhere below 2^64, each number of
/// digits as often as any other.
/// </summary>
static class UniformGenerator
{
    const ulong MostPages = 16;
    const int LongestList = 256;
    const int MostVisits = 16;
    const int Nth = 1024;

    static readonly Gfp[] masks = [Gfp.Kernel, Gfp.Atomic, Gfp.Noio, Gfp.Nofs];
    static readonly Gfp[] zones = [Gfp.None, Gfp.Highmem, Gfp.Dma, Gfp.Dma32];
    static readonly Pgprot[] protections =
    [
        Pgprot.Kernel, Pgprot.KernelExec,
        new(0x8000_0000_0000_0161), // PAGE_KERNEL_RO
        new(0x8000_0000_0000_017b), // PAGE_KERNEL_NOCACHE
    ];

    static readonly VmFlags[] flags = [VmFlags.Ioremap, VmFlags.Alloc, VmFlags.Map];
    static readonly Product[] pointed = [Product.Block, Product.Mapping, Product.Area];
    static readonly Product[] listed = [Product.Block, Product.Frames];

    /// <summary>Trace <paramref name="number"/> of the plan, drawn evenly.</summary>
    public static Trace Draw(CampaignPlan plan, long number)
    {
        Prng prng = new(Prng.Derive(plan.Seed, (ulong)number));
        Machine machine = plan.MachineOf(number);
        Era era = plan.EraOf(number);
        Signature[] known = [.. Signature.All.Where(row => row.IsIn(era))];
        Command[] commands = new Command[plan.Length];
        int named = 0;
        for (int step = 0; step < commands.Length; step++)
        {
            Signature row = prng.Pick<Signature>(known);
            int name = row.Product == Product.Nothing ? -1 : named++;
            commands[step] = Any(ref prng, row.Kind, machine, name);
        }

        return new(machine, era, plan.Mode, commands);
    }

    /// <summary>Arguments that the command does not take mean nothing, pages aside.</summary>
    static Command Any(ref Prng prng, CommandKind kind, Machine machine, int name)
    {
        ulong range = machine.End - machine.Start;
        ulong memory = 2 * (ulong)machine.TotalRam;
        PageSlice pages = AnyPages(ref prng, machine);
        return new(kind)
        {
            Name = name,
            Pointer = AnyPointer(ref prng, machine),
            Size = AnyNumber(ref prng, memory << machine.PageShift),
            Align = 1UL << prng.Below(machine.PageShift + 8),
            Gfp = prng.Pick<Gfp>(masks) | prng.Pick<Gfp>(zones),
            Flags = prng.Pick<VmFlags>(flags),
            Start = Below(ref prng, range),
            End = Below(ref prng, range),
            Prot = prng.Pick<Pgprot>(protections),
            Node = prng.Below(machine.Nodes + 1) - 1,
            Pages = Signature.Of(kind).Takes(Param.Pages) ? [pages] : [],
            Count = kind == CommandKind.Take ? Below(ref prng, MostPages)
                : prng.Below(2) == 0 ? (ulong)pages.Count : AnyNumber(ref prng, memory),
            Value = (byte)(kind == CommandKind.Interrupt ? prng.Below(2) : prng.Below(256)),
            Cpu = prng.Below(machine.Online),
            Fault = new((FaultSite)prng.Below((int)FaultSite.Any + 1),
                (FaultMode)prng.Below(3), prng.Below(MostVisits)),
        };
    }

    static ulong AnyNumber(ref Prng prng, ulong usual) =>
        prng.Below(2) == 0 ? Below(ref prng, usual) : prng.Next() >> prng.Below(64);

    static PageSlice AnyPages(ref Prng prng, Machine machine) => prng.Below(2) == 0
        ? PageSlice.NullEntries(1 + prng.Below(2 * Math.Min(machine.TotalRam, LongestList)))
        : new(
            Operand.NthLive(prng.Pick<Product>(listed), prng.Below(Nth)),
            0, 1 + prng.Below((int)MostPages));

    static Operand AnyPointer(ref Prng prng, Machine machine)
    {
        Product of = prng.Pick<Product>(pointed);
        ulong offset = prng.Below(2) == 0 ? 0 : Below(ref prng, MostPages << machine.PageShift);
        return prng.Below(4) switch
        {
            0 => Operand.Null,
            1 => Operand.FromStart(Below(ref prng, machine.End - machine.Start)),
            2 => Operand.NthFreed(of, prng.Below(Nth), offset),
            _ => Operand.NthLive(of, prng.Below(Nth), offset),
        };
    }

    static ulong Below(ref Prng prng, ulong bound) => prng.Next() % bound;
}
