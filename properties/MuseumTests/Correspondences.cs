// SPDX-License-Identifier: GPL-2.0-only
using Verification.Museum;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// The walkthrough, the code it walks through, and what would miss a step name the same steps.
/// </summary>
public sealed class Correspondences
{
    const string Page = "docs/CORRESPONDENCE.md";

    static readonly string[] ids = [.. Walkthrough.Steps.Select(static step => step.Id)];

    public static TheoryData<string> Exhibits => [.. Collection.All.Select(static one => one.Id)];

    [Fact]
    public void Of_every_step_to_a_member_and_back() => Assert.Equal(
        Walkthrough.Steps.Order(Comparer<WalkthroughStep>.Create(Compare)),
        PortedMember.All
            .SelectMany(static member => member.Steps.Select(
                step => new WalkthroughStep(member.Function, step)))
            .Distinct().Order(Comparer<WalkthroughStep>.Create(Compare)));

    [Fact]
    public void Number_the_steps_of_a_function_from_one_without_gaps()
    {
        var byName = ids.Select(static id => id.Split('.'))
            .GroupBy(static id => id[0], static id => int.Parse(id[1]));

        Assert.All(byName, static ids => Assert.Equal(Enumerable.Range(1, ids.Count()), ids));
    }

    [Fact]
    public void Of_every_law_are_to_steps_that_exist() =>
        Assert.Empty(Claim.All.SelectMany(static law => law.Steps).Except(ids));

    /// <summary>What an exhibit claims to do wrong is done where it changes the model.</summary>
    [Theory]
    [MemberData(nameof(Exhibits))]
    public void Of_an_exhibit_are_to_steps_of_members_that_it_changes(string id)
    {
        Exhibit exhibit = Collection.Find(id)!;

        Assert.Empty(exhibit.Steps.Except(exhibit.Plant.SelectMany(PortedMember.StepsOf)));
    }

    /// <summary>Whoever changes what does a step says which step he does wrong.</summary>
    [Theory]
    [MemberData(nameof(Exhibits))]
    public void Of_an_exhibit_are_there_when_what_it_changes_does_a_step(string id)
    {
        Exhibit exhibit = Collection.Find(id)!;

        Assert.Equal(
            exhibit.Plant.SelectMany(PortedMember.StepsOf).Any(), exhibit.Steps.Count > 0);
    }

    /// <summary>
    /// A method whose summary begins with a kernel function says which steps of it it does.
    /// </summary>
    [Fact]
    public void Of_every_kernel_function_that_a_member_ports_are_there_or_left_out_with_a_reason() =>
        Assert.Empty(PortedMember.Announced
            .Where(static one => one.Steps.Count == 0)
            .Select(static one => one.Function)
            .Except(Walkthrough.LeftOut.SelectMany(static left => left.Function.Split('`'))));

    [Fact]
    public void Are_looked_for_at_members_that_announce_a_kernel_function() =>
        Assert.Superset(
            new HashSet<string> { "vmalloc_node", "remove_vm_area", "radix_tree_insert" },
            PortedMember.Announced.Select(static one => one.Function).ToHashSet());

    [Fact]
    public void Of_every_step_to_a_law_or_an_exhibit() => Assert.All(ids, static id =>
        Assert.NotEmpty(CorrespondenceDocument.LawsOf(id)
            .Concat(CorrespondenceDocument.ExhibitsOf(id))));

    [Fact]
    public void Say_of_every_step_without_an_exhibit_that_it_is_only_named()
    {
        string[] rows = CorrespondenceDocument.Text().Split('\n');

        Assert.All(ids, id => Assert.Equal(
            !CorrespondenceDocument.ExhibitsOf(id).Any(),
            Assert.Single(rows, row => row.StartsWith($"| {id} |", StringComparison.Ordinal))
                .EndsWith("| *only named* |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Count_no_exhibit_that_no_hunt_finds()
    {
        Exhibit found = Collection.Find("V01")!;
        Exhibit missed = found with { Id = "V00", Missed = "too rare" };

        Assert.All(found.Steps, step => Assert.Equal(
            ["V01"], CorrespondenceDocument.ExhibitsOf(step, [missed, found])));
    }

    /// <summary>The page in the repository is the approved one.</summary>
    [Fact]
    public void Are_told_on_the_page() => Approved.Page(Page, CorrespondenceDocument.Text());

    static int Compare(WalkthroughStep a, WalkthroughStep b) => string.CompareOrdinal(
        $"{a.Function} {a.Id}", $"{b.Function} {b.Id}");
}
