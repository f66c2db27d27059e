// SPDX-License-Identifier: GPL-2.0-only
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>The text of the page; <c>properties/Browser</c> opens it.</summary>
public partial class PageOfAReport
{
    const string Hostile =
        "</script><script>alert('x')</script><img src=x onerror=alert(1)> \"'&{{body}}";

    static readonly JsonSerializerOptions relaxed =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Cannot_be_broken_out_of_by_a_name()
    {
        string plain = PageOf(new string('x', Hostile.Length));
        string hostile = PageOf(Hostile);

        Assert.Equal(Elements(plain), Elements(hostile));
        Assert.Contains(WebUtility.HtmlEncode(Hostile), hostile);
    }

    [Fact]
    public void Cannot_be_broken_out_of_by_its_data()
    {
        string data = Html.Data(JsonSerializer.Serialize(Hostile, relaxed)).Text;

        Assert.DoesNotContain('<', data);
        Assert.Equal(Hostile, JsonSerializer.Deserialize<string>(data));
    }

    [Fact]
    public void Forbids_itself_all_but_its_own_style_and_script()
    {
        string page = PageOf(null);

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{HashOf(Style().Match(page))}'; "
                + $"script-src 'sha256-{HashOf(Script().Match(page))}'; base-uri 'none'; "
                + "form-action 'none'",
            Policy().Match(page).Groups["text"].Value);
        Assert.DoesNotMatch(@"(src|href)\s*=\s*""?(http|//)", page);
    }

    [Fact]
    public void Shows_laws_calls_and_command_without_any_script()
    {
        string page = DataOrScript().Replace(PageOf(null), "");

        Assert.Contains("no law is broken twice &amp; again", page);
        Assert.Contains("<code>p0 = vmalloc(4096);</code> <i>/* -&gt; START+0x0 */</i>", page);
        Assert.Contains("<code>vmcheck replay &lt;file&gt;</code>", page);
        Assert.Contains("EventsFitTogether", page);
    }

    [Fact]
    public void Says_how_a_trace_from_standard_input_is_replayed()
    {
        ReportContent content = Content(null);

        Assert.All(
            [HtmlReport.Of(content, default), MarkdownReport.Of(content, default)],
            static report => Assert.Matches(
                "save the trace below as FILE and run:[^F]*replay FILE", report));
    }

    [Fact]
    public void Is_the_same_to_the_byte_for_the_same_trace() =>
        Assert.Equal(PageOf(null), PageOf(null));

    static string PageOf(string? file) => HtmlReport.Of(Content(file), default);

    static ReportContent Content(string? file)
    {
        Trace trace = new(Machines.Find("small")!, Era.V2632, DefectMode.Faithful,
        [
            new(CommandKind.Vmalloc) { Name = 0, Size = 4096 },
            new(CommandKind.Vfree) { Pointer = Operand.Named(0) },
            new(CommandKind.Vfree) { Pointer = Operand.Named(0) },
        ]);
        JudgedTrace judged = JudgedTrace.Of(
            trace, new CheckedTarget(CheckedTarget.Model, null), TextWriter.Null,
            CancellationToken.None);
        return TraceContent.Of(judged, file, "model") with
        {
            Verdict = "no law is broken twice & again",
            Again = "vmcheck replay <file>",
        };
    }

    /// <summary>The names of all elements, in order; texts and data left out.</summary>
    static string[] Elements(string page) =>
        [.. Tag().Matches(page).Select(static tag => tag.Value)];

    static string HashOf(Match element) => Convert.ToBase64String(
        SHA256.HashData(Encoding.UTF8.GetBytes(element.Groups["text"].Value)));

    [GeneratedRegex("</?[a-zA-Z][a-zA-Z0-9]*")]
    private static partial Regex Tag();

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"(?<text>[^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<script>(?<text>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex DataOrScript();
}
