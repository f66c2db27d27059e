// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Globalization;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>A worker in an endless loop does not outlive vmcheck, however that ends.</summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class EndsWithItsHost
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    [CFact]
    public async Task When_it_is_interrupted_it_reports_what_was_done()
    {
        using Process host = Hunt();
        int worker = await Looping(host);
        await Signal("-TERM", host.Id);

        string output = await host.StandardOutput.ReadToEndAsync().WaitAsync(patience);
        Assert.Contains("; interrupted\n", output);
        Assert.EndsWith("; random seed 1\n", output);
        await Gone(worker);
    }

    [CFact]
    public async Task When_it_is_killed_no_orphan_stays()
    {
        using Process host = Hunt();
        int worker = await Looping(host);
        await Signal("-KILL", host.Id);

        await Gone(worker);
    }

    static Process Hunt()
    {
        Process host = WorkerProgram.Start(
            "check", "--target", $"c:{CCompiler.Deadly("endless", "for (;;) ;")}", "--seed", "1",
            "--machine", "toy", "--timeout", "1000", "--jobs", "1", "--seconds", "1000");
        return host;
    }

    /// <summary>The worker of a host, once it has computed for two seconds.</summary>
    static async Task<int> Looping(Process host)
    {
        using CancellationTokenSource late = new(patience);
        while (true)
        {
            int[] workers = [.. Processes().Where(one => one.Parent == host.Id && one.Ticks > 200)
                .Select(static one => one.Id)];
            if (workers.Length > 0)
            {
                return workers[0];
            }

            await Task.Delay(100, late.Token);
        }
    }

    static async Task Gone(int worker)
    {
        using CancellationTokenSource late = new(patience);
        while (Processes().Any(one => one.Id == worker))
        {
            await Task.Delay(50, late.Token);
        }

        Assert.DoesNotContain(Processes(), one => one.Id == worker);
    }

    static async Task Signal(string signal, int process)
    {
        using Process kill = Process.Start(
            "kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>All that live, with what they computed, in hundredths of a second.</summary>
    static IEnumerable<(int Id, int Parent, long Ticks)> Processes()
    {
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out int id) || Stat(folder) is not { } stat)
            {
                continue;
            }

            string[] words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            if (words[0] != "Z")
            {
                yield return (id, int.Parse(words[1], CultureInfo.InvariantCulture),
                    long.Parse(words[11], CultureInfo.InvariantCulture));
            }
        }
    }

    static string? Stat(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
