// SPDX-License-Identifier: GPL-2.0-only
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

    /// <summary>A hundred, or a thousand where `.ci/run` asks for more.</summary>
    static readonly int traces = SpoiltTexts.Cases / 100;

    const string File = "FILE";

    /// <summary>Makes a cell of most traces.</summary>
    const string Failing = "\np999999 = vmalloc(64) fail page once 0\n";

    /// <summary>For one trace, of all threads of this process, which runs other tests too.</summary>
    static readonly TimeSpan mostProcessorTime = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Verbs =>
    [
        $"replay {File}", $"explain {File}", $"dump {File}", $"shrink {File}",
        $"diff {File} {File}", $"matrix --cell {File}",
    ];

    [Trait("Length", "long")]
    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Break_no_verb(string line)
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "spoilt.trace");
        string[] words = [.. line.Split(' ').Select(word => word == File ? file : word)];
        TimeSpan worst = default;
        int[] codes = new int[5];
        foreach ((ulong seed, string text) in Readable().Take(traces))
        {
            await System.IO.File.WriteAllTextAsync(
                file, text + (words.Contains("--cell") ? Failing : ""));
            TimeSpan before = System.Environment.CpuUsage.TotalTime;
            (ExitCode code, string _, string error) = await VmcheckProcess.Run(words);
            TimeSpan took = System.Environment.CpuUsage.TotalTime - before;
            worst = took > worst ? took : worst;
            codes[(int)code]++;
            Assert.False(error.Contains("defect of vmcheck"), $"{seed}: {error}\n{text}");
            Assert.True(took < mostProcessorTime, $"{seed}: {took}\n{text}");
        }

        output.WriteLine($"exit codes {string.Join(' ', codes)}, longest {worst}");
        Assert.InRange(codes[(int)ExitCode.Clean], 1, traces);
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
