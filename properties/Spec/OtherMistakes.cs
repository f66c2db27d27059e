// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A law speaks of several calls and several ways to go wrong; beside the one mistake of
/// <see cref="Doctored"/> it notices these.
/// </summary>
public sealed class OtherMistakes
{
    static readonly Dictionary<string, Doctored> all = new()
    {
        ["map_kernel_range_noflush says it mapped a page more"] = new(
            nameof(AccessLaws.RangesMapTheGivenPages), MappedRange,
            static script => script[2].Outcome = Outcome.Number(2)),
        ["remove_vm_area gives back a page"] = new(
            nameof(FreeLaws.OtherFreesLeaveThePages),
            static script => Ended(script, CommandKind.RemoveVmArea),
            static script => script[2].Add(EventKind.PageFree, id: 0)),
        ["free_vm_area gives back a page"] = new(
            nameof(FreeLaws.OtherFreesLeaveThePages),
            static script => Ended(script, CommandKind.FreeVmArea),
            static script => script[2].Add(EventKind.PageFree, id: 0)),
        ["a store goes to another page"] = new(
            nameof(AccessLaws.StoresHitTheirPage),
            static script => DoctoredAccesses.Store(script, script.Vmalloc(2)),
            static script => script[1].Change(EventKind.FrameWritten, static e => e with { Id = 1 })),
        ["a block begins at an odd address"] = new(
            nameof(AreaLaws.BlocksAreAlignedAsAsked), static script => script.Vmalloc(1),
            static script => script[0].Shift(1)),
        ["an area has no bytes"] = new(
            nameof(AreaLaws.AreasLieInTheRange), static script => script.Reserve(1),
            static script => script[0].Change(
                EventKind.AreaReserve, static e => e with { End = e.Address })),
    };

    static readonly Dictionary<string, Action<Script>> harmless = new()
    {
        ["an area ends where the range ends"] = static script =>
        {
            script.Machine = script.Machine with { End = script.Machine.Start + 0x2000 };
            script.Reserve(1);
        },
        ["the kernel writes into its own pages array"] = static script =>
        {
            DoctoredArrays.Nested(script);
            script.Contents[0] = 0x1234;
        },
    };

    public static TheoryData<string> Mistakes => [.. all.Keys];

    public static TheoryData<string> Harmless => [.. harmless.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Break_their_law(string mistake)
    {
        Doctored doctored = all[mistake];

        Assert.Null(Run(doctored.Undoctored()));
        Assert.Equal(
            doctored.Law, Run(doctored.WithMistake(), Claim.Find(doctored.Law)!)?.Class);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void Are_not_made_when(string harm)
    {
        Script script = new();
        harmless[harm](script);

        Assert.Null(Run(script));
    }

    static Violation? Run(Script script, params Law[] laws) =>
        new Checker(new ScriptedTarget(script), laws.Length == 0 ? null : laws)
        {
            FullAfterEachStep = true,
        }.Run(script.Trace);

    static void MappedRange(Script script)
    {
        int[] taken = script.Take(1);
        Scripted area = script.Reserve(1) with { Frames = taken };
        ScriptedStep step = script.Call(new Command(CommandKind.MapKernelRangeNoflush)
        {
            Pointer = Operand.Named(area.Name), Size = script.Machine.PageSize,
            Pages = [new PageSlice(Operand.Named(0), 0, 1)],
        });
        script.Map(step, area, Pgprot.Kernel, Gfp.Kernel);
        step.Drop(EventKind.CacheFlushMap);
        step.Outcome = Outcome.Number(1);
    }

    static void Ended(Script script, CommandKind kind)
    {
        script.Take(1);
        script.Free(kind, script.Reserve(1), ownsPages: false);
        if (kind == CommandKind.RemoveVmArea)
        {
            script.Last.Outcome = Outcome.Number((long)script.Machine.PageSize);
        }
    }
}
