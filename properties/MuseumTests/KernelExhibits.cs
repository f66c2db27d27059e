// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Museum;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>Mistakes that are planted in a kernel's own file: what each of them has.</summary>
public sealed partial class KernelExhibits
{
    public static TheoryData<string> Ids => [.. KernelCollection.All.Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Are_told_whole(string id)
    {
        KernelExhibit exhibit = KernelCollection.Find(id)!;

        Assert.Equal(id, exhibit.Id);
        Assert.Matches("^[a-z].*[^.]$", exhibit.Title);
        Assert.Matches(@"^[A-Z/].*\.$", exhibit.Story);
        Assert.NotEmpty(exhibit.Breaks);
        Assert.Subset(
            Claim.All.Where(law => law.Reach <= Reach.Linux).ToHashSet(),
            exhibit.Breaks.ToHashSet());
        Assert.All(exhibit.Plant, Assert.NotEmpty);
    }

    [Fact]
    public void Have_each_its_own_id() => Assert.Equal(
        KernelCollection.All.Count,
        KernelCollection.All.Select(exhibit => exhibit.Id).Distinct().Count());

    [Fact]
    public void Are_enough() => Assert.InRange(KernelCollection.All.Count, 25, 99);

    [Fact]
    public void Lie_in_a_file_each() => Assert.Equal(
        KernelCollection.All.Select(exhibit => $"{exhibit.Id}.cs").Order(),
        Directory.GetFiles(Path.Combine(Repository.Root, "properties/Museum/KernelExhibits"))
            .Select(Path.GetFileName).Order());

    /// <summary>Half a line at most, of names and signs: nothing that is anybody's text.</summary>
    [Fact]
    public void Quote_no_more_of_the_kernel_than_names() => Assert.DoesNotContain(
        KernelCollection.All.SelectMany(one => one.Plant).SelectMany(way => way),
        change => change.Old.Length > 80 || Comment().IsMatch(change.Old));

    [Theory]
    [InlineData("--full is for the model", "--full")]
    [InlineData("--exhibit M14 is planted in --target model", "--exhibit", "M14")]
    [InlineData("--kernel and --tree both say", "--kernel", "6.1", "--tree", "x")]
    public async Task Are_asked_for_in_one_way(string told, params string[] options)
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            ["museum", "--json", "--target", "kernel-source", .. options]);

        Assert.Equal((ExitCode.BadInput, ""), (code, output));
        Assert.Contains(told, error);
    }

    [Fact]
    public async Task Are_not_planted_in_the_model()
    {
        (ExitCode code, _, string error) = await VmcheckProcess.Run("museum", "--exhibit", "K01");

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("--exhibit K01 is planted in --target kernel-source", error);
    }

    [Fact]
    public async Task Need_a_kernel()
    {
        (ExitCode code, string output, string error) = await VmcheckProcess.Run(
            "museum", "--target", "kernel-source", "--tree", "no-such-tree");

        Assert.Equal((ExitCode.TargetUnavailable, ""), (code, output));
        Assert.StartsWith("vmcheck: --tree no-such-tree is not there: no such folder", error);
    }

    [GeneratedRegex(@"/\*|//|\n")]
    private static partial Regex Comment();
}
