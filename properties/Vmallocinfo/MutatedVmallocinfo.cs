// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using System.Text.Json;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

[Trait("Length", "long")]
public class MutatedVmallocinfo
{
    const int Files = 10_000;
    const string Spice = " \t\n\r-=+[]()0xfNpages vmalloc\u0001\u00e9\ufffd9";

    [Fact]
    public void Never_crashes_the_audit_and_never_loses_a_line()
    {
        string[] samples = [.. Sample.All.Select(Sample.Text)];
        Mixer mixer = new(0x5eed);
        int unparsed = 0;
        int findings = 0;
        for (int i = 0; i < Files; i++)
        {
            string text = Mutate(samples[mixer.Below(samples.Length)], mixer);
            AuditReport report = VmallocinfoAudit.Of(text);
            Assert.Equal(LinesOf(text), report.Lines);
            Assert.Equal(report.Lines, report.Classes.Count);
            Assert.Equal(
                report.Lines,
                report.Areas.Count + report.Unparsed.Count + report.CountOf(LineClass.Blank));
            Assert.All(report.Findings, found => Assert.InRange(found.Line, 1, report.Lines));
            Assert.All(report.Unparsed, line => Assert.InRange(line.Line, 1, report.Lines));
            if (i % 100 == 0)
            {
                JsonDocument.Parse(AuditJson.Print(report)).Dispose();
            }

            unparsed += report.Unparsed.Count;
            findings += report.Findings.Count;
        }

        Assert.True(unparsed > Files / 10, $"only {unparsed} lines were broken");
        Assert.True(findings > Files / 10, $"only {findings} faults were found");
    }

    static int LinesOf(string text) =>
        text.Count(c => c == '\n') + (text.Length > 0 && text[^1] != '\n' ? 1 : 0);

    static string Mutate(string text, Mixer mixer)
    {
        StringBuilder mutated = new(text);
        int times = 1 + mixer.Below(6);
        for (int i = 0; i < times && mutated.Length > 0; i++)
        {
            int at = mixer.Below(mutated.Length);
            int length = Math.Min(1 + mixer.Below(12), mutated.Length - at);
            switch (mixer.Below(6))
            {
                case 0:
                    mutated[at] = Spice[mixer.Below(Spice.Length)];
                    break;
                case 1:
                    mutated.Insert(at, Spice[mixer.Below(Spice.Length)]);
                    break;
                case 2:
                    mutated.Remove(at, length);
                    break;
                case 3:
                    mutated.Insert(at, mutated.ToString(at, length));
                    break;
                case 4:
                    mutated[at] = (char)('0' + mixer.Below(10));
                    break;
                default:
                    mutated.Insert(at, new string('9', 1 + mixer.Below(24)));
                    break;
            }
        }

        return mutated.ToString();
    }

    /// <summary>SplitMix64: the same files in every run.</summary>
    sealed class Mixer(ulong seed)
    {
        ulong state = seed;

        public int Below(int bound) => (int)(Next() % (ulong)bound);

        ulong Next()
        {
            unchecked
            {
                state += 0x9e3779b97f4a7c15;
                ulong mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
                return mixed ^ (mixed >> 31);
            }
        }
    }
}
