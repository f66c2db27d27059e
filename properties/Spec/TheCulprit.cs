// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What a violation tells of the area, page, frame or table that shows it.</summary>
public sealed class TheCulprit
{
    [Theory]
    [InlineData(nameof(AreaLaws.AreasLieInTheRange), "area START")]
    [InlineData(nameof(FrameLaws.FramesHaveOneOwner), "frame 0x0: 2 owners since step 2")]
    [InlineData(nameof(TranslationLaws.EntriesAreNotOverwritten), "page START+0x0 maps frame 0x")]
    [InlineData(nameof(TranslationLaws.TablesAreLinkedOnce), " table of START")]
    public void Is_named_with_what_is_known_of_it(string law, string told)
    {
        Script script = Doctored.Of(law).WithMistake();
        Checker checker = new(new ScriptedTarget(script), [Claim.Find(law)!]);

        Assert.Contains(told, checker.Run(script.Trace)!.Culprits);
    }

    /// <summary>Steps are counted from 1 in sentences, from 0 in figures.</summary>
    [Fact]
    public void Is_an_area_with_its_range_and_the_step_that_reserved_it()
    {
        Script script = Doctored.Of(nameof(AreaLaws.AreasAreDisjoint)).WithMistake();
        Law law = AreaLaws.AreasAreDisjoint;

        Violation violation = new Checker(new ScriptedTarget(script), [law]).Run(script.Trace)!;

        Assert.Contains($", since step {violation.Culprit.Since + 1}, ", violation.Culprits);
        ulong start = script.Trace.Machine.Start;
        Assert.Contains(
            $"area START+0x{violation.Culprit.Start - start:x}..START+0x"
                + $"{violation.Culprit.End - start:x},",
            violation.Culprits);
    }

    /// <summary>Its TLB entry outlived it.</summary>
    [Fact]
    public void Is_a_page_that_maps_nothing()
    {
        Script script = new();
        Scripted block = script.Vmalloc(1);
        DoctoredAreas.ReadOf(script, block);
        script.Vfree(block);
        script.UnmapAliases(block);
        script.Last.Drop(EventKind.TlbFlush);
        script.Call(CommandKind.Grace).Add(
            EventKind.TlbFill, block.Start + 0x1000, id: 0, node: 0, bytes: Pgprot.Kernel.Bits);
        Law law = TranslationLaws.TlbsHoldCurrentTranslations;

        Violation violation = new Checker(new ScriptedTarget(script), [law]).Run(script.Trace)!;

        Assert.Equal("page START+0x1000", violation.Culprits);
    }
}
