// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Xunit;

namespace Verification.Properties;

/// <summary>Command lines that reports print work for whoever reads them.</summary>
public sealed class PrintedCommandLines : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Are_those_of_a_checkout_in_a_checkout() =>
        Assert.Equal(CommandLine.InRepository, CommandLine.StartOf(folder));

    [Fact]
    public void Are_those_of_a_tool_where_a_tool_is_installed()
    {
        File.WriteAllText(Path.Combine(folder, "DotnetToolSettings.xml"), "");

        Assert.Equal("vmcheck", CommandLine.StartOf(folder));
    }
}
