// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.Playwright;
using Xunit;
using Xunit.Abstractions;

namespace Verification.Browser;

[Collection(BrowserTests.Name)]
public class OpeningAReport(Chromium chromium, ITestOutputHelper output)
{
    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Asks_nobody_for_anything_and_complains_of_nothing(bool isHunt)
    {
        await using OpenPage page = await chromium.OpenAsync(
            isHunt ? Reports.SeveralFindings : Reports.Of(Reports.DoubleVfree));
        await page.Page.Keyboard.PressAsync("End");
        await page.Page.Keyboard.PressAsync("f");

        Assert.Empty(page.Requests);
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Begins_at_the_step_that_breaks_the_law()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        await page.Page.ReloadAsync();

        Assert.Equal(4, await page.StateAsync());
        Assert.Equal(1, await page.Page.Locator(".trace .failing.now").CountAsync());
        Assert.Equal(2, await page.Page.Locator(".trace .involved").CountAsync());
    }

    [BrowserFact]
    public async Task Says_that_nobody_can_look_after_a_call_that_was_not_survived()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.Deadly));
        await page.GoAsync(3);

        Assert.Contains(
            "Not survived: this is the state before step 3.",
            await page.Story.Locator("[data-part=space] .told").First.InnerTextAsync());
        Assert.Contains(
            "nobody can look any more",
            await page.Story.Locator("[data-part=step]").InnerTextAsync());
    }

    [BrowserFact]
    public async Task Runs_nothing_that_a_name_brings_along()
    {
        const string Name = "</script><script>window.broken=1</script>"
            + "<img src=http://127.0.0.1:9/x onerror='window.broken=1'>";
        await using OpenPage page = await chromium.OpenAsync(
            Reports.Of(Reports.DoubleVfree, Name));

        Assert.Null(await page.Page.EvaluateAsync<int?>("window.broken ?? null"));
        Assert.Empty(page.Requests);
        Assert.Empty(page.Complaints);
        Assert.Contains(Name, await page.Page.InnerTextAsync("main"));
    }

    [BrowserFact]
    public async Task Shows_laws_and_calls_where_scripts_are_off()
    {
        await using OpenPage page = await chromium.OpenAsync(
            Reports.SeveralFindings, new() { JavaScriptEnabled = false });
        string text = await page.Page.InnerTextAsync("body");

        Assert.Contains("Scripts are off", text);
        Assert.Contains("BUG in remove_vm_area", text);
        Assert.True(await page.Page.Locator("section.story:visible").CountAsync() > 4);
        Assert.Equal(0, await page.Page.Locator("button:visible").CountAsync());
    }

    [BrowserFact]
    public async Task Of_10_000_steps_takes_less_than_two_seconds()
    {
        List<double> seconds = [];
        string report = Reports.TenThousandSteps;
        for (int time = 0; time < 5; time++)
        {
            await using OpenPage page = await chromium.OpenAsync(report);
            seconds.Add(page.TimeToUse.TotalSeconds);
        }

        output.WriteLine($"a page of 10,000 steps ({report.Length / 1e6:F1} MB) can be used after "
            + $"{seconds.Order().ElementAt(2):F2} s, the median of "
            + string.Join(", ", seconds.Select(static one => $"{one:F2}")));
        Assert.All(seconds, static one => Assert.True(one > 0));
        Assert.True(seconds.Order().ElementAt(2) < 2);
    }

    [BrowserFact]
    public async Task Copies_the_command()
    {
        await using OpenPage page = await chromium.OpenAsync(
            Reports.Of(Reports.DoubleVfree),
            new() { Permissions = ["clipboard-read", "clipboard-write"] });
        string shown = await page.Page.InnerTextAsync(".story .command code");
        await page.Page.ClickAsync(".story [data-copy]");
        await page.Page.GetByText("Copied").First.WaitForAsync();

        Assert.Contains("replay some.trace", shown);
        Assert.Equal(
            shown, await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [BrowserFact]
    public async Task Selects_the_command_where_it_may_not_be_copied()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        await page.Page.EvaluateAsync(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }");
        await page.Page.ClickAsync(".story [data-copy]");
        await page.Page.GetByText("press Ctrl+C").First.WaitForAsync();

        Assert.Equal(
            await page.Page.InnerTextAsync(".story .command code"),
            await page.Page.EvaluateAsync<string>("getSelection().toString()"));
    }

    [BrowserFact]
    public async Task Shows_the_finding_that_is_chosen()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.SeveralFindings);
        ILocator links = page.Page.Locator(".findings a");
        int findings = await links.CountAsync();
        for (int finding = 0; finding < findings; finding++)
        {
            await links.Nth(finding).ClickAsync();
            await page.Page.Locator($"#story-{finding + 1}[data-state]").WaitForAsync();

            Assert.Equal(1, await page.Story.CountAsync());
            Assert.Equal(
                $"#story-{finding + 1}",
                await page.Page.Locator(".findings a[aria-current=true]")
                    .GetAttributeAsync("href"));
        }

        Assert.True(findings > 4);
    }
}
