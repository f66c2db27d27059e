// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A walk that differs in one entry is told apart from the ledger, whichever list it is in.
/// </summary>
public sealed class WalkAgainstLedger
{
    static readonly Dictionary<string, (Action<Picture> Mistake, string Says)> mistakes = new()
    {
        ["vmap_area missing"] = (static seen => seen.VmapAreas.RemoveAt(0), "is not in the tree"),
        ["vmap_area too long"] = (
            static seen => seen.VmapAreas[0] = seen.VmapAreas[0] with { End = 0x4900_0000_9000 },
            "is not in the tree"),
        ["vmap_area too many"] = (
            static seen => seen.VmapAreas.Add(new(0x4900_0004_0000, 0x4900_0004_1000, 0)),
            "which no event reserved"),
        ["vm_struct missing"] = (static seen => seen.Vmlist.RemoveAt(0), "vmlist has 0 entries"),
        ["vm_struct flags"] = (
            static seen => seen.Vmlist[0] = seen.Vmlist[0] with { Flags = VmFlags.Map },
            "is not what events made of it"),
        ["vm_struct pages"] = (
            static seen => seen.Vmlist[0] = seen.Vmlist[0] with { NrPages = 2 },
            "is not what events made of it"),
        ["vm_struct caller"] = (
            static seen => seen.Vmlist[0] = seen.Vmlist[0] with { Caller = Caller.None },
            "is not what events made of it"),
        ["translation missing"] = (
            static seen => seen.Translations.Clear(), "the tables hold 0 translations"),
        ["translation elsewhere"] = (
            static seen => seen.Translations[0] = seen.Translations[0] with { Frame = 9 },
            "no event did"),
        ["translation protected otherwise"] = (
            static seen => seen.Translations[0] = seen.Translations[0] with { Prot = new(0x161) },
            "no event did"),
        ["table missing"] = (static seen => seen.Tables.RemoveAt(0), "2 tables are linked"),
        ["table elsewhere"] = (
            static seen => seen.Tables[2] = seen.Tables[2] with { Base = 0x4900_0020_0000 },
            "no event linked it"),
        ["frame missing"] = (static seen => seen.Frames.Clear(), "0 frames are in use"),
        ["frame too many"] = (static seen => seen.Frames.Add(77), "no event took it"),
        ["frame of no machine"] = (
            static seen => seen.Frames.Add(int.MaxValue), "no event took it"),
        ["table of no level"] = (
            static seen => seen.Tables[2] = seen.Tables[2] with { Level = (TableLevel)9 },
            "no event linked it"),
        ["TLB entry missing"] = (static seen => seen.Tlb.Clear(), "TLBs hold 0 entries"),
        ["TLB entry of another CPU"] = (
            static seen => seen.Tlb[0] = seen.Tlb[0] with { Cpu = 1 }, "the TLB of CPU 1"),
        ["object missing"] = (static seen => seen.Objects.Clear(), "0 slab objects are live"),
        ["kmemleak off"] = (static seen => seen.KmemleakEnabled = false, "kmemleak is on in one"),
        ["kmemleak block missing"] = (static seen => seen.Kmemleak.Clear(), "kmemleak knows 0"),
    };

    public static TheoryData<string> Mistakes => [.. mistakes.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Says_what_differs(string mistake)
    {
        Script script = OneBlockRead();
        script.WalkMistake = mistakes[mistake].Mistake;

        Violation? violation = new Checker(new ScriptedTarget(script)).Run(script.Trace);

        Assert.Equal(nameof(WalkLaws.TheWalkAgrees), violation?.Law.Name);
        Assert.Contains(mistakes[mistake].Says, violation!.Culprits);
    }

    [Fact]
    public void Says_nothing_when_they_agree()
    {
        Script script = OneBlockRead();

        Assert.Null(new Checker(new ScriptedTarget(script)).Run(script.Trace));
    }

    [Fact]
    public void Is_made_every_so_many_steps_when_asked()
    {
        Script script = OneBlockRead();
        script.WalkMistake = static seen => seen.Frames.Clear();
        var target = new ScriptedTarget(script);

        Violation? early = new Checker(target) { FullEvery = 1 }.Run(script.Trace);
        Violation? late = new Checker(target).Run(script.Trace);

        Assert.Equal((0, 1), (early!.StepIndex, late!.StepIndex));
    }

    static Script OneBlockRead()
    {
        var script = new Script();
        DoctoredAreas.ReadOf(script, script.Vmalloc(1));
        return script;
    }
}
