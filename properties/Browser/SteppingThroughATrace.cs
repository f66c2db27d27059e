// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.Playwright;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Browser;

[Collection(BrowserTests.Name)]
public class SteppingThroughATrace(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("ArrowRight", 2, 3)]
    [InlineData("j", 2, 3)]
    [InlineData("ArrowLeft", 2, 1)]
    [InlineData("k", 2, 1)]
    [InlineData("Home", 2, 0)]
    [InlineData("End", 2, 4)]
    [InlineData("f", 2, 4)]
    [InlineData("ArrowLeft", 0, 0)]
    [InlineData("ArrowRight", 4, 4)]
    public async Task Goes_where_the_key_says(string key, int from, int to)
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        foreach (string focused in new[] { "body", "input[type=range]", ".trace" })
        {
            await page.GoAsync(from);
            await page.Page.EvaluateAsync(
                "name => document.querySelector(name).focus()", focused);
            await page.Page.Keyboard.PressAsync(key);
            await page.ShowsStateAsync(to);
        }
    }

    [BrowserFact]
    public async Task Shows_which_keys_there_are()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        await page.Page.Keyboard.PressAsync("?");

        Assert.Contains("one step forward", await page.Page.InnerTextAsync("dialog[open]"));
        await page.Page.Keyboard.PressAsync("j");
        Assert.Equal(0, await page.StateAsync());
        await page.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Page.Locator("dialog[open]").CountAsync());
        await page.Page.Keyboard.PressAsync("j");
        await page.ShowsStateAsync(1);
    }

    [BrowserFact]
    public async Task Goes_where_a_click_into_the_calls_or_the_history_points()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        await page.Story.Locator(".trace li").Nth(2).ClickAsync();
        await page.ShowsStateAsync(3);
        await page.Story.Locator(".history canvas").ClickAsync(
            new() { Position = new Position { X = 200, Y = 24 } });
        await page.ShowsStateAsync(1);
        await page.Story.Locator(".life summary").First.ClickAsync();
        await page.Story.Locator("[data-step]").Nth(1).ClickAsync();
        await page.ShowsStateAsync(2);
    }

    [BrowserFact]
    public async Task Tells_each_step_as_the_story_tells_it()
    {
        Trace trace = Reports.Drawn(11, "numa", 60);
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(trace));
        List<(int State, string Statement, string Result, string[] Events, int Areas)> told = [];
        new Story(trace, new Model.Model(trace.Era, trace.Mode), []).Tell(step => told.Add((
            step.Index + 1, step.Statement, step.Result, [.. step.Events],
            step.After?.VmapAreas.Count ?? 0)));
        Assert.True(told.Count > 40);
        foreach (var step in told)
        {
            await page.GoAsync(step.State);

            Assert.Equal(step.Statement, await page.Story.Locator(".where code").InnerTextAsync());
            Assert.Equal(
                step.Statement + (step.Result.Length == 0 ? "" : $" /* {step.Result} */"),
                await page.Story.Locator(".trace .now").InnerTextAsync());
            Assert.Equal(
                step.Events.Take(60),
                await page.Story.Locator("[data-part=step] ol.lines li:not(.none)")
                    .AllInnerTextsAsync());
            Assert.StartsWith(
                $"{step.Areas} area{(step.Areas == 1 ? "" : "s")}, ",
                await page.Story.Locator("[data-part=space] .told").First.InnerTextAsync());
        }
    }

    [BrowserFact]
    public async Task Marks_what_a_step_adds_changes_and_removes_by_signs()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.NoRoom));
        Dictionary<int, string> signs = [];
        for (int state = 1; state <= Reports.NoRoom.Commands.Count; state++)
        {
            await page.GoAsync(state);
            signs[state] = string.Concat(
                await page.Story.Locator("svg text.sign").AllTextContentsAsync());
        }

        Assert.Equal(["+", "+", "+", "~", "−", ""], signs.Values);
    }

    [BrowserFact]
    public async Task Holds_a_request_in_vain_against_the_holes()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.NoRoom));
        await page.Page.Keyboard.PressAsync("End");
        string told = await page.Story.Locator("[data-part=space] .told").First.InnerTextAsync();

        Assert.EndsWith(
            "No room for 126 pages with guard: the largest hole has 120, all holes 163.", told);
        Assert.Equal(1, await page.Story.Locator("svg .request").CountAsync());
    }

    [BrowserFact]
    public async Task Draws_an_area_that_wraps_to_the_edge()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.Wrapped));
        await page.GoAsync(1);
        ILocator area = page.Story.Locator("svg .after [data-told]");

        Assert.StartsWith(
            "a0, START+0x0 to 2^64, beyond VMALLOC_END, ",
            await area.First.GetAttributeAsync("data-told"));
        Assert.Contains(
            " = VMALLOC_END, an area goes beyond",
            await page.Story.Locator("svg .ruler").TextContentAsync());
    }

    [BrowserFact]
    public async Task Says_what_lies_under_the_pointer()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        await page.GoAsync(2);
        await page.Story.Locator("svg .after [data-told]").First.HoverAsync();

        Assert.Equal(
            "p0, START+0x0 to START+0x3000, 2 pages and guard, taken in step 1, "
                + "lazy since step 2",
            await page.Story.Locator("[data-part=space] .told").First.InnerTextAsync());
    }
}
