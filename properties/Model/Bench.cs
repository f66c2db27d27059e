// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>A booted model, and calls to it by hand.</summary>
sealed class Bench
{
    readonly Model.Model model;

    public Bench(DefectMode mode, Era era = Era.V2632, Machine? machine = null)
    {
        model = new Model.Model(era, mode);
        Machine = machine ?? new Machine { Name = "small" };
        model.Boot(Machine);
    }

    public Machine Machine { get; }

    public Step Step { get; } = new();

    /// <summary>The address of a page, counted from VMALLOC_START.</summary>
    public ulong At(int page) => Machine.Start + ((ulong)page << Machine.PageShift);

    public Outcome Run(
        CommandKind kind, ulong address = 0, ulong size = 0, Fault fault = default) =>
        Run(new Command(kind) { Size = size, Fault = fault }, address);

    public Outcome Run(Command command, ulong address = 0)
    {
        Step.Clear(Step.Index + 1);
        Step.Call.Take(command);
        Step.Call.Address = address;
        model.Execute(Step);
        return Step.Outcome;
    }

    /// <summary>A vm_map_ram of frames that the caller took.</summary>
    public ulong MapRam(int pages)
    {
        Command command = new(CommandKind.VmMapRam) { Prot = Pgprot.Kernel };
        Step.Clear(Step.Index + 1);
        Step.Call.Take(command);
        for (int frame = 0; frame < pages; frame++)
        {
            Step.Call.AddPage(frame);
        }

        model.Execute(Step);
        return Step.Outcome.Value;
    }

    public ulong Vmalloc(ulong size, Fault fault = default) =>
        Run(CommandKind.Vmalloc, size: size, fault: fault).Value;

    public int Count(EventKind kind)
    {
        int count = 0;
        foreach (ref readonly Event e in Step.Events)
        {
            count += e.Kind == kind ? 1 : 0;
        }

        return count;
    }

    public Picture Walk()
    {
        var picture = new Picture();
        model.Walk(picture);
        return picture;
    }
}
