// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes about where areas lie, and when their ranges are used again.</summary>
static class DoctoredAreas
{
    public static readonly Doctored[] All =
    [
        new(nameof(AreaLaws.AreasAreDisjoint),
            static script => Times(2, () => script.Reserve(1)),
            static script => script[1].Shift(-0x2000),
            nameof(WalkLaws.TheWalkAgrees)),
        new(nameof(AreaLaws.AreasLieInTheRange),
            static script => script.Reserve(1),
            static script => script[0].Shift(-0x3000)),
        new(nameof(AreaLaws.BlocksAreAlignedAsAsked),
            static script => script.Allocate(
                script.Sized(CommandKind.VmallocNodeInner, 1) with { Align = 0x10000 }, 1,
                caller: Caller.Direct),
            static script => script[0].Shift(0x1000)),
        new(nameof(AreaLaws.EveryAreaEndsInAHole),
            static script => script.Vmap(0, script.Take(1)),
            static script => script[1].AddPte(script.Machine.Start + 0x1000)),
        new(nameof(AreaLaws.BlocksHoldWhatWasAsked),
            static script => script.Vmalloc(2),
            static script => script.Rewrite(
                other => other.Allocate(other.Sized(CommandKind.Vmalloc, 2), 1))),
        new(nameof(AreaLaws.EveryDataPageIsMappedRight),
            static script => script.Vmalloc(1),
            static script => script[0].Change(
                EventKind.PteSet, e => e with { Bytes = Pgprot.KernelExec.Bits })),
        new(nameof(AreaLaws.RangesAreReleasedClean),
            Purged,
            static script => script[2].Drop(EventKind.TlbFlush)),
        new(nameof(AreaLaws.RangesAreHandedOutClean),
            static script =>
            {
                Purged(script);
                script.Reserve(1);
                script.Last.Shift(-0x3000);
            },
            static script => script[2].Drop(EventKind.TlbFlush),
            nameof(AreaLaws.RangesAreReleasedClean)),
        new(nameof(AreaLaws.OnlyFreedRangesAreReleased),
            Purged,
            static script => script.Rewrite(
                other => other.UnmapAliases(other.Reserve(1))),
            nameof(WalkLaws.TheWalkAgrees)),
        new(nameof(AreaLaws.FreedRangesAreUnmapped),
            static script =>
            {
                script.Era = Era.V2637;
                script.Vfree(script.Vmalloc(1));
            },
            static script => script[1].Drop(EventKind.PteClear)),
        new(nameof(TranslationLaws.TranslationsLieInAreas),
            static script =>
            {
                script.Vmap(0, script.Take(1));
                script.Call(CommandKind.Grace);
            },
            static script => script[2].Add(
                EventKind.PteSet, script.Machine.Start + 0x5000, bytes: Pgprot.Kernel.Bits)),
        new(nameof(TranslationLaws.EntriesAreNotOverwritten),
            static script => script.Vmap(0, script.Take(1)),
            static script => script[1].AddPte(script.Machine.Start)),
        new(nameof(TranslationLaws.TranslationsAreReachable),
            static script => script.Vmalloc(1),
            static script => script[0].DropLast(EventKind.TableAlloc)),
        new(nameof(TranslationLaws.TablesAreLinkedOnce),
            static script => script.Reserve(1, CommandKind.AllocVmArea),
            static script => script[0].Events.Add(
                script[0].Events.Last(e => e.Kind == EventKind.TableAlloc)),
            nameof(WalkLaws.TheWalkAgrees), nameof(RangeLaws.TablesComeWithTheArea),
            nameof(LockLaws.TablesAreLinkedUnderTheirLock)),
        new(nameof(TranslationLaws.TablesAreTheHardwares),
            static script =>
            {
                script.Machine = script.Machine with { Levels = new(9, 0, 9, 9) };
                script.Vmalloc(1);
            },
            static script => script.LinkTable(
                script[0], TableLevel.Pud, script.Machine.Start, Script.Plain)),
        new(nameof(TranslationLaws.TlbsHoldCurrentTranslations),
            static script => ReadOf(script, script.Vmalloc(1)),
            static script => script[1].Change(EventKind.TlbFill, e => e with { Id = 99 })),
        new(nameof(WalkLaws.TheWalkAgrees),
            static script => script.Vmalloc(1),
            static script => script.WalkMistake = picture => picture.Vmlist.Clear()),
    ];

    /// <summary>A block, freed and purged.</summary>
    public static void Purged(Script script)
    {
        Scripted block = script.Vmalloc(1);
        script.Vfree(block);
        script.UnmapAliases(block);
    }

    /// <summary>A load from the first page of a block, which fills the TLB.</summary>
    public static void ReadOf(Script script, Scripted block, int cpu = 0)
    {
        ScriptedStep step = script.Call(
            new Command(CommandKind.Read) { Pointer = Operand.Named(block.Name), Cpu = cpu });
        step.Add(
            EventKind.TlbFill, block.Start, id: block.Frames[0], node: cpu,
            bytes: Pgprot.Kernel.Bits);
        step.Outcome = Outcome.Number(0);
    }

    static void Times(int times, Action action)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }
}
