// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>When progress is shown, and what is left of it.</summary>
public sealed class ProgressOnAScreen : IDisposable
{
    const string Erase = "\r\e[K";

    readonly HandClock clock = new();
    readonly StringWriter error = new() { NewLine = "\n" };

    public void Dispose()
    {
        clock.Dispose();
        error.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(80)]
    public void Shows_nothing_of_what_takes_less_than_a_second(int? columns)
    {
        using (Shown(columns))
        {
            clock.Advance(TimeSpan.FromSeconds(0.99));
        }

        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void Is_a_line_every_two_seconds_in_a_file()
    {
        using (Shown(null))
        {
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("counting, 2 s\ncounting, 4 s\n", error.ToString());
    }

    [Fact]
    public void Is_written_over_on_a_terminal_and_gone_at_its_end()
    {
        using (Shown(80))
        {
            clock.Advance(TimeSpan.FromSeconds(1.2));
        }

        Assert.Equal($"{Erase}counting, 1 s{Erase}counting, 1 s{Erase}", error.ToString());
    }

    [Fact]
    public void Never_wraps_on_a_terminal()
    {
        using (Shown(6))
        {
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal($"{Erase}count{Erase}", error.ToString());
    }

    [Fact]
    public void Makes_room_for_a_line_of_somebody_else()
    {
        using Progress progress = Shown(80);
        clock.Advance(TimeSpan.FromSeconds(1));

        progress.Say(error, "found");

        Assert.Equal($"{Erase}counting, 1 s{Erase}found\n", error.ToString());
    }

    Progress Shown(int? columns) => new(error, columns, static () => new Pace("counting"), clock);
}
