// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.Playwright;
using Xunit;

namespace Verification.Browser;

[Collection(BrowserTests.Name)]
public class LooksOfAReport(Chromium chromium)
{
    /// <summary>How many texts are seen, then those that are too faint, in words.</summary>
    static readonly string contrast = Resource("contrast.js");

    public static TheoryData<string, ColorScheme> PagesInLightAndDark => new()
    {
        { "double vfree", ColorScheme.Light }, { "double vfree", ColorScheme.Dark },
        { "no room", ColorScheme.Light }, { "no room", ColorScheme.Dark },
        { "findings", ColorScheme.Light }, { "findings", ColorScheme.Dark },
        { "wide", ColorScheme.Light }, { "wide", ColorScheme.Dark },
    };

    [BrowserTheory]
    [MemberData(nameof(PagesInLightAndDark))]
    public async Task Keep_every_text_legible(string report, ColorScheme scheme)
    {
        await using OpenPage page = await chromium.OpenAsync(
            Of(report), new() { ColorScheme = scheme });
        foreach (string key in new[] { "j", "j", "End" })
        {
            await page.Page.Keyboard.PressAsync(key);
            await page.Page.EvaluateAsync(
                "document.querySelectorAll('details').forEach(one => { one.open = true; })");
            string[] faint = await page.Page.EvaluateAsync<string[]>(contrast);

            Assert.True(int.Parse(faint[0]) > 100);
            Assert.Empty(faint[1..]);
        }
    }

    [BrowserTheory]
    [InlineData("double vfree")]
    [InlineData("no room")]
    [InlineData("findings")]
    [InlineData("wide")]
    [InlineData("long")]
    public async Task Fit_the_width_of_the_window(string report)
    {
        foreach (int width in new[] { 360, 768, 1280 })
        {
            await using OpenPage page = await chromium.OpenAsync(
                Of(report), new() { ViewportSize = new() { Width = width, Height = 800 } });
            await page.Page.EvaluateAsync(
                "document.querySelectorAll('details').forEach(one => { one.open = true; })");
            foreach (string key in new[] { "Home", "j", "End" })
            {
                await page.Page.Keyboard.PressAsync(key);

                Assert.Equal(width, await page.Page.EvaluateAsync<int>(
                    "document.documentElement.scrollWidth"));
            }
        }
    }

    [BrowserFact]
    public async Task Fill_the_window_again_when_it_changes()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        await page.Page.SetViewportSizeAsync(1280, 800);
        await page.Page.SetViewportSizeAsync(360, 800);
        await page.Page.WaitForFunctionAsync(
            "document.querySelector('.space svg').getBoundingClientRect().width < 360");

        Assert.Equal(360, await page.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth"));
    }

    [BrowserFact]
    public async Task Have_a_history_in_the_colours_of_the_legend()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        string[] colours = await page.Page.EvaluateAsync<string[]>(Resource("colours.js"));

        Assert.Superset(new HashSet<string> { "live", "lazy" }, new HashSet<string>(colours));
        Assert.DoesNotContain("live-ink", colours);
    }

    [BrowserFact]
    public async Task Cut_no_list_of_sixty_lines()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.Purge));
        await page.GoAsync(Reports.Purge.Commands.Count);
        ILocator list = page.Story.Locator("[data-part=step] ol.lines");

        Assert.True(await list.Locator("li").CountAsync() > 40);
        Assert.True(await list.EvaluateAsync<bool>(
            "list => list.scrollHeight <= list.clientHeight"));
    }

    [BrowserFact]
    public async Task Let_the_keyboard_reach_what_a_pointer_can()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        HashSet<string> reached = [];
        for (int time = 0; time < 60; time++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>(
                "document.activeElement.ariaLabel ?? document.activeElement.tagName"));
        }

        Assert.Superset(
            new HashSet<string>
            {
                "one step back", "one step forward", "keys", "step", "SUMMARY", "BUTTON",
                "to the step that breaks the law",
            },
            reached);
    }

    static string Resource(string name)
    {
        using Stream file = typeof(LooksOfAReport).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }

    static string Of(string report) => report switch
    {
        "double vfree" => Reports.Of(Reports.DoubleVfree),
        "no room" => Reports.Of(Reports.NoRoom),
        "wide" => Reports.Of(Reports.Wide),
        "long" => Reports.TenThousandSteps,
        _ => Reports.SeveralFindings,
    };
}
