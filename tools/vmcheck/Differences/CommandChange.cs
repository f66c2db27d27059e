// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What became of a command of a trace.</summary>
enum CommandChangeKind
{
    Same,
    Changed,
    Removed,
    Added,
}

/// <summary>A command of one trace, the one of another that stands in its place, or both.</summary>
/// <param name="Kind">How they differ.</param>
/// <param name="Old">Index in the first trace; null: added.</param>
/// <param name="New">Index in the second; null: removed.</param>
/// <param name="Text">As a trace writes it, and of a change which arguments.</param>
sealed record CommandChange(CommandChangeKind Kind, int? Old, int? New, string Text)
{
    /// <summary>As the first trace writes it, or the second what is added.</summary>
    public string Statement { get; private init; } = Text;

    /// <summary>A pair, whose statements use the same names.</summary>
    public static CommandChange Of(
        int old, int now, Signature signature, string before, string after)
    {
        if (before == after)
        {
            return new CommandChange(CommandChangeKind.Same, old, now, before);
        }

        (string[] was, string wasBehind) = Arguments(before);
        (string[] becomes, string becomesBehind) = Arguments(after);
        IEnumerable<string> changes = signature.Parameters
            .Select((parameter, i) => was[i] == becomes[i] ? ""
                : $"{parameter.ToString().ToLowerInvariant()} {was[i]} -> {becomes[i]}")
            .Append(Name(before) == Name(after) ? "" : $"{Name(before)} -> {Name(after)}")
            .Append((wasBehind, becomesBehind) switch
            {
                var (one, other) when one == other => "",
                ("", _) => $"now {becomesBehind}",
                (_, "") => $"no longer {wasBehind}",
                _ => $"{wasBehind} -> {becomesBehind}",
            })
            .Where(static change => change.Length > 0);
        return new CommandChange(
            CommandChangeKind.Changed, old, now, $"{before}: {string.Join(", ", changes)}")
        {
            Statement = before,
        };
    }

    /// <summary>The name of the result; empty for none.</summary>
    static string Name(string statement) =>
        statement.IndexOf(" = ", StringComparison.Ordinal) is var at and >= 0
            ? statement[..at] : "";

    /// <summary>What stands between the parentheses, and what behind them.</summary>
    static (string[] Arguments, string Behind) Arguments(string statement)
    {
        List<string> arguments = [];
        int begin = statement.IndexOf('(') + 1;
        int depth = 0;
        for (int at = begin; at < statement.Length; at++)
        {
            char c = statement[at];
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0 && c is ',' or ')')
            {
                arguments.Add(statement[begin..at].Trim());
                begin = at + 1;
            }

            if (c == ')')
            {
                break;
            }
        }

        return ([.. arguments], statement[begin..].Trim());
    }
}
