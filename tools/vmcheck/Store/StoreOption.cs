// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using Verification.Search;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>The options of `check` about its store, and the command line kept in it.</summary>
sealed class StoreOption
{
    const string UsualFolder = ".vmcheck";

    readonly Option<string> folder = new("--store")
    {
        Description = "The folder in which found traces and campaigns are kept; "
            + $"{UsualFolder} when left out.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => UsualFolder,
    };

    readonly Option<bool> resume = new("--resume")
    {
        Description = "Goes on with the last campaign of the store that did not come to its end.",
    };

    /// <summary>The options that say what to try: of a resumed campaign the store knows.</summary>
    Option[] ofThePlan = [];

    /// <summary>Makes them options of the verb.</summary>
    /// <param name="verb">Has the options of the plan, and no others, yet.</param>
    public void AddTo(Command verb)
    {
        ofThePlan = [.. verb.Options];
        folder.Validators.Add(RefuseEmpty);
        verb.Options.Add(folder);
        verb.Options.Add(resume);
        verb.Validators.Add(RefusePlan);
    }

    /// <summary>
    /// The campaign to go on with; null: a new one. Either way a store that is not to be trusted
    /// ends the verb here.
    /// </summary>
    public UnfinishedCampaign? Begun(ParseResult parsed, TraceStore store)
    {
        if (parsed.GetValue(resume))
        {
            return store.TakeLast();
        }

        store.Look();
        return null;
    }

    /// <summary>Opens the store; what can go wrong is said aloud.</summary>
    public TraceStore Open(ParseResult parsed) =>
        new(parsed.GetValue(folder)!, parsed.InvocationConfiguration.Error);

    /// <summary>What goes on with a campaign of the store, from any folder.</summary>
    public string Again(ParseResult parsed) =>
        CommandLine.Of("check --resume --store ")
        + ShellWord.Of(Path.GetFullPath(parsed.GetValue(folder)!));

    /// <summary>
    /// The options that were given for a plan, paths in full, and its seed, which may have been
    /// drawn.
    /// </summary>
    public IReadOnlyList<string> Arguments(ParseResult parsed, CampaignPlan plan)
    {
        List<string> arguments =
        [
            .. ofThePlan.Where(option => IsGiven(parsed, option)).SelectMany(option =>
                parsed.GetResult(option)!.Tokens
                    .Select(token => InFull(option.Name, token.Value))
                    .Prepend(option.Name)),
        ];
        if (!arguments.Contains(CheckOptions.Seed))
        {
            arguments.AddRange([CheckOptions.Seed, $"{plan.Seed}"]);
        }

        return arguments;
    }

    /// <summary>Whoever goes on may be in another folder.</summary>
    static string InFull(string option, string word) => option == KernelOptions.Tree
        ? Path.GetFullPath(word)
        : word.StartsWith(TargetOption.CPrefix, StringComparison.Ordinal)
            ? TargetOption.CPrefix + Path.GetFullPath(word[TargetOption.CPrefix.Length..]) : word;

    static bool IsGiven(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { Implicit: false };

    void RefusePlan(CommandResult result)
    {
        if (result.GetResult(resume) is not { Implicit: false })
        {
            return;
        }

        foreach (Option option in ofThePlan.Where(
            option => result.GetResult(option) is { Implicit: false }))
        {
            result.AddError($"{option.Name} is part of a plan, and --resume takes the plan from "
                + "the store");
        }
    }

    static void RefuseEmpty(OptionResult result)
    {
        if (result.Tokens is [{ Value: "" }])
        {
            result.AddError("--store: it is empty; it takes a folder");
        }
    }
}
