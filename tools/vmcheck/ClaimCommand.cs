// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Spectre.Console;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>`claim`: lists every law that a vmalloc is held to.</summary>
static class ClaimCommand
{
    const int Width = 120;

    /// <summary>The verb with its options.</summary>
    public static Verb Create()
    {
        Verb command = new(
            "claim",
            "Lists the laws.",
            [(ExitCode.Clean, "they are listed")],
            new Example("claim", "every law as a sentence, with the kernel function it comes from"),
            new Example("claim --json", "the same, for a program"))
        {
            Screen.JsonOption(),
        };
        command.SetAction(parsed =>
        {
            Screen screen = Screen.Of(parsed);
            Action<Screen> print = screen.IsJson ? PrintJson : PrintText;
            print(screen);
        });
        return command;
    }

    static void PrintJson(Screen screen) => screen.Output.WriteLine(JsonSerializer.Serialize(
        Claim.All.Select(law => new
        {
            law.Name,
            law.Says,
            law.From,
            law.Subject,
            Reach = Words.Of(law.Reach),
            Mood = MoodOf(law),
            Needs = NeedsOf(law),
            BindsEveryProfile = law.Binds is null,
        }),
        CheckJson.CamelCase));

    static void PrintText(Screen screen)
    {
        IAnsiConsole tables = screen.Tables(screen.Details, Width);
        foreach (IGrouping<string, Law> group in Claim.All.GroupBy(static law =>
            law.Mood == Mood.Sometimes ? "sometimes" : Words.Of(law.Reach)))
        {
            Table table = new Table().Border(TableBorder.Simple)
                .AddColumn(group.Key)
                .AddColumn("from")
                .AddColumn("about")
                .AddColumn("needs");
            foreach (Law law in group)
            {
                table.AddRow(
                    Markup.Escape(law.Says),
                    Markup.Escape(law.From),
                    law.Subject,
                    NeedsOf(law) + (law.Binds is null ? "" : " (by profile)"));
            }

            tables.Write(table);
        }

        screen.Lines.WriteLine($"{Claim.All.Count(static law => law.Mood == Mood.Always)} laws always, "
            + $"{Claim.All.Count(static law => law.Mood == Mood.Sometimes)} sometimes");
    }

    static string MoodOf(Law law) => law.Mood == Mood.Always ? "always" : "sometimes";

    static string NeedsOf(Law law) => law.Needs.ToString().ToLowerInvariant();
}
