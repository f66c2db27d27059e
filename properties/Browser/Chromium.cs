// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.Playwright;
using Xunit;

namespace Verification.Browser;

/// <summary>The browser of the distribution, kept off the network; one for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    const string Program = "/usr/bin/chromium";

    /// <summary>Set to 1 where a missing browser is a failure, as in .ci/run.</summary>
    const string Demanded = "VMCHECK_DEMANDS_BROWSER";

    static readonly string[] arguments =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run", "--disable-quic", "--disable-gpu",
    ];

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Why no page can be opened here; null when it can be, or must.</summary>
    public static string? Missing { get; } =
        Environment.GetEnvironmentVariable(Demanded) == "1" || File.Exists(Program)
            ? null : $"no {Program}: install chromium";

    /// <summary>Where the pages of this run lie.</summary>
    public string Folder { get; } =
        Directory.CreateTempSubdirectory("vmcheck-browser").FullName;

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = arguments,
        });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Opens a report in a window of its own.</summary>
    /// <param name="report">The text of the page.</param>
    /// <param name="window">What differs from a usual window; null: nothing.</param>
    public async Task<OpenPage> OpenAsync(string report, BrowserNewContextOptions? window = null)
    {
        string file = Path.Combine(Folder, Path.GetRandomFileName() + ".html");
        await File.WriteAllTextAsync(file, report);
        return await OpenPage.OpenAsync(
            await browser!.NewContextAsync(window), file, window?.JavaScriptEnabled ?? true);
    }
}

/// <summary>All tests of pages take turns with one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
