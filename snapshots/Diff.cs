// SPDX-License-Identifier: GPL-2.0-only
using Verification.Vmcheck;

namespace Verification.Snapshots;

/// <summary>What `vmcheck diff` prints.</summary>
public sealed class Diff : IDisposable
{
    readonly string directory = Directory.CreateTempSubdirectory("diff").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    /// <summary>The pages array no longer fits a page, and takes a block of its own.</summary>
    [Fact]
    public async Task Of_two_dumps() => await Verify(await Told(
        Scenario.On(DumpMachine.Plain).Dumps("p0 = vmalloc(0x200000)"),
        Scenario.On(DumpMachine.Plain).Dumps("p0 = vmalloc(0x201000)"))).UseDirectory("dumps");

    /// <summary>The second vfree takes away the pages of the block that came after it.</summary>
    [Fact]
    public async Task Of_two_traces() => await Verify(await Told(
        await Trace("vfree-once.trace"), await Trace("double-vfree.trace")))
        .UseDirectory("dumps");

    static Task<string> Trace(string name) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, name));

    async Task<string> Told(string one, string other)
    {
        string[] files = [Path.Combine(directory, "A"), Path.Combine(directory, "B")];
        await File.WriteAllTextAsync(files[0], one);
        await File.WriteAllTextAsync(files[1], other);
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await Program.RunAsync(["diff", .. files], output, error);
        Assert.Equal(((int)ExitCode.Violation, ""), (code, error.ToString()));
        return output.ToString().Replace(directory + Path.DirectorySeparatorChar, "").TrimEnd('\n');
    }
}
