// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`claim`: lists every law that a vmalloc is held to.</summary>
public static class ClaimCommand
{
    const int Width = 120;

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<bool> json = new("--json")
        {
            Description = "Prints one JSON array instead of text.",
        };
        Command command = new("claim", "Lists the laws.") { json };
        command.SetAction(parsed =>
        {
            Action<TextWriter> print = parsed.GetValue(json) ? PrintJson : PrintText;
            print(parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    static void PrintJson(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
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

    static void PrintText(TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.No,
        });
        console.Profile.Width = Width;
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

            console.Write(table);
        }

        output.WriteLine($"{Claim.All.Count(static law => law.Mood == Mood.Always)} laws always, "
            + $"{Claim.All.Count(static law => law.Mood == Mood.Sometimes)} sometimes");
    }

    static string MoodOf(Law law) => law.Mood == Mood.Always ? "always" : "sometimes";

    static string NeedsOf(Law law) => law.Needs.ToString().ToLowerInvariant();
}
