// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.Playwright;
using Xunit;

namespace Verification.Browser;

[Collection(BrowserTests.Name)]
public class LooksOfAReport(Chromium chromium)
{
    /// <summary>
    /// Texts that are seen, with their contrast: of ordinary ones against what their elements are
    /// painted on, of texts in a drawing against the shape that lies under them.
    /// </summary>
    const string Faint = """
        () => {
          const part = (colour) => {
            const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
            return { r, g, b, a };
          };
          const over = (top, below, share = 1) => {
            const a = top.a * share;
            return { r: top.r * a + below.r * (1 - a), g: top.g * a + below.g * (1 - a),
              b: top.b * a + below.b * (1 - a), a: 1 };
          };
          const light = ({ r, g, b }) => {
            const [x, y, z] = [r, g, b].map((v) => v / 255)
              .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * x + 0.7152 * y + 0.0722 * z;
          };
          const painted = (element) => {
            const chain = [];
            for (let one = element; one !== null; one = one.parentElement) chain.unshift(one);
            return chain.map((one) => part(getComputedStyle(one).backgroundColor))
              .reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
          };
          const under = (text) => {
            text.scrollIntoView({ block: "center" });
            const { x, y, width, height } = text.getBoundingClientRect();
            const shape = document.elementsFromPoint(x + width / 2, y + height / 2)
              .find((one) => one.tagName === "rect" && getComputedStyle(one).fill.startsWith("rgb"));
            const paper = painted(text);
            return shape === undefined ? paper : over(part(getComputedStyle(shape).fill), paper);
          };
          const opacity = (element) => element === null ? 1
            : getComputedStyle(element).opacity * opacity(element.parentElement);
          const faint = [];
          let seen = 0;
          for (const element of document.querySelectorAll("body *")) {
            const text = [...element.childNodes].filter((one) => one.nodeType === 3)
              .map((one) => one.data.trim()).join("");
            if (text === "" || !element.checkVisibility() || ["SCRIPT", "STYLE"].includes(element.tagName)
              || element.getBoundingClientRect().width < 2) continue;
            const style = getComputedStyle(element);
            const isDrawn = element instanceof SVGElement;
            const below = isDrawn ? under(element) : painted(element);
            const ink = over(part(isDrawn ? style.fill : style.color), below, opacity(element));
            const [high, low] = [light(ink), light(below)].sort((a, b) => b - a);
            const contrast = (high + 0.05) / (low + 0.05);
            seen++;
            if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${element.tagName}: ${text.slice(0, 40)}`);
          }
          return [`${seen}`, ...faint];
        }
        """;

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
            string[] faint = await page.Page.EvaluateAsync<string[]>(Faint);

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
    public async Task Let_the_keyboard_reach_what_a_pointer_can()
    {
        await using OpenPage page = await chromium.OpenAsync(Reports.Of(Reports.DoubleVfree));
        HashSet<string> reached = [];
        for (int time = 0; time < 60; time++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>(
                "document.activeElement.getAttribute('aria-label') ?? document.activeElement.tagName"));
        }

        Assert.Superset(
            new HashSet<string>
            {
                "one step back", "one step forward", "keys", "step", "SUMMARY", "BUTTON",
                "to the step that breaks the law",
            },
            reached);
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
