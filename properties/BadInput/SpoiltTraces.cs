// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Text;
using Verification.BadInput;
using Verification.Search;
using Verification.Vmcheck;
using Xunit;
using Xunit.Abstractions;

namespace Verification.Properties;

/// <summary>Spoilt traces that still read well, given to every verb that runs a trace.</summary>
public sealed class SpoiltTraces(ITestOutputHelper output)
{
    const ulong Seed = 20261124;
    const int Traces = 1000;

    public static TheoryData<string> Verbs => ["replay", "explain", "dump", "shrink"];

    [Trait("Length", "long")]
    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Break_no_verb(string verb)
    {
        TimeSpan worst = default;
        int[] codes = new int[5];
        foreach ((ulong seed, string text) in Readable().Take(Traces))
        {
            Stopwatch watch = Stopwatch.StartNew();
            (ExitCode code, string _, string error) = await VmcheckProcess.RunOn(text, verb);
            if (watch.Elapsed > worst)
            {
                worst = watch.Elapsed;
                output.WriteLine($"{seed}: {worst}");
            }

            codes[(int)code]++;
            Assert.False(error.Contains("defect of vmcheck"), $"{seed}: {error}\n{text}");
        }

        output.WriteLine($"exit codes {string.Join(' ', codes)}, longest {worst}");
        Assert.InRange(codes[(int)ExitCode.Clean], 1, Traces - 1);
    }

    static IEnumerable<(ulong Seed, string Text)> Readable()
    {
        Reader reader = Reader.OfTraces;
        Mutator mutator = new(reader.Seeds);
        for (ulong number = 0; ; number++)
        {
            ulong own = Prng.Derive(Seed, number);
            byte[] bytes = Encoding.UTF8.GetBytes(
                mutator.Spoil(reader.Seeds[(int)(own % (ulong)reader.Seeds.Count)], own));
            string text = Encoding.UTF8.GetString(bytes);
            if (!reader.Read(text).Any())
            {
                yield return (own, text);
            }
        }
    }
}
