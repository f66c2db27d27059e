// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// Two lists of commands laid side by side. Results are matched by what makes them: another number
/// is no difference.
/// </summary>
static partial class CommandChanges
{
    /// <summary>
    /// In the order of both traces; the statements of the second use names of the first.
    /// </summary>
    public static IReadOnlyList<CommandChange> Of(
        IReadOnlyList<Command> old, IReadOnlyList<Command> now)
    {
        string[] before = TraceWriter.Lines(old);
        string[] after = TraceWriter.Lines(now);
        List<(int? Old, int? New)> alike = Pairs(
            old, now, [.. before.Select(Nameless)], [.. after.Select(Nameless)]);
        string[] renamed = Renamed(after, Names(old, now, alike), old);
        return [.. Pairs(old, now, before, renamed).Select(pair => pair switch
        {
            (int one, int other) => CommandChange.Of(
                one, other, old[one].Signature, before[one], renamed[other]),
            (int one, null) => new CommandChange(CommandChangeKind.Removed, one, null, before[one]),
            (_, var other) => new CommandChange(
                CommandChangeKind.Added, null, other, renamed[other!.Value]),
        })];
    }

    /// <summary>Equal lines, and in between commands of one kind, in their order.</summary>
    static List<(int? Old, int? New)> Pairs(
        IReadOnlyList<Command> old, IReadOnlyList<Command> now, string[] before, string[] after)
    {
        List<(int? Old, int? New)> pairs = [];
        int at = 0;
        int other = 0;
        foreach (LineBlock block in LineDiff.Of(before, after)
            .Append(new LineBlock(before.Length, 0, after.Length, 0)))
        {
            for (; at < block.OldStart; at++, other++)
            {
                pairs.Add((at, other));
            }

            int endOld = at + block.OldCount;
            int endNew = other + block.NewCount;
            for (; other < endNew; other++)
            {
                int like = at;
                while (like < endOld && old[like].Kind != now[other].Kind)
                {
                    like++;
                }

                if (like == endOld)
                {
                    pairs.Add((null, other));
                    continue;
                }

                for (; at < like; at++)
                {
                    pairs.Add((at, null));
                }

                pairs.Add((at++, other));
            }

            for (; at < endOld; at++)
            {
                pairs.Add((at, null));
            }
        }

        return pairs;
    }

    /// <summary>The name in the first trace by that in the second.</summary>
    static Dictionary<int, int> Names(
        IReadOnlyList<Command> old, IReadOnlyList<Command> now, List<(int? Old, int? New)> pairs)
    {
        Dictionary<int, int> names = [];
        foreach ((int? one, int? other) in pairs)
        {
            if (one is int i && other is int k && old[i].Name >= 0 && now[k].Name >= 0)
            {
                names.TryAdd(now[k].Name, old[i].Name);
            }
        }

        return names;
    }

    /// <summary>What has no namesake in the first trace gets a name that nobody has.</summary>
    static string[] Renamed(
        string[] lines, Dictionary<int, int> names, IReadOnlyList<Command> old)
    {
        int fresh = 1 + Math.Max(
            old.Select(static command => command.Name).DefaultIfEmpty(-1).Max(),
            names.Values.DefaultIfEmpty(-1).Max());
        return [.. lines.Select(line => ResultName().Replace(line, match =>
        {
            int name = int.Parse(match.ValueSpan[1..]);
            if (!names.TryGetValue(name, out int namesake))
            {
                namesake = fresh++;
                names.Add(name, namesake);
            }

            return $"{match.Value[0]}{namesake}";
        }))];
    }

    static string Nameless(string line) =>
        ResultName().Replace(line, static match => match.Value[..1]);

    [GeneratedRegex(@"\b[pmafr][0-9]+\b")]
    private static partial Regex ResultName();
}
