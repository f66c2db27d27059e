// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>What the museum of a kernel takes for a find, and what for a fit.</summary>
public sealed class ATourOfAKernel
{
    static readonly KernelExhibit leak = KernelCollection.All.First(
        static one => one.Breaks[0] == FreeLaws.FreeGivesBackItsPages);

    /// <summary>A file that keeps a page whether or not an exhibit is planted in it.</summary>
    static readonly CampaignReport leaking = new Campaign(
        new CampaignPlan { Seed = 1, Traces = 100 },
        static (era, mode) => new Defective(era, mode, Defect.KeepsAPage)).Run();

    static readonly KernelControl clean = new([], 1);

    [Fact]
    public void Finds_an_exhibit_by_a_law_that_the_file_as_it_is_keeps()
    {
        KernelExhibitResult seen = new KernelExhibitResult { Exhibit = leak }.After(leaking, clean);

        Assert.Equal(leak.Breaks[0], seen.Finding?.Law);
        Assert.Empty(seen.NotToldApart);
        Assert.Equal(leaking.Figures.Commands, seen.Commands);
    }

    [Fact]
    public void Finds_none_by_a_law_that_the_file_as_it_is_breaks()
    {
        KernelControl control = new(leaking.Findings, 1);
        KernelExhibitResult seen =
            new KernelExhibitResult { Exhibit = leak }.After(leaking, control);

        Assert.Null(seen.Finding);
        Assert.False(seen.IsMissed);
        Assert.Contains(leak.Breaks[0], seen.NotToldApart);
        Assert.Contains("not told apart", KernelMuseumText.Row(seen));
        Assert.StartsWith(
            "0 of 1 exhibit found, 1 not told apart from the file as it is",
            KernelMuseumText.Summary([seen], 1, "museum"));
    }

    [Fact]
    public void Names_what_the_file_as_it_is_breaks_and_how_to_see_it()
    {
        string told = KernelMuseumText.Control(new(leaking.Findings, 1), "check --seed 1");

        Assert.Contains(leak.Breaks[0].Name, told);
        Assert.EndsWith("-- check --seed 1", told);
        Assert.DoesNotContain("again", KernelMuseumText.Control(clean, "check --seed 1"));
    }

    public static TheoryData<string> Ids => [.. KernelCollection.All.Select(one => one.Id)];

    /// <summary>Planted only: .ci/run builds and hunts them in one of the two.</summary>
    [KernelTheory]
    [MemberData(nameof(Ids))]
    public void Can_plant_every_exhibit_in_every_kernel(string id) => Assert.All(
        KernelSource.Versions,
        version => Assert.NotEqual(
            Text(version), KernelCollection.Find(id)!.PlantedIn(Text(version))));

    static string Text(string version) => File.ReadAllText(KernelSource.OfDebian(
        version, static (_, _) => { }, CancellationToken.None).Vmalloc);
}
