// SPDX-License-Identifier: GPL-2.0-only
using Xunit;

namespace Verification.Properties;

/// <summary>The ordeal finds every way in which a reader may answer wrongly.</summary>
public sealed class BrokenReaders
{
    const string Line = "p0 = vmalloc(4096)\n";

    [Fact]
    public void That_are_none_pass() => Assert.Null(Ordeal(static _ => []).Run(seed: 1, cases: 200));

    [Fact]
    public void That_throw_are_told_with_a_file_that_holds_no_more_than_it_takes()
    {
        string? told = Ordeal(static text => text.Contains("va")
            ? throw new InvalidOperationException("past the end") : []).Run(1, 200);

        Assert.Contains("throws InvalidOperationException: past the end", told);
        string file = told!.Split("kept as ")[1].Split(';')[0];
        Assert.Equal("va", File.ReadAllText(file));
        Assert.EndsWith($"-- replay {file}", told);
    }

    [Theory]
    [InlineData(0, 1, "names line 0 of ")]
    [InlineData(999_999, 1, "names line 999999 of ")]
    [InlineData(1, 0, "names column 0 of ")]
    [InlineData(1, 9_999_999, "names column 9999999 of ")]
    public void That_name_no_place_in_the_text_are_told(int line, int column, string told) =>
        Assert.Contains(told, Ordeal(_ => [new(line, column, "wrong")]).Run(1, 200));

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, "says 301 characters")]
    public void That_quote_too_much_are_told(int length, string? told) => Equal(
        told, Ordeal(_ => [new(1, 1, new string('x', length))]).Problem(Line));

    [Fact]
    public void That_say_more_than_a_line_are_told() => Equal(
        "says what is no line", Ordeal(static _ => [new(1, 1, "one\ntwo")]).Problem(Line));

    [Theory]
    [InlineData(40, null)]
    [InlineData(60, "allocates ")]
    public void That_take_more_memory_than_their_share_are_told(int each, string? told)
    {
        string text = string.Concat(Enumerable.Repeat(Line, 100));
        Ordeal ordeal = new(Reader.OfTraces with
        {
            Read = text =>
            {
                GC.KeepAlive(new byte[each * text.Length]);
                return [];
            },
        })
        {
            Memory = (50, 0),
        };

        Equal(told, ordeal.Problem(text));
    }

    [Fact]
    public void That_take_too_long_are_told()
    {
        using ManualResetEventSlim never = new();
        Ordeal ordeal = new(Reader.OfTraces with
        {
            Read = _ =>
            {
                never.Wait(20);
                return [];
            },
        })
        {
            Limit = TimeSpan.FromMilliseconds(10),
        };

        Equal("takes more than 0.01 s", ordeal.Problem(Line));
    }

    [Fact]
    public void That_hang_are_told()
    {
        using ManualResetEventSlim never = new();
        Ordeal ordeal = new(Reader.OfTraces with
        {
            Name = "hangs",
            Read = _ =>
            {
                never.Wait();
                return [];
            },
        })
        {
            Patience = TimeSpan.FromMilliseconds(50),
        };

        Assert.Contains("the reader of hangs does not end", ordeal.Run(1, 200));
        never.Set();
    }

    static Ordeal Ordeal(Func<string, IEnumerable<Refusal>> read) =>
        new(Reader.OfTraces with { Name = "broken", Read = read });

    static void Equal(string? told, string? problem)
    {
        Assert.Equal(told is null, problem is null);
        Assert.StartsWith(told ?? "", problem ?? "");
    }
}
