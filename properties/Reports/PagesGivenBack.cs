// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Pages of a block that <c>vm_unmap_ram</c> was given, and that are mapped still.</summary>
public sealed class PagesGivenBack
{
    const string Calls = "f0 = take(4, -1)\nr1 = vm_map_ram([f0[0..1]], -1)\n"
        + "r2 = vm_map_ram([f0[2..3]], -1)\nvm_unmap_ram(r1)\nvm_unmap_aliases()\n";

    [Fact]
    public void Are_drawn_apart_from_those_in_use_until_they_are_unmapped()
    {
        (StoryStep Step, string Strip)[] steps = Told(Calls);

        Assert.Equal("AAAA----", steps[2].Strip[..8]);
        Assert.Equal("xxAA----", steps[3].Strip[..8]);
        Assert.Equal("--AA----", steps[4].Strip[..8]);
    }

    [Fact]
    public void Are_forgotten_with_their_block()
    {
        (StoryStep Step, string Strip)[] steps = Told(
            "f0 = take(4, -1)\nr1 = vm_map_ram([f0[0..3]], -1)\nr2 = vm_map_ram([f0[0..3]], -1)\n"
            + "vm_unmap_ram(r1)\nvm_unmap_ram(r2)\nvm_unmap_aliases()\np3 = vmalloc(8192)\n");

        Assert.Equal(8, steps[4].Step.Gone.After.Pages.Count);
        Assert.Empty(steps[6].Step.Gone.After.Pages);
        Assert.Equal("AAg", steps[6].Strip[..3]);
    }

    /// <summary>A full block stands on no queue, where 2.6.32 looks for what to unmap.</summary>
    [Fact]
    public void Are_the_culprit_when_vm_unmap_aliases_leaves_them_mapped()
    {
        (StoryStep Step, string Strip)[] steps = Told(Calls.Replace("0..1", "0..3").Replace("2..3", "0..3"));

        BrokenLaw broken = Assert.Single(steps[4].Step.Broken);
        Assert.Equal(PartLaws.NothingStaleAfterUnmapAliases.Id, broken.Violation.Law.Id);
        Assert.StartsWith("page START+0x", broken.Violation.Culprits);
        Assert.Contains(" maps frame 0x", broken.Violation.Culprits);
        Assert.Equal([0, 1, 2, 3], broken.Life.Select(static past => past.Step));
        Assert.Contains("given back", Assert.Single(broken.Life[3].Events));
        Assert.Equal(
            "NothingStaleAfterUnmapAliases-vm_unmap_aliases-returned",
            $"{broken.Violation.Cluster}");
    }

    /// <summary>Steps with the first row of the address space after each.</summary>
    static (StoryStep Step, string Strip)[] Told(string commands)
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header
            .Replace("shmlba=4096", "shmlba=4096 vmap_block=8").Replace("fixed", "faithful")
            + commands);
        List<(StoryStep, string)> steps = [];
        Story.Of(trace, new Model.Model(trace.Era, trace.Mode)).Tell(step => steps.Add(
            (step, AddressSpacePicture.Of(trace.Machine, null, step.After, 0, step.Gone)
                .Split('\n')[1].Trim())));
        return [.. steps];
    }
}
