// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>What a C library says of itself, and why one is refused.</summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class LoadingALibrary
{
    [Fact]
    public void Needs_a_file() =>
        AssertRefused("no-such.so", "no-such.so is not there: no such file");

    [Fact]
    public void Needs_a_library()
    {
        string file = Path.Combine(Repository.Root, "README.md");
        AssertRefused(file, "README.md is no library that can be loaded: ");
    }

    [CFact]
    public void Names_the_mandatory_symbol_that_is_missing() => AssertRefused(
        CCompiler.Library(SmallLibrary.With("void vmcheck_reset", "void my_reset")),
        "lacks vmcheck_reset, which targets/include/vmcheck.h makes mandatory");

    [CFact]
    public void Needs_contents_only_where_they_are_observed() => AssertRefused(
        CCompiler.Library(SmallLibrary.With(
            "VMCHECK_OBSERVES_EVENTS;", "VMCHECK_OBSERVES_EVENTS | VMCHECK_OBSERVES_CONTENTS;")),
        "lacks vmcheck_content");

    [CFact]
    public void Tells_two_versions_of_the_abi_apart() => AssertRefused(
        CCompiler.Library(SmallLibrary.With("return VMCHECK_ABI;", "return 77;")),
        "has version 77 of the ABI, this is 3: build it again");

    [CFact]
    public void Is_no_use_without_events() => AssertRefused(
        CCompiler.Library(SmallLibrary.With(
            "return VMCHECK_OBSERVES_EVENTS;", "return VMCHECK_OBSERVES_TLB;")),
        "reports no events (VMCHECK_OBSERVES_EVENTS), without which no law can be checked");

    [CFact]
    public void Refuses_a_bit_without_a_meaning() => AssertRefused(
        CCompiler.Library(SmallLibrary.With(
            "VMCHECK_OBSERVES_EVENTS;", "VMCHECK_OBSERVES_EVENTS | 1024;")),
        "observes 0x401, in which not every bit has a meaning");

    [CTheory]
    [InlineData(".name = \"x\", .facts = 0x40000000", "facts 0x40000000")]
    [InlineData(".name = \"x\", .reach = 3", "reach 3")]
    [InlineData(".name = \"x\", .era = -1", "era -1")]
    [InlineData(".name = NULL", "name NULL")]
    public void Refuses_a_profile_that_means_nothing(string facts, string told) => AssertRefused(
        CCompiler.Library(
            SmallLibrary.With(".name = \"nothing promised\"", facts),
            $"profile-{told.Replace(' ', '-')}"),
        told);

    [CFact]
    public void Tells_what_it_claims()
    {
        using CLibrary example = new(CCompiler.Example());

        Assert.Equal("example", example.Name);
        Assert.Equal(
            Profile.Of(Era.V2637, DefectMode.Fixed) with
            {
                Name = "example, as 2.6.37", BugsOnMistakes = false,
                SearchesFromBelow = false, MapsRamAsAsked = false,
            },
            example.Profile);
        Assert.Equal(
            Observations.All & ~(Observations.Kmemleak | Observations.Locks | Observations.Text
                | Observations.Readings),
            example.Observes);
    }

    [CFact]
    public void Tells_which_commands_it_lacks()
    {
        using CLibrary small = new(CCompiler.Library(SmallLibrary.Source));

        Assert.Equal(
            Signature.All.Where(static row => row.Since == Era.V2632).Count() - 1,
            small.NotOffered.Count());
        Assert.DoesNotContain(Signature.Of(CommandKind.Vmalloc), small.NotOffered);
        Assert.DoesNotContain(Signature.Of(CommandKind.Vzalloc), small.NotOffered);
    }

    [CFact]
    public void Serves_one_object_at_a_time()
    {
        string file = CCompiler.Library(SmallLibrary.Source);
        using (new CLibrary(file))
        {
            AssertRefused(file, "is loaded already, and holds one machine only");
        }

        using CLibrary again = new(file);
        Assert.Equal("small", again.Name);
    }

    [CFact]
    public void Asks_it_about_each_machine()
    {
        using CLibrary small = new(CCompiler.Library(SmallLibrary.Source));

        Assert.True(small.Accepts(Machines.Toy, out string nothing));
        Assert.Equal("", nothing);
        Assert.False(small.Accepts(Machines.Tight64, out string why));
        Assert.Equal("pages of 12 bits", why);
        var boot = Assert.Throws<InvalidOperationException>(() => small.Boot(Machines.Tight64));
        Assert.Equal("small cannot simulate machine tight64: pages of 12 bits", boot.Message);
    }

    static void AssertRefused(string file, string told)
    {
        var refused = Assert.Throws<CLibraryException>(() => new CLibrary(file).Dispose());
        Assert.Contains(told, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
