// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>Colours and lines that are written over, where somebody looks at them.</summary>
public sealed class WhatATerminalShows
{
    [Fact]
    public void Are_colours_and_progress_in_place() =>
        Assert.Equal(new Terminal(true, 80, 90), Of(80, 90));

    [Fact]
    public void Is_plain_in_a_file_or_a_pipe() =>
        Assert.Equal(Terminal.None, Of(null, null));

    [Fact]
    public void Has_no_colours_where_only_complaints_go_to_it() =>
        Assert.Equal(new Terminal(false, null, 90), Of(null, 90));

    [Theory]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "0", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "xterm", true)]
    public void Has_colours_unless_the_environment_refuses_them(
        string name, string value, bool colours) =>
        Assert.Equal(new Terminal(colours, 80, 90), Of(80, 90, variable: (name, value)));

    [Fact]
    public void Has_no_colours_where_the_command_line_refuses_them() =>
        Assert.Equal(new Terminal(false, 80, 90), Of(80, 90, noColor: true));

    [Fact]
    public void Neither_colours_nor_writes_over_what_is_dumb() =>
        Assert.Equal(new Terminal(false, 80, null), Of(80, 90, variable: ("TERM", "dumb")));

    static Terminal Of(
        int? output, int? error, bool noColor = false, (string Name, string Value)? variable = null) =>
        Terminal.Of(
            output, error, noColor, name => name == variable?.Name ? variable?.Value : null);
}
