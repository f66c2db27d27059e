// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.CompilerServices;
using System.Text;

namespace Verification.StandIns;

/// <summary>What Verify documents of the part we use; passes on the package and on the
/// stand-in.</summary>
public sealed class Snapshots : IDisposable
{
    static readonly byte[] OneTwo = [0xEF, 0xBB, 0xBF, .. "one\ntwo"u8];

    readonly string directory = Directory.CreateTempSubdirectory("snapshots").FullName;

    static Snapshots() => Environment.SetEnvironmentVariable("DiffEngine_Disabled", "true");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public Task Lie_beside_the_source() => Verify("accepted and checked in");

    [Fact]
    public async Task Fail_when_never_accepted_and_keep_what_was_received()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Here(Verify("one\ntwo")).ToTask());
        const string name =
            $"{nameof(Snapshots)}.{nameof(Fail_when_never_accepted_and_keep_what_was_received)}";
        Assert.Equal(
            $"""
            Directory: {directory}
            New:
              - Received: {name}.received.txt
                Verified: {name}.verified.txt

            FileContent:

            New:

            Received: {name}.received.txt
            one
            two


            """,
            error.Message);
        Assert.Equal(OneTwo, await File.ReadAllBytesAsync(InDirectory($"{name}.received.txt")));
        Assert.False(File.Exists(InDirectory($"{name}.verified.txt")));
    }

    [Fact]
    public async Task Fail_when_different_and_show_both()
    {
        const string name = $"{nameof(Snapshots)}.{nameof(Fail_when_different_and_show_both)}";
        await File.WriteAllTextAsync(InDirectory($"{name}.verified.txt"), "before", Encoding.UTF8);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Here(Verify("after")).ToTask());
        Assert.Equal(
            $"""
            Directory: {directory}
            NotEqual:
              - Received: {name}.received.txt
                Verified: {name}.verified.txt

            FileContent:

            NotEqual:

            Received: {name}.received.txt
            after
            Verified: {name}.verified.txt
            before


            """,
            error.Message);
    }

    [Theory]
    [InlineData("bom", true, "text")]
    [InlineData("no bom", false, "text")]
    [InlineData("newline", true, "text\n")]
    public async Task Pass_with_or_without_bom_and_last_newline(
        string kind, bool bom, string content)
    {
        string stem =
            InDirectory($"{nameof(Snapshots)}.{nameof(Pass_with_or_without_bom_and_last_newline)}");
        stem = $"{stem}_kind={kind}_bom={bom}_content={content.Replace('\n', '-')}";
        await File.WriteAllTextAsync($"{stem}.verified.txt", content, new UTF8Encoding(bom));
        await File.WriteAllTextAsync($"{stem}.received.txt", "of an earlier run");
        var result = await Here(Verify("text")).UseParameters(kind, bom, content);
        Assert.Equal([$"{stem}.verified.txt"], result.Files);
        Assert.Equal(content, result.Text);
        Assert.False(File.Exists($"{stem}.received.txt"));
    }

    [Fact]
    public async Task Fail_when_two_newlines_too_many()
    {
        string name = $"{nameof(Snapshots)}.{nameof(Fail_when_two_newlines_too_many)}.verified.txt";
        await File.WriteAllTextAsync(InDirectory(name), "text\n\n", Encoding.UTF8);
        await Assert.ThrowsAnyAsync<Exception>(() => Here(Verify("text")).ToTask());
    }

    [Fact]
    public async Task Are_written_when_accepted()
    {
        string verified =
            InDirectory($"{nameof(Snapshots)}.{nameof(Are_written_when_accepted)}.verified.md");
        var result = await Here(Verify("one\r\ntwo", "md")).AutoVerify();
        Assert.Equal("one\ntwo", result.Text);
        Assert.Equal(OneTwo, await File.ReadAllBytesAsync(verified));
        Assert.Equal([verified], Directory.GetFiles(directory));
    }

    [Fact]
    public async Task Name_what_is_empty() =>
        Assert.Equal("emptyString", (await Here(Verify("")).AutoVerify()).Text);

    [Fact]
    public async Task Are_scrubbed_by_the_last_scrubber_first()
    {
        var result = await Here(Verify("a"))
            .AddScrubber(static text => text.Append('1'))
            .AddScrubber(static text => text.Append('2'))
            .AutoVerify();
        Assert.Equal("a21", result.Text);
    }

    [Fact]
    public async Task Are_named_by_file()
    {
        await Here(Verify("text")).UseFileName("Name").AutoVerify();
        Assert.Equal([InDirectory("Name.verified.txt")], Directory.GetFiles(directory));
    }

    [Fact]
    public async Task Are_named_by_type_and_method()
    {
        await Here(Verify("text")).UseTypeName("Type").UseMethodName("Method").AutoVerify();
        Assert.Equal([InDirectory("Type.Method.verified.txt")], Directory.GetFiles(directory));
    }

    [Fact]
    public async Task Take_settings_made_before()
    {
        var settings = new VerifySettings();
        settings.UseDirectory(directory);
        settings.UseFileName("Before");
        settings.AutoVerify();
        await Verify("text", settings);
        Assert.Equal([InDirectory("Before.verified.txt")], Directory.GetFiles(directory));
    }

    [Fact]
    public void Refuse_a_file_name_beside_other_names()
    {
        Refused(() => Verify("text").UseFileName("A").UseMethodName("B"));
        Refused(() => Verify("text").UseFileName("A").UseTypeName("B"));
        Refused(() => Verify("text").UseFileName("A").UseParameters(1));
        Refused(() => Verify("text").UseTypeName("A").UseFileName("B"));
        Refused(() => Verify("text").UseFileName("a/b"));
    }

    [Fact]
    public async Task Refuse_more_values_than_parameters() =>
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Here(Verify("text")).UseMethodName("None").UseParameters(1).ToTask());

    [Fact]
    public async Task Refuse_a_name_used_twice()
    {
        await Here(Verify("text")).AutoVerify();
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Here(Verify("text")).AutoVerify().ToTask());
        string prefix = InDirectory($"{nameof(Snapshots)}.{nameof(Refuse_a_name_used_twice)}");
        Assert.StartsWith(
            $"The prefix has already been used: {prefix}.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_a_verified_file_that_nothing_produces()
    {
        string stem = $"{nameof(Snapshots)}.{nameof(Refuse_a_verified_file_that_nothing_produces)}";
        await File.WriteAllTextAsync(InDirectory($"{stem}.verified.txt"), "text", Encoding.UTF8);
        await File.WriteAllTextAsync(InDirectory($"{stem}.verified.md"), "old", Encoding.UTF8);
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Here(Verify("text")).ToTask());
        Assert.Contains(
            $"Delete:\n  - {stem}.verified.md\n", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(InDirectory($"{stem}.verified.md")));
    }

    /// <summary>Registered for one extension, before any test ran.</summary>
    [ModuleInitializer]
    internal static void RegisterComparer() => VerifierSettings.RegisterStringComparer(
        "csv",
        static (received, verified, _) => Task.FromResult(
            received.Equals(verified, StringComparison.OrdinalIgnoreCase)
                ? CompareResult.Equal
                : CompareResult.NotEqual(
                    verified == "silent" ? null : $"{verified} is not {received}")));

    [Fact]
    public async Task Pass_when_a_comparer_takes_them_for_equal()
    {
        await Accepted(nameof(Pass_when_a_comparer_takes_them_for_equal), "csv", "TEXT");
        await Here(Verify("text", "csv"));
        Assert.Single(Directory.GetFiles(directory));
    }

    [Fact]
    public async Task Fail_with_what_a_comparer_says_in_place_of_both_texts()
    {
        const string method = nameof(Fail_with_what_a_comparer_says_in_place_of_both_texts);
        const string name = $"{nameof(Snapshots)}.{method}";
        await Accepted(method, "csv", "before");
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Here(Verify("after", "csv")).ToTask());
        Assert.EndsWith(
            $"""
            FileContent:

            NotEqual:

            Received: {name}.received.csv
            Verified: {name}.verified.csv
            Compare Result:
            before is not after


            """,
            error.Message,
            StringComparison.Ordinal);
        Assert.True(File.Exists(InDirectory($"{name}.received.csv")));
    }

    [Fact]
    public async Task Fail_with_both_texts_when_a_comparer_says_nothing()
    {
        await Accepted(nameof(Fail_with_both_texts_when_a_comparer_says_nothing), "csv", "silent");
        var error = await Assert.ThrowsAnyAsync<Exception>(
            () => Here(Verify("after", "csv")).ToTask());
        Assert.Contains(".received.csv\nafter\nVerified: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_no_comparer_once_one_was_compared()
    {
        await Here(Verify("text")).AutoVerify();
        Assert.ThrowsAny<Exception>(() => VerifierSettings.RegisterStringComparer(
            "csv", static (_, _, _) => Task.FromResult(CompareResult.Equal)));
    }

    Task Accepted(string method, string extension, string content) => File.WriteAllTextAsync(
        InDirectory($"{nameof(Snapshots)}.{method}.verified.{extension}"), content, Encoding.UTF8);

    static void Refused(Func<object> settings) => Assert.ThrowsAny<Exception>(settings);

    SettingsTask Here(SettingsTask task) => task.UseDirectory(directory);

    string InDirectory(string name) => Path.Combine(directory, name);
}
