// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A call of one entry point with everything it needs and everything that puts it right again, on
/// one machine and era: what the matrix puts to the test. <paramref name="Pages"/> is its size.
/// </summary>
public sealed record EntryCall(
    Machine Machine, Era Era, DefectMode Mode, Signature Row, ulong Pages, int Node, Gfp Gfp)
{
    /// <summary>
    /// Times a call is in trouble: what a first failure leaves cached is no leak, what the next
    /// ones add to it is.
    /// </summary>
    public const int Rounds = 3;

    /// <summary>The call as a line of a trace, its fault left out.</summary>
    public string Line => TraceWriter.Lines([new CellScript(this).Call(Fault.None, Fault.None)])[0];

    /// <summary>Bytes of the call, or of what it is about.</summary>
    internal ulong Size => Pages << Machine.PageShift;

    /// <summary>It uses up what it is given, so that a second call needs another.</summary>
    internal bool Consumes => Row.Kind is CommandKind.VmallocAreaInner or CommandKind.Vfree
        or CommandKind.Vunmap or CommandKind.VmUnmapRam or CommandKind.FreeVmArea
        or CommandKind.RemoveVmArea
        or CommandKind.GiveBack or CommandKind.PcpuFreeVmAreas or CommandKind.Iounmap;

    /// <summary>What its pointer has to point to; Nothing when it takes none.</summary>
    internal Product Given => !Row.Takes(Param.Pointer) ? Product.Nothing : Row.Kind switch
    {
        CommandKind.VmallocAreaInner or CommandKind.MapVmArea or CommandKind.FreeVmArea
            or CommandKind.RemoveVmArea or CommandKind.MapKernelRangeNoflush
            or CommandKind.UnmapKernelRange or CommandKind.UnmapKernelRangeNoflush => Product.Area,
        CommandKind.Vunmap => Product.Mapping,
        CommandKind.VmUnmapRam => Product.Ram,
        CommandKind.PcpuFreeVmAreas => Product.Percpu,
        CommandKind.Iounmap => Product.Device,
        _ => Product.Block,
    };

    /// <summary>It fills a range that its caller holds, and clears again.</summary>
    internal bool FillsRange => Fills(Row.Kind);

    /// <inheritdoc cref="Makes"/>
    internal static bool MakesSomething(Signature row) => row.Product != Product.Nothing
        || Fills(row.Kind) || row.Kind == CommandKind.RemapVmallocRange;

    /// <summary>
    /// It makes or maps something, which takes memory. Other calls allocate nothing, and are held
    /// to it.
    /// </summary>
    public bool Makes => MakesSomething(Row);

    /// <summary>What is run to see the call in this trouble.</summary>
    public Trace Trace(Trouble trouble) => Makes ? Repeated(trouble) : Alone(trouble.Fault);

    /// <summary>
    /// Rounds of the call in trouble, what its caller does then, and <c>vm_unmap_aliases</c>; the
    /// same call without trouble, and the end of all that is left.
    /// </summary>
    Trace Repeated(Trouble trouble)
    {
        CellScript script = new(this);
        for (int round = 0; round < Rounds; round++)
        {
            if (round == 0 || Consumes)
            {
                script.SetUp();
            }

            Trouble mine = round == 0 ? trouble : trouble.Again;
            script.RunShort(mine);
            script.Make(mine);
            script.PutRight();
            script.RelieveShortage();
            script.Flush();
        }

        if (Consumes)
        {
            script.SetUp();
        }

        script.Make(Trouble.None);
        script.PutRight();
        script.TearDown();
        script.Flush();
        return script.Finish();
    }

    Trace Alone(Fault fault)
    {
        CellScript script = new(this);
        script.SetUp();
        script.Make(new Trouble(fault));
        script.TearDown();
        script.Flush();
        return script.Finish();
    }

    static bool Fills(CommandKind kind) =>
        kind is CommandKind.MapVmArea or CommandKind.MapKernelRangeNoflush;
}
