// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>
/// What the generators of the hunt are measured against: commands drawn without thought, on the
/// same machines. Every kind as often as every other, every argument evenly from its range.
/// </summary>
static class UniformGenerator
{
    const ulong MostPages = 16;
    const int LargestRequest = 256;
    const int MostVisits = 16;
    const int Nth = 1024;

    static readonly Gfp[] masks = [Gfp.Kernel, Gfp.Atomic, Gfp.Noio, Gfp.Nofs];
    static readonly Gfp[] zones = [Gfp.None, Gfp.Highmem, Gfp.Dma, Gfp.Dma32];
    static readonly VmFlags[] flags = [VmFlags.Ioremap, VmFlags.Alloc, VmFlags.Map];
    static readonly Product[] pointed = [Product.Block, Product.Mapping, Product.Area];
    static readonly Product[] listed = [Product.Block, Product.Frames];

    /// <summary>Trace <paramref name="number"/> of the plan, drawn evenly.</summary>
    public static Trace Draw(CampaignPlan plan, long number)
    {
        Prng prng = new(Prng.Derive(plan.Seed, (ulong)number));
        Machine machine = plan.MachineOf(number);
        Era era = plan.EraOf(number);
        Signature[] known = [.. Signature.All.Where(row => row.Since <= era)];
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
        ulong memory = (ulong)Math.Min(machine.TotalRam, LargestRequest);
        Operand source = Operand.NthLive(prng.Pick<Product>(listed), prng.Below(Nth));
        PageSlice pages = new(source, 0, 1 + prng.Below((int)MostPages));
        return new(kind)
        {
            Name = name,
            Pointer = AnyPointer(ref prng, machine),
            Size = Below(ref prng, memory << machine.PageShift),
            Align = 1UL << prng.Below(machine.PageShift + 8),
            Gfp = prng.Pick<Gfp>(masks) | prng.Pick<Gfp>(zones),
            Flags = prng.Pick<VmFlags>(flags),
            Start = Below(ref prng, range),
            End = Below(ref prng, range),
            Prot = prng.Below(2) == 0 ? Pgprot.Kernel : Pgprot.KernelExec,
            Node = prng.Below(machine.Nodes + 1) - 1,
            Pages = Signature.Of(kind).Takes(Param.Pages) ? [pages] : [],
            Count = kind == CommandKind.Take ? Below(ref prng, MostPages) : (ulong)pages.Count,
            Value = (byte)(kind == CommandKind.Interrupt ? prng.Below(2) : prng.Below(256)),
            Cpu = prng.Below(machine.Online),
            Fault = new((FaultSite)prng.Below((int)FaultSite.Any + 1),
                (FaultMode)prng.Below(3), prng.Below(MostVisits)),
        };
    }

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
