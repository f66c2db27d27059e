// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// Spec's types on their way between host and worker, which are two processes of one build: what
/// lies in memory as one piece is sent as it lies there.
/// </summary>
static class Wire
{
    static readonly PropertyInfo[] facts = typeof(Profile).GetProperties();

    /// <summary>The machine's line of a trace file, with the rest of an empty trace.</summary>
    public static void Write(this BinaryWriter output, Machine machine) =>
        output.Write(TraceWriter.Write(new Trace(machine, Era.V2632, DefectMode.Fixed, [])));

    public static Machine ReadMachine(this BinaryReader input) =>
        TraceReader.Read(input.ReadString()).Machine;

    public static void Write(this BinaryWriter output, CampaignPlan plan)
    {
        output.Write(plan.Seed);
        output.Write(plan.Length);
        output.Write((int)plan.Eras[0]);
        output.Write((int)plan.Mode);
        output.Write(plan.Machines.Count);
        foreach (Machine machine in plan.Machines)
        {
            output.Write(machine);
        }
    }

    /// <summary>As far as it says which trace is which.</summary>
    public static CampaignPlan ReadPlan(this BinaryReader input) => new()
    {
        Seed = input.ReadUInt64(),
        Length = input.ReadInt32(),
        Eras = [(Era)input.ReadInt32()],
        Mode = (DefectMode)input.ReadInt32(),
        Machines =
            [.. Enumerable.Range(0, input.ReadInt32()).Select(_ => input.ReadMachine())],
    };

    /// <summary>Fact by fact: there may be more of them tomorrow.</summary>
    public static void Write(this BinaryWriter output, Profile profile)
    {
        foreach (PropertyInfo fact in facts)
        {
            output.Write(Convert.ToString(fact.GetValue(profile), CultureInfo.InvariantCulture)!);
        }
    }

    public static Profile ReadProfile(this BinaryReader input)
    {
        Profile profile = Profile.Of(Era.V2632, DefectMode.Fixed);
        foreach (PropertyInfo fact in facts)
        {
            string told = input.ReadString();
            fact.SetValue(profile, fact.PropertyType.IsEnum
                ? Enum.Parse(fact.PropertyType, told)
                : Convert.ChangeType(told, fact.PropertyType, CultureInfo.InvariantCulture));
        }

        return profile;
    }

    public static void Write(this BinaryWriter output, int step, Call call)
    {
        output.Write(step);
        output.Write((byte)call.Kind);
        output.WriteAll(call.Areas);
        output.Write(call.Address);
        output.Write(call.Size);
        output.Write(call.Align);
        output.Write((uint)call.Gfp);
        output.Write((uint)call.Flags);
        output.Write(call.Start);
        output.Write(call.End);
        output.Write(call.Prot.Bits);
        output.Write(call.Node);
        output.Write(call.Count);
        output.Write(call.Value);
        output.Write(call.Phys);
        output.Write(call.Cpu);
        output.WriteAll<Fault>([call.Fault, call.AlsoFault]);
        output.WriteAll<Reading>([call.Reading]);
        output.WriteAll(call.Pages);
    }

    /// <summary>Clears the step and fills its call.</summary>
    public static void ReadCall(this BinaryReader input, Step step)
    {
        step.Clear(input.ReadInt32());
        Call call = step.Call;
        CommandKind kind = (CommandKind)input.ReadByte();
        call.Take(new Command(kind) { Areas = input.ReadAll<PercpuArea>() });
        call.Address = input.ReadUInt64();
        call.Size = input.ReadUInt64();
        call.Align = input.ReadUInt64();
        call.Gfp = (Gfp)input.ReadUInt32();
        call.Flags = (VmFlags)input.ReadUInt32();
        call.Start = input.ReadUInt64();
        call.End = input.ReadUInt64();
        call.Prot = new Pgprot(input.ReadUInt64());
        call.Node = input.ReadInt32();
        call.Count = input.ReadUInt64();
        call.Value = input.ReadByte();
        call.Phys = input.ReadUInt64();
        call.Cpu = input.ReadInt32();
        Fault[] faults = input.ReadAll<Fault>();
        (call.Fault, call.AlsoFault) = (faults[0], faults[1]);
        call.Reading = input.ReadAll<Reading>()[0];
        Array.ForEach(input.ReadAll<int>(), call.AddPage);
    }

