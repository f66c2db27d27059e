// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Snapshots;

public class Report
{
    /// <summary>
    /// A second vfree before the purge takes away the pages of whoever got the old descriptor's
    /// place in the slab.
    /// </summary>
    [Fact]
    public async Task Of_a_second_vfree()
    {
        const string File = "double-vfree.trace";
        string path = Path.Combine(AppContext.BaseDirectory, File);
        Trace trace = TraceReader.Read(await System.IO.File.ReadAllTextAsync(path));
        Model.Model target = new(trace.Era, trace.Mode);
        Violation? violation = new Checker(target).Run(trace);
        Assert.NotNull(violation);
        Failure failure = Failure.Of(trace, violation, target) with
        {
            File = $"snapshots/{File}",
        };
        await Verify(FailureReport.Of(failure).TrimEnd('\n')).UseDirectory("dumps");
    }
}
