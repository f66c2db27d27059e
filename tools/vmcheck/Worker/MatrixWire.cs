// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>The fault matrix on its way between host and worker.</summary>
static class MatrixWire
{
    public static void Write(this BinaryWriter output, EntryCall call)
    {
        output.Write(call.Machine);
        output.Write((int)call.Era);
        output.Write((int)call.Mode);
        output.Write((int)call.Row.Kind);
        output.Write(call.Pages);
        output.Write(call.Node);
        output.Write((uint)call.Gfp);
    }

    public static EntryCall ReadEntryCall(this BinaryReader input) => new(
        input.ReadMachine(),
        (Era)input.ReadInt32(),
        (DefectMode)input.ReadInt32(),
        Signature.Of((CommandKind)input.ReadInt32()),
        input.ReadUInt64(),
        input.ReadInt32(),
        (Gfp)input.ReadUInt32());

    public static void Write(
        this BinaryWriter output, IReadOnlyDictionary<Trouble, CellVerdict> known)
    {
        output.WriteAll<Trouble>([.. known.Keys]);
        foreach (CellVerdict verdict in known.Values)
        {
            output.Write(verdict);
        }
    }

    public static Dictionary<Trouble, CellVerdict> ReadKnown(this BinaryReader input) =>
        input.ReadAll<Trouble>().ToDictionary(
            static trouble => trouble, _ => input.ReadVerdict());

    /// <summary>All but the call, which the host knows.</summary>
    public static void Write(this BinaryWriter output, CallCells call)
    {
        output.Write(call.Skipped);
        output.WriteAll<Visit>([.. call.Visits]);
        output.Write(call.Cells.Count);
        foreach (FaultCell cell in call.Cells)
        {
            output.Write((byte)cell.Mode);
            output.WriteAll([cell.Trouble]);
            output.WriteAll([cell.Visit, cell.Also]);
            output.Write(cell.Verdict);
        }
    }

    public static CallCells ReadCells(this BinaryReader input, EntryCall call)
    {
        int skipped = input.ReadInt32();
        Visit[] visits = input.ReadAll<Visit>();
        FaultCell[] cells =
            [.. Enumerable.Range(0, input.ReadInt32()).Select(_ => input.ReadCell(call))];
        return new(call, visits, cells) { Skipped = skipped };
    }

    static FaultCell ReadCell(this BinaryReader input, EntryCall call)
    {
        CellMode mode = (CellMode)input.ReadByte();
        Trouble trouble = input.ReadAll<Trouble>()[0];
        Visit[] visits = input.ReadAll<Visit>();
        return new(call, mode, trouble, visits[0], input.ReadVerdict()) { Also = visits[1] };
    }

    static void Write(this BinaryWriter output, CellVerdict verdict)
    {
        output.Write(verdict.Result);
        output.Write(verdict.Wrong ?? "");
        output.Write(verdict.IsNotMade);
        output.Write(verdict.Reached);
        output.Write(verdict.Failures);
        output.Write(verdict.Violation is not null);
        if (verdict.Violation is { } violation)
        {
            output.Write(violation);
        }
    }

    static CellVerdict ReadVerdict(this BinaryReader input) => new()
    {
        Result = input.ReadString(),
        Wrong = input.ReadString() is { Length: > 0 } wrong ? wrong : null,
        IsNotMade = input.ReadBoolean(),
        Reached = input.ReadBoolean(),
        Failures = input.ReadInt32(),
        Violation = input.ReadBoolean() ? input.ReadViolation() : null,
    };
}
