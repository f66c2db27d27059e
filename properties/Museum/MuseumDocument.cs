// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>docs/MUSEUM.md: what the collection holds and what was measured of it.</summary>
public static class MuseumDocument
{
    /// <summary>The whole page; lines end in LF.</summary>
    public static string Of(Figures figures)
    {
        StringBuilder page = new(Introduction(figures));
        page.Append("\n## Exhibits\n\n").AppendJoin('\n', Exhibits(figures)).Append('\n');
        page.Append("\n## Rare exhibits\n\n"
            + $"Commands drawn evenly need more than {TourPlan.RareAbove:N0} for each of these:\n"
            + "they measure the generators.\n\n");
        page.AppendJoin('\n', Rows(
            ["id", "why it is rare"],
            Collection.All.Where(static one => one.Rare is not null)
                .Select(static one => new[] { Link(one), one.Rare! }))).Append('\n');
        page.Append("\n## Out of reach\n\n");
        page.AppendJoin('\n', Rows(
            ["id", "why a hunt of seconds does not find it"],
            Collection.All.Where(static one => one.Missed is not null)
                .Select(static one => new[] { Link(one), one.Missed! }))).Append('\n');
        page.Append("\n## Which law is needed for what\n\n"
            + "With the laws that catch an exhibit switched off one after the other, the hunt was\n"
            + "begun again from one seed until nothing more was found: in ten times the commands\n"
            + "of the first find, at least 300,000 and at most 5,000,000. EventsFitTogether stays\n"
            + "on: from events that do not fit nothing more can be told. A law that alone catches\n"
            + "an exhibit is needed; the others say why they stay.\n\n");
        page.AppendJoin('\n', Laws(figures)).Append('\n');
        page.Append("\n## Not in the museum yet\n\n");
        page.AppendJoin('\n', Rows(
            ["id", "what it waits for"],
            Collection.NotYet.Select(static bug => new[] { bug.Key, bug.Value }))).Append('\n');
        return page.ToString();
    }

    static string Introduction(Figures figures)
    {
        int found = figures.Exhibits.Count(static exhibit => exhibit.Found);
        return $"""
            # The museum

            Mistakes that were made in the kernel, or are easily made, planted in the model one at a
            time: in memory, the model itself has no switch for any of them. Each is hunted as
            `vmcheck check` hunts, with its machines, generators and settings.

            ```
            {CommandLine.InRepository} museum
            {CommandLine.InRepository} museum --exhibit {Collection.All[0].Id}
            ```

            {Collection.All.Count} exhibits: {Collection.All.Count(IsHistorical)} from the history
            of the kernel, with the commit that mended or made them, the others mistakes easily
            made. Measured on {figures.Date}, on one core: {found} of {figures.Exhibits.Count}
            found, from {figures.Seeds} seeds each, the first {figures.Seed}; what is out of reach
            was hunted from one.
            {Control(figures)}

            Commands, trace and seconds are medians; seconds are processor time without shrinking,
            with the worst seed behind the stroke. *Trace* is the length after shrinking; behind the
            stroke the shortest known in which nothing fails that the mistake is not about.
            *Uniform* is what commands drawn evenly, without boundary values or mixes, need instead.

            """;
    }

    /// <summary>Ids of the corpus of the kernel's bugs begin with B.</summary>
    static bool IsHistorical(Exhibit exhibit) => exhibit.Id[0] == 'B';

    static string Control(Figures figures) => figures.Control is not { } control
        ? "The unchanged model was not hunted."
        : $"In the unchanged model {control.Commands:N0} commands, ten times those of the\n"
            + "exhibit that takes the most, broke "
            + (control.Broken.Count == 0 ? "no law." : $"{string.Join(", ", control.Broken)}.");

    static IEnumerable<string> Exhibits(Figures figures)
    {
        Dictionary<string, ExhibitFigures> byId = figures.Exhibits.ToDictionary(one => one.Id);
        return Rows(
            ["id", "what is wrong", "source", "law", "commands", "uniform", "trace", "seconds"],
            Collection.All.Select(exhibit => byId.TryGetValue(exhibit.Id, out var measured)
                ? Row(exhibit, measured)
                : [Link(exhibit), exhibit.Title, exhibit.Source, exhibit.Breaks[0].Name,
                    "not measured yet", "", $"/ {exhibit.Shortest}", ""]));
    }

    static string[] Row(Exhibit exhibit, ExhibitFigures measured) =>
    [
        Link(exhibit),
        exhibit.Title,
        exhibit.Source,
        measured.Law ?? exhibit.Breaks[0].Name,
        measured.Found ? $"{measured.Commands:N0}" : "missed",
        exhibit.Missed is not null ? ""
            : measured.Uniform is { } uniform ? $"{uniform:N0}" : $"> {TourPlan.RareAbove:N0}",
        $"{measured.TraceLength} / {exhibit.Shortest}",
        $"{measured.Seconds:F2} / {measured.MostSeconds:F2}",
    ];

    static IEnumerable<string> Laws(Figures figures)
    {
        ILookup<string, ExhibitFigures> catches = figures.Exhibits
            .SelectMany(static one => (one.Catching ?? []).Select(law => (law, one)))
            .ToLookup(static pair => pair.law, static pair => pair.one);
        return Rows(
            ["law", "alone catches", "catches with others", "stays because"],
            from law in Claim.All
            where law.Mood == Mood.Always
            let alone = catches[law.Name].Where(static one => one.Catching!.Count == 1).ToArray()
            select new[]
            {
                law.Name,
                string.Join(", ", alone.Select(static one => one.Id)),
                $"{catches[law.Name].Count() - alone.Length}",
                Redundant.Reasons.GetValueOrDefault(law, ""),
            });
    }

    static string Link(Exhibit exhibit) =>
        $"[{exhibit.Id}](../properties/Museum/Exhibits/{exhibit.Id}.cs)";

    static IEnumerable<string> Rows(string[] heads, IEnumerable<string[]> rows) =>
        rows.Prepend([.. heads.Select(static _ => "---")]).Prepend(heads)
            .Select(static cells => $"| {string.Join(" | ", cells.Select(Cell))} |");

    static string Cell(string text) => text.Replace("|", "\\|");
}
