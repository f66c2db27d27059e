// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// What coverage tells of the pages that vm_map_ram had and vm_unmap_ram met; blocks have 8 pages.
/// </summary>
public sealed class PagesOfVmMapRam
{
    const string UsedUp =
        """
        f0 = take(8, -1)
        r1 = vm_map_ram([f0[0..3]], -1)
        r2 = vm_map_ram([f0[0..1]], -1)
        r3 = vm_map_ram([f0[0..1]], -1)

        """;

    [Theory]
    [InlineData("f0 = take(8, -1)\nr1 = vm_map_ram([f0[0]], -1)\n", "of a new block")]
    [InlineData(
        UsedUp, "of a new block", "of a block in use", "the last free ones of a block")]
    [InlineData("f0 = take(8, -1)\nr1 = vm_map_ram([f0[0..4]], -1)\n", "an area of their own")]
    [InlineData(
        "f0 = take(8, -1)\nr1 = vm_map_ram([f0[0]], -1) fail table once 0\n",
        "given back for want of a table")]
    [InlineData(
        "f0 = take(8, -1)\nr1 = vm_map_ram([f0[0..4]], -1) fail table once 0\n",
        "given back for want of a table")]
    [InlineData("f0 = take(8, -1)\nr1 = vm_map_ram([f0[0]], -1) fail slab once 2\n", "none")]
    public void Are_told_by_where_they_come_from(string commands, params string[] seen) =>
        Shows("pages of vm_map_ram", commands, seen);

    [Theory]
    [InlineData(UsedUp + "vm_unmap_ram(r2)\n", "some of a block used up")]
    [InlineData(
        UsedUp + "vm_unmap_ram(r2)\nvm_unmap_ram(r1)\nvm_unmap_ram(r3)\n",
        "some of a block used up", "some of a block used up", "the last of a block")]
    [InlineData(
        "f0 = take(8, -1)\nr1 = vm_map_ram([f0[0]], -1)\nvm_unmap_ram(r1)\n",
        "some of a block with room")]
    [InlineData(
        "f0 = take(8, -1)\nr1 = vm_map_ram([f0[0..4]], -1)\nvm_unmap_ram(r1)\n",
        "an area of their own")]
    [InlineData(
        UsedUp + "vm_unmap_ram(r2)\nvm_unmap_ram(r2)\n",
        "some of a block used up", "given back before")]
    [InlineData("f0 = take(8, -1)\nvm_unmap_ram(NULL)\n", "no page of the range")]
    public void Are_told_by_what_is_left_of_their_block(string commands, params string[] seen) =>
        Shows("of vm_unmap_ram", commands, seen);

    [Fact]
    public void Take_an_idle_block_along_when_all_is_purged() => Shows(
        "purge",
        "f0 = take(8, -1)\nr1 = vm_map_ram([f0[0]], -1)\nvm_unmap_ram(r1)\nvm_unmap_aliases()\n",
        ["vm_unmap_aliases", "an idle block went with it"]);

    [Fact]
    public void Are_told_of_no_code_that_says_nothing_of_its_blocks()
    {
        Profile real = Profile.Of(Era.V2632, DefectMode.Fixed) with { Reach = Reach.Linux };
        Dimension one = Run(UsedUp, real).Single(one => one.Name == "pages of vm_map_ram");
        Assert.All(one.Values, (_, value) => Assert.Equal(0, one.Of(value)));
    }

    static void Shows(string name, string commands, string[] seen)
    {
        Dimension one = Run(commands, Profile.Of(Era.V2632, DefectMode.Fixed))
            .Single(one => one.Name == name);
        Assert.Equal(
            one.Values.Select(value => seen.Count(other => other == value)),
            one.Values.Select((_, value) => (int)one.Of(value)));
    }

    static IEnumerable<Dimension> Run(string commands, Profile profile)
    {
        Coverage coverage = new();
        OtherAnswers target = new(static _ => { }, static _ => { }) { Profile = profile };
        Checker checker = new(target) { Observer = coverage.Add };
        checker.Run(TraceReader.Read(
            TraceWriter.Write(new Trace(
                Machines.Find("toy-blocks")!, Era.V2632, DefectMode.Fixed, [])) + commands));
        Assert.Equal(commands.Count(static c => c == '\n'), checker.Executed);
        return coverage.Terms.All;
    }
}
