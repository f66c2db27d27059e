// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Museum;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A tour through a kernel for people: a line an exhibit, as soon as it was hunted.</summary>
static class KernelMuseumText
{
    /// <summary>What the hunts have in common, and the heads of the columns.</summary>
    public static string Header(string kernel, int exhibits, ulong seed, TimeSpan time) =>
        $"{Words.Of(exhibits, "exhibit")} planted in {kernel}, seed {seed}, "
        + $"{time.TotalSeconds} s for each hunt\n"
        + Columns("id", "law", "commands", "trace", "seconds", "what is wrong");

    /// <summary>The unchanged file; laws that it breaks, and how to look at them.</summary>
    public static string Control(KernelControl control, string again) => Columns(
        "none",
        control.Broken.Count == 0 ? "" : $"{Words.Of(control.Broken.Count, "law")} broken",
        $"{control.Commands:N0}",
        "",
        "",
        "the file as it is" + (control.Broken.Count == 0 ? "" :
            $", which breaks {Names(control.Broken)}: no find in what follows\nagain: {CommandLine.Of(again)}"));

    /// <summary>One exhibit.</summary>
    public static string Row(KernelExhibitResult result) => Columns(
        result.Exhibit.Id,
        result.Finding?.Law.Name
            ?? (result.Unfit is not null ? "does not fit"
                : result.IsMissed ? "missed" : "not told apart"),
        $"{result.Commands:N0}",
        $"{result.Finding?.Shrunk.Trace.Commands.Count}",
        $"{result.Time.TotalSeconds:F2}",
        result.Exhibit.Title + Why(result));

    /// <summary>How many were found; what was not, and how to look at it.</summary>
    public static string Summary(
        IReadOnlyList<KernelExhibitResult> results, int exhibits, string again)
    {
        int found = results.Count(static one => one.Finding is not null);
        int unfit = results.Count(static one => one.Unfit is not null);
        int alike = results.Count(static one => one.NotToldApart.Count > 0);
        int missed = results.Count(static one => one.IsMissed);
        StringBuilder text = new($"{found} of {Words.Of(exhibits, "exhibit")} found");
        text.Append(unfit == 0 ? "" : $", {unfit} of another kernel");
        text.Append(alike == 0 ? "" : $", {alike} not told apart from the file as it is");
        text.Append(missed == 0 ? "" : $", {missed} missed");
        text.Append(results.Count < exhibits ? "; interrupted" : "");
        foreach (KernelExhibitResult result in results.Where(static one => one.IsMissed))
        {
            string line = CommandLine.Of($"{again} --exhibit {result.Exhibit.Id}");
            text.Append($"\nagain: {line}");
        }

        return text.ToString();
    }

    /// <summary>The label beside one exhibit, and the report of what was found.</summary>
    public static string Detail(KernelExhibitResult result)
    {
        KernelExhibit exhibit = result.Exhibit;
        StringBuilder text = new($"\n{exhibit.Id}: {exhibit.Title}\n\n{exhibit.Story}\n");
        foreach (IReadOnlyList<CChange> way in exhibit.Plant)
        {
            text.Append(text.Length > 0 && !ReferenceEquals(way, exhibit.Plant[0]) ? "\nor\n" : "\n");
            foreach (CChange change in way)
            {
                text.Append($"in {change.Function}\n- {change.Old}\n+ {change.New}\n");
            }
        }

        return text.Append(result.Finding is { } finding
            ? $"\n{FailureReport.Of(finding.Failure)}" : "").ToString();
    }

    static string Why(KernelExhibitResult result) =>
        result.Unfit is { } unfit ? $": {unfit}"
        : result.NotToldApart.Count > 0
            ? $": the file as it is breaks {Names(result.NotToldApart)} too"
        : !result.IsMissed ? ""
        : result.Undecided is { } undecided ? $": {undecided}"
        : result.Others.Count == 0 ? ": no law was broken"
        : ": broken, and not named by the exhibit: "
            + Names(result.Others);

    static string Names(IEnumerable<Law> laws) =>
        string.Join(", ", laws.Select(static law => law.Name));

    static string Columns(
        string id, string law, string commands, string trace, string seconds, string title) =>
        $"{id,-5} {law,-36} {commands,11} {trace,5} {seconds,7}  {title}";
}
