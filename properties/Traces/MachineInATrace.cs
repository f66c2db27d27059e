// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The bounds of what a trace says of its machine.</summary>
public sealed class MachineInATrace
{
    public const string Header = "vmcheck trace 1\n"
        + "machine \"m\" page=4096 levels=9/9/9/9 start=0x490000000000 end=0x49000005ffff ram=64 "
        + "frames=128 nodes=2 cpus=2 online=2 lazymax=8192 rcu=end debug_pagealloc=0 dma32=1 "
        + "prints=1 shmlba=4096\n"
        + "era 2.6.32 fixed\n";

    [Theory]
    [InlineData("page=4096", "page", 16, "65536")]
    [InlineData("levels=9/9/9/9", "levels", 1, "10")]
    [InlineData("ram=64", "ram", 1, "0x40000000")]
    [InlineData("frames=128", "frames", 1, "0x100000")]
    [InlineData("nodes=2", "nodes", 1, "64")]
    [InlineData("cpus=2", "cpus", 1, "32")]
    [InlineData("online=2", "online", 1, "32")]
    [InlineData("lazymax=8192", "lazymax", 0, "0x7fffffff")]
    [InlineData("debug_pagealloc=0", "debug_pagealloc", 0, "1")]
    [InlineData("dma32=1", "dma32", 0, "1")]
    [InlineData("prints=1", "prints", 0, "1")]
    [InlineData("shmlba=4096", "shmlba", 16, "0x40000000")]
    [InlineData("shmlba=4096", "shmlba=4096 long", 16, "64")]
    [InlineData("shmlba=4096", "shmlba=4096 int", 8, "32")]
    [InlineData("shmlba=4096", "shmlba=4096 entry", 32, "64")]
    public void Is_bounded_in_each_of_its_numbers(
        string was, string key, ulong least, string most)
    {
        foreach (string beyond in least == 0 ? new[] { "99999999999" }
            : [$"{least - 1}", "99999999999"])
        {
            Assert.Contains(
                $"'{beyond}' is not {least} to {most}", Error(was, $"{key}={beyond}"));
        }
    }

    [Theory]
    [InlineData("end=0x49000005ffff", "end=0x490000000000", "end must be above start")]
    [InlineData("frames=128", "frames=1", "nodes must not exceed frames")]
    [InlineData("shmlba=4096", "shmlba=6000", "shmlba must be a power of two")]
    [InlineData(
        "end=0x49000005ffff", "end=0x1490000000000", "the page tables reach 48 bits: start and")]
    [InlineData("start=0x490000000000", "start=0x490000000800", "start must be page aligned")]
    [InlineData("shmlba=4096", "shmlba=4096 long=48", "long must be a power of two")]
    [InlineData("shmlba=4096", "shmlba=4096 entry=40", "entry must be a power of two")]
    [InlineData("shmlba=4096", "shmlba=4096 long=32", "must fit in the 32 bits of an unsigned")]
    [InlineData("levels=9/9/9/9", "levels=9/9/9/0", "'0' is not 1 to 10")]
    [InlineData(
        "frames=128", "frames=0xfff01 entry=32",
        "line 2, column 9: frames, and the 256 of devices behind them, must lie below 2^32")]
    public void Is_refused_when_it_cannot_be(string was, string becomes, string problem) =>
        Assert.Contains(problem, Error(was, becomes));

    [Theory]
    [InlineData("frames=128", "frames=2")]
    [InlineData("frames=128", "frames=0xfff00 entry=32")]
    [InlineData("frames=128", "frames=0x100000")]
    [InlineData("lazymax=8192", "lazymax=0")]
    [InlineData("end=0x49000005ffff", "end=0x490000000001")]
    [InlineData("rcu=end", "rcu=manual")]
    [InlineData("levels=9/9/9/9", "levels=10/0/10/10")]
    public void Is_read_at_its_bounds(string was, string becomes) =>
        Assert.Single(TraceReader.Read(Header.Replace(was, becomes) + "grace()").Commands);

    /// <summary>Each of them would be read back from a trace.</summary>
    [Fact]
    public void Has_room_in_its_entries_for_every_frame_if_a_hunt_knows_it() =>
        Assert.All(Machines.All, static machine => Assert.Equal(
            machine, TraceReader.Read(TraceWriter.Write(
                new(machine, Era.V2632, DefectMode.Fixed, []))).Machine));

    /// <summary>What came later is unsaid in old traces, and has the value it had then.</summary>
    [Fact]
    public void Has_words_of_64_and_32_bits_unless_it_says_otherwise()
    {
        Machine old = TraceReader.Read(Header).Machine;
        string said = "shmlba=4096 long=32 int=16 entry=32";
        string low = Header.Replace("0x49000005ffff", "0x9005ffff")
            .Replace("0x490000000000", "0x90000000").Replace("shmlba=4096", said);

        Assert.Equal((64, 32, 64), (old.LongBits, old.IntBits, old.EntryBits));
        Assert.DoesNotContain("long=", TraceWriter.Write(new Trace(old, Era.V2632, 0, [])));
        Assert.Contains(said, TraceWriter.Write(TraceReader.Read(low)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a b.c_d-9")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void Has_a_name_of_1_to_64_characters(string name)
    {
        Trace trace = TraceReader.Read(Header.Replace("\"m\"", $"\"{name}\""));

        Assert.Equal(name, trace.Machine.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a!")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void Has_no_other_name(string name) => Assert.Contains(
        "expected a name of 1 to 64 letters", Error("\"m\"", $"\"{name}\""));

    /// <summary>As far as a line of an error should go.</summary>
    [Theory]
    [InlineData("0123456789012345678x", "found '0123456789012345678x'")]
    [InlineData("01234567890123456789x", "found '01234567890123456789'")]
    public void Quotes_what_it_found_up_to_20_characters(string found, string quoted) =>
        Assert.EndsWith(quoted, Error("\"m\"", found));

    [Theory]
    [InlineData("v123456789v123456789v123456789v123456789", "")]
    [InlineData("v123456789v123456789v123456789v123456789x", "...")]
    public void Quotes_a_word_up_to_40_characters(string word, string end)
    {
        var error = Assert.Throws<TraceSyntaxException>(() => TraceReader.Read(Header + word));

        Assert.EndsWith($"found '{word[..40]}{end}'", error.Message);
    }

    [Theory]
    [InlineData("ram=64", "WORD=1")]
    [InlineData("rcu=end", "rcu=WORD")]
    [InlineData("ram=64", "ram=WORD")]
    public void Quotes_a_word_of_its_own_up_to_40_characters(string was, string becomes)
    {
        string word = new('0', 400);
        Assert.Contains($"'{word[..40]}...'", Error(was, becomes.Replace("WORD", word)));
    }

    static string Error(string was, string becomes) => Assert.Throws<TraceSyntaxException>(
        () => TraceReader.Read(Header.Replace(was, becomes))).Message;
}
