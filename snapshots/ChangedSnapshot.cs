// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Snapshots;

/// <summary>What a test says when it meets other page tables than were accepted.</summary>
public sealed class ChangedSnapshot : IDisposable
{
    readonly string directory = Directory.CreateTempSubdirectory("changed").FullName;

    static ChangedSnapshot() => Environment.SetEnvironmentVariable("DiffEngine_Disabled", "true");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Says_in_words_what_changed_before_it_shows_lines()
    {
        string message = await MessageOf(
            nameof(Says_in_words_what_changed_before_it_shows_lines), Dumps(),
            Dumps().Replace("RW ", "ro ").Replace("pages=2", "pages=3"));

        Assert.Contains(
            """
            Compare Result:
            START+0x0 12K  area: pages=3 -> 2
            START+0x0  8K  RW gained
            2 differences

            --- verified
            +++ received
            """,
            message);
    }

    [Fact]
    public async Task Says_when_only_the_text_around_the_dumps_changed() => Assert.Contains(
        """
        Compare Result:
        the dumps are the same; the text differs

        --- verified
        +++ received
        """,
        await MessageOf(
            nameof(Says_when_only_the_text_around_the_dumps_changed), Dumps(),
            Dumps().Replace("vmalloc(8192)", "vmalloc(8191)")));

    [Fact]
    public async Task Is_shown_by_both_texts_where_it_holds_no_dump() => Assert.Contains(
        ".received.txt\nnow\nVerified: ",
        await MessageOf(nameof(Is_shown_by_both_texts_where_it_holds_no_dump), "now", "before"));

    static string Dumps() => Scenario.On(DumpMachine.Plain).Dumps("p0 = vmalloc(8192)");

    async Task<string> MessageOf(string method, string received, string verified)
    {
        await File.WriteAllTextAsync(
            Path.Combine(directory, $"{nameof(ChangedSnapshot)}.{method}.verified.txt"), verified,
            Encoding.UTF8);
        Exception error = await Assert.ThrowsAnyAsync<Exception>(
            () => Verify(received).UseDirectory(directory).ToTask());
        return error.Message;
    }
}
