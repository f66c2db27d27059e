// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// Two lists of commands laid side by side. Results are matched by their names, or by what makes
/// them, where fewer commands differ then: another number is no difference.
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
        List<CommandChange> asNamed = Of(Own(after));
        List<CommandChange> asMade = Of(Names(old, now, alike));
        return Differing(asMade) < Differing(asNamed) ? asMade : asNamed;

        List<CommandChange> Of(Dictionary<int, int> names) =>
            Laid(old, now, before, Renamed(after, names, old, now));
    }

    static int Differing(List<CommandChange> changes) =>
        changes.Count(static one => one.Kind != CommandChangeKind.Same);

    static List<CommandChange> Laid(
        IReadOnlyList<Command> old, IReadOnlyList<Command> now, string[] before, string[] after) =>
    [
        .. Pairs(old, now, before, after).Select(pair => pair switch
        {
            (int one, int other) => CommandChange.Of(
                one, other, old[one].Signature, before[one], after[other]),
            (int one, null) => new CommandChange(CommandChangeKind.Removed, one, null, before[one]),
            (_, var other) => new CommandChange(
                CommandChangeKind.Added, null, other, after[other!.Value]),
        }),
    ];

    /// <summary>Every name stands for itself, as in a trace that was edited.</summary>
    static Dictionary<int, int> Own(string[] lines) => lines
        .SelectMany(static line => ResultName().Matches(line))
        .Select(static match => int.Parse(match.ValueSpan[1..])).Distinct()
        .ToDictionary(static name => name);

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

    /// <summary>
    /// What has no namesake in the first trace keeps its name, if that is free, else it gets one
    /// that nobody has; so does a use of what the second trace does not make.
    /// </summary>
    static string[] Renamed(
        string[] lines, Dictionary<int, int> names, IReadOnlyList<Command> old,
        IReadOnlyList<Command> now)
    {
        HashSet<int> matched = [.. names.Values];
        HashSet<int> made = [.. now.Select(static command => command.Name)];
        Dictionary<int, char> letters = Letters(TraceWriter.Lines(old));
        HashSet<int> taken = [.. matched, .. old.Select(static command => command.Name)];
        int fresh = 1 + Math.Max(taken.DefaultIfEmpty(-1).Max(), made.DefaultIfEmpty(-1).Max());
        return [.. lines.Select(line => ResultName().Replace(line, match =>
        {
            int name = int.Parse(match.ValueSpan[1..]);
            if (!names.TryGetValue(name, out int namesake))
            {
                namesake = (made.Contains(name) ? taken : matched).Contains(name) ? fresh++ : name;
                names.Add(name, namesake);
            }

            return $"{letters.GetValueOrDefault(namesake, match.Value[0])}{namesake}";
        }))];
    }

    /// <summary>A use alone does not say what it is a use of.</summary>
    static Dictionary<int, char> Letters(string[] lines) => lines
        .SelectMany(static line => ResultName().Matches(line))
        .DistinctBy(static match => match.Value[1..])
        .ToDictionary(
            static match => int.Parse(match.ValueSpan[1..]), static match => match.Value[0]);

    static string Nameless(string line) =>
        ResultName().Replace(line, static match => match.Value[..1]);

    [GeneratedRegex(@"\b[pmafr][0-9]+\b")]
    private static partial Regex ResultName();
}
