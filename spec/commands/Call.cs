// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// A command whose operands have become addresses and frames: what a target executes. Fields as in
/// <see cref="Command"/>. One instance is reused for every call of a run.
/// </summary>
public sealed class Call
{
    int[] pages = new int[64];
    PercpuArea[] areas = [];

    public CommandKind Kind { get; set; }

    /// <summary>An absolute address; 0 is NULL.</summary>
    public ulong Address { get; set; }

    public ulong Size { get; set; }

    public ulong Align { get; set; }

    public Gfp Gfp { get; set; }

    public VmFlags Flags { get; set; }

    /// <summary>Absolute.</summary>
    public ulong Start { get; set; }

    /// <summary>Absolute.</summary>
    public ulong End { get; set; }

    public Pgprot Prot { get; set; }

    public int Node { get; set; }

    public ulong Count { get; set; }

    public byte Value { get; set; }

    public ulong Phys { get; set; }

    public int Cpu { get; set; }

    public Fault Fault { get; set; }

    public Fault AlsoFault { get; set; }

    public Reading Reading { get; set; }

    /// <summary>The page-pointer array: frame numbers, -1 for a NULL entry.</summary>
    public ReadOnlySpan<int> Pages => pages.AsSpan(0, PageCount);

    public int PageCount { get; private set; }

    /// <summary>The group of <c>pcpu_get_vm_areas</c>, in the order asked for.</summary>
    public ReadOnlySpan<PercpuArea> Areas => areas.AsSpan(0, AreaCount);

    public int AreaCount { get; private set; }

    public Signature Signature => Signature.Of(Kind);

    /// <summary>Takes all arguments but the operands and pages from a command.</summary>
    public void Take(Command command)
    {
        Kind = command.Kind;
        Size = command.Size;
        Align = command.Align;
        Gfp = command.Gfp;
        Flags = command.Flags;
        Prot = command.Prot;
        Node = command.Node;
        Count = command.Count;
        Value = command.Value;
        Phys = command.Phys;
        Cpu = command.Cpu;
        Fault = command.Fault;
        AlsoFault = command.AlsoFault;
        Reading = command.Reading;
        Address = Start = End = 0;
        PageCount = 0;
        AreaCount = command.Areas.Count;
        if (AreaCount > 0)
        {
            TakeAreas(command.Areas);
        }
    }

    void TakeAreas(IReadOnlyList<PercpuArea> list)
    {
        if (AreaCount > areas.Length)
        {
            Array.Resize(ref areas, AreaCount);
        }

        for (int i = 0; i < AreaCount; i++)
        {
            areas[i] = list[i];
        }
    }

    public void AddPage(int frame)
    {
        if (PageCount == pages.Length)
        {
            Array.Resize(ref pages, pages.Length * 2);
        }

        pages[PageCount++] = frame;
    }
}
