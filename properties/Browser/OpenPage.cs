// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Microsoft.Playwright;

namespace Verification.Browser;

/// <summary>A report as it is open in a window, and what it asked of anybody.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    readonly IBrowserContext window;

    OpenPage(IBrowserContext window, IPage page)
    {
        this.window = window;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Requests for anything but the file itself; none of them was let through.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the console says, and exceptions that nobody caught.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>
    /// From asking for the page until it shows a step and goes to another; zero without scripts.
    /// </summary>
    public TimeSpan TimeToUse { get; private set; }

    /// <summary>Opens a file and waits until it can be used; fails when it never can.</summary>
    /// <param name="window">Where it is opened.</param>
    /// <param name="file">The page.</param>
    /// <param name="hasScripts">Whether the window runs them: else it is used as it is.</param>
    public static async Task<OpenPage> OpenAsync(
        IBrowserContext window, string file, bool hasScripts)
    {
        OpenPage opened = new(window, await window.NewPageAsync());
        string address = new Uri(file).AbsoluteUri;
        await window.RouteAsync("**/*", async route =>
        {
            if (route.Request.Url == address)
            {
                await route.ContinueAsync();
                return;
            }

            opened.Requests.Add(route.Request.Url);
            await route.AbortAsync();
        });
        opened.Page.Console += (_, message) => opened.Complaints.Add(message.Text);
        opened.Page.PageError += (_, error) => opened.Complaints.Add(error);
        Stopwatch watch = Stopwatch.StartNew();
        await opened.Page.GotoAsync(address);
        if (hasScripts)
        {
            await opened.Story.And(opened.Page.Locator("[data-state]")).WaitForAsync();
            await opened.Page.Keyboard.PressAsync("Home");
            await opened.ShowsStateAsync(0);
            opened.TimeToUse = watch.Elapsed;
        }

        return opened;
    }

    /// <summary>The trace that is shown.</summary>
    public ILocator Story => Page.Locator("section.story:not([hidden])");

    /// <summary>The state that is shown.</summary>
    public async Task<int> StateAsync() =>
        int.Parse((await Story.GetAttributeAsync("data-state"))!);

    /// <summary>Waits until a state is shown.</summary>
    public Task ShowsStateAsync(int state) =>
        Page.Locator($"section.story:not([hidden])[data-state='{state}']").WaitForAsync();

    /// <summary>Goes to a state as a hand at the slider does.</summary>
    public async Task GoAsync(int state)
    {
        await Story.Locator("input[type=range]").FillAsync($"{state}");
        await ShowsStateAsync(state);
    }

    public async ValueTask DisposeAsync() => await window.DisposeAsync();
}
