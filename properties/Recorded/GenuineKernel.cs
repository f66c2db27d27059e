// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>The faithful model against the recordings of the genuine 2.6.32.9 code.</summary>
[Trait("Length", "long")]
public sealed class GenuineKernel
{
    static readonly Model.Model model = new(Era.V2632, DefectMode.Faithful);

    [Fact]
    public void Is_reproduced_in_every_command_in_reach()
    {
        ConformanceReport report = new Conformance(model).Run(Golden.All);
        Assert.Empty(report.Differences);
        Assert.Equal((345, 12_034), (report.Files, report.Commands));
        Assert.Equal(12_033, report.Reproduced);
        Assert.Equal(report.Commands, report.Reproduced + report.OutOfReach);
    }

    [Theory]
    [InlineData("case-nest2.txt", "m@40207000*513 ", "m@40207000*512 ")]
    [InlineData("case-hull.txt", "\n+va @", "\n+va @-")]
    [InlineData("case-info.txt", "pages=700 vmalloc vpages", "pages=700 vmalloc")]
    [InlineData("case-faultall_manualrcu.txt", "n lazy=0 rcu=1", "n lazy=0 rcu=2")]
    [InlineData("case-nospace.txt", "M:novaspace:", "M:novaspace:1")]
    public void Doctored_is_not_reproduced(string file, string told, string doctored)
    {
        string text = Golden.Text(file);
        int at = text.IndexOf(told, StringComparison.Ordinal);
        int line = text[..(at + 1)].Count(c => c == '\n') + 1;
        Recording recording = Recording.Read(
            file, text[..at] + doctored + text[(at + told.Length)..]);
        ConformanceReport report = new Conformance(model).Run([recording]);
        Assert.Equal(line, Assert.Single(report.Differences).Line);
    }
}