    public static void WriteResult(this BinaryWriter output, Step step)
    {
        Outcome outcome = step.Outcome;
        output.Write((byte)outcome.Kind);
        output.Write(outcome.Value);
        output.Write(outcome.Extra);
        output.Write(outcome.Bug ?? "");
        output.Write(step.FaultFired);
        output.WriteAll<Counters>([step.Counters]);
        output.WriteAll(step.Events);
        output.Write(step.Text.ToString());
        output.WriteAll<(byte, int)>(CollectionsMarshal.AsSpan(step.Bytes));
    }

    public static void ReadResult(this BinaryReader input, Step step)
    {
        OutcomeKind kind = (OutcomeKind)input.ReadByte();
        step.Outcome = new Outcome(
            kind, input.ReadUInt64(), input.ReadUInt64(), input.ReadString() is { Length: > 0 } bug
                ? bug : null);
        step.FaultFired = input.ReadBoolean();
        step.Counters = input.ReadAll<Counters>()[0];
        foreach (Event e in input.ReadAll<Event>())
        {
            step.Add(in e);
        }

        step.Text.Append(input.ReadString());
        step.Bytes.AddRange(input.ReadAll<(byte, int)>());
    }

    public static void Write(this BinaryWriter output, Picture picture)
    {
        output.WriteAll<VmEntry>(CollectionsMarshal.AsSpan(picture.Vmlist));
        output.WriteAll<VmapEntry>(CollectionsMarshal.AsSpan(picture.VmapAreas));
        output.WriteAll<TranslationEntry>(CollectionsMarshal.AsSpan(picture.Translations));
        output.WriteAll<TableEntry>(CollectionsMarshal.AsSpan(picture.Tables));
        output.WriteAll<TlbEntry>(CollectionsMarshal.AsSpan(picture.Tlb));
        output.WriteAll<KmemleakEntry>(CollectionsMarshal.AsSpan(picture.Kmemleak));
        output.WriteAll<ObjectEntry>(CollectionsMarshal.AsSpan(picture.Objects));
        output.WriteAll<int>(CollectionsMarshal.AsSpan(picture.Frames));
        output.WriteAll<Counters>([picture.Counters]);
        output.Write(picture.KmemleakEnabled);
    }

    public static void ReadPicture(this BinaryReader input, Picture picture)
    {
        picture.Clear();
        picture.Vmlist.AddRange(input.ReadAll<VmEntry>());
        picture.VmapAreas.AddRange(input.ReadAll<VmapEntry>());
        picture.Translations.AddRange(input.ReadAll<TranslationEntry>());
        picture.Tables.AddRange(input.ReadAll<TableEntry>());
        picture.Tlb.AddRange(input.ReadAll<TlbEntry>());
        picture.Kmemleak.AddRange(input.ReadAll<KmemleakEntry>());
        picture.Objects.AddRange(input.ReadAll<ObjectEntry>());
        picture.Frames.AddRange(input.ReadAll<int>());
        picture.Counters = input.ReadAll<Counters>()[0];
        picture.KmemleakEnabled = input.ReadBoolean();
    }

    public static void WriteAll<T>(this BinaryWriter output, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        output.Write(values.Length);
        output.Write(MemoryMarshal.AsBytes(values));
    }

    public static T[] ReadAll<T>(this BinaryReader input)
        where T : unmanaged
    {
        T[] values = new T[input.ReadInt32()];
        input.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
