// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>Areas are called after the variables that hold their addresses.</summary>
public class NamesOfAreas
{
    [Fact]
    public void Stay_with_an_area_until_its_range_is_given_back() =>
        Assert.Equal(
            ["1 p0 live", "2 p0 lazy"],
            NamesAfter("p0 = vmalloc(4096)\nvfree(p0)\nvm_unmap_aliases()\n"));

    [Fact]
    public void Go_with_the_range_and_not_with_the_address() =>
        Assert.Equal(
            ["1 p0 live", "2 p0 lazy", "4  lazy"],
            NamesAfter("p0 = vmalloc(4096)\nvfree(p0)\nvm_unmap_aliases()\n"
                + "p1 = vmalloc(8192) fail page once 1\n"));

    [Fact]
    public void Are_those_of_the_call_that_got_the_address_last() =>
        Assert.Equal(
            ["1 p0 live", "2 p0 lazy", "4 p1 live"],
            NamesAfter("p0 = vmalloc(4096)\nvfree(p0)\nvm_unmap_aliases()\np1 = vmalloc(4096)\n"));

    /// <summary>The states in which something begins, its name and what it is.</summary>
    static string[] NamesAfter(string commands)
    {
        Trace none = new(Machines.Find("small")!, Era.V2632, DefectMode.Fixed, []);
        Trace trace = TraceReader.Read(TraceWriter.Write(none) + commands);
        TraceHistory history =
            TraceHistory.Of(new Story(trace, new Model.Model(trace.Era, trace.Mode), []), default);
        return
        [
            .. history.Areas.All.Select(life => $"{life.Born} {history.NameOf(life.What)} "
                + life.What.State.ToString().ToLowerInvariant()),
        ];
    }
}
