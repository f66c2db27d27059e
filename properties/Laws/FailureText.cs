// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What a person reads when a property fails.</summary>
public sealed class FailureText
{
    [Trait("Length", "long")]
    [Fact]
    public void Says_what_broke_where_by_whom_and_how_to_see_it_again()
    {
        var hunt = new Hunt(static (era, mode) =>
            WrongTarget.Of("loses a descriptor", new Model.Model(era, mode)));

        var trace = new Trace(
            Machines.Tight64, Era.V2632, DefectMode.Fixed,
            [
                new(CommandKind.Vmalloc) { Name = 0, Size = 8192 },
                new(CommandKind.Take) { Name = 1, Count = 1 },
                new(CommandKind.VmUnmapAliases),
                new(CommandKind.Vmap)
                {
                    Name = 2, Pages = [new(Operand.Named(1), 0, 1)], Count = 1, Flags = VmFlags.Map,
                },
                new(CommandKind.Vunmap) { Pointer = Operand.Named(2) },
                new(CommandKind.Vfree) { Pointer = Operand.Named(0) },
            ]);
        string text = Fails(Prop.ForAll(
            Arb.From(
                Gen.Constant(trace),
                failing => ((Trace[])[hunt.Shrink(failing)!.Trace]).Except([failing])),
            hunt.Holds));

        foreach (string line in (string[])
        [
            "Label of failing property: " + FreeLaws.FreeGivesBackItsObjects.Says,
            "  law       FreeGivesBackItsObjects",
            "  from      __vunmap",
            "  step      2 of 2: vfree(p0);",
            "  culprits  vfree; pages +0 -1, objects +0 -1, areas +0 -1",
            "trace on machine tight64, 2.6.32 fixed:",
            "   p0 = vmalloc(4096); /* -> START+0x0 */",
            "=> vfree(p0);",
            "  vmlist loses START+0x0",
            "before  Ag......",
            "after   ~~......",
            $"{CommandLine.InRepository} replay "
                + "artifacts/failures/FreeGivesBackItsObjects.trace",
        ])
        {
            Assert.Contains("\n" + line, text);
        }
    }

    [Trait("Length", "long")]
    [Fact]
    public void Names_a_file_that_replays_the_minimum()
    {
        var hunt = new Hunt(static (era, mode) =>
            WrongTarget.Of("keeps a lock", new Model.Model(era, mode)));
        Fails(Prop.ForAll(hunt.Traces([Machines.Toy], DefectMode.Fixed), hunt.Holds));

        string file = Path.Combine(
            Repository.Root, Hunt.Folder, nameof(LockLaws.LocksAreBalanced) + ".trace");
        Trace trace = TraceReader.Read(File.ReadAllText(file));

        Assert.Equal(LockLaws.LocksAreBalanced, hunt.Run(trace)?.Law);
    }

    [Fact]
    public void Says_when_nothing_was_checked()
    {
        var idle = new Trace(
            Machines.Toy, Era.V2632, DefectMode.Fixed,
            [new Command(CommandKind.Vfree) { Pointer = Operand.Named(0) }]);
        var hunt = new Hunt();

        string text = Fails(hunt.Holds(idle));

        Assert.Contains("nothing was checked", text);
    }

    static string Fails(Property property) => Assert.ThrowsAny<Exception>(
        () => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(5, 7), property)).Message;
}
