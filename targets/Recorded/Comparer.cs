// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>Takes a target through one recording and compares each command with it.</summary>
sealed partial class Comparer(ITarget target, Recording recording)
{
    /// <summary>Event tokens shown from the first that differs.</summary>
    const int TokensShown = 8;

    readonly Step step = new();
    readonly Picture picture = new();
    readonly StateLines state = new(recording.Machine);
    readonly EventTokens tokens = new(recording.Machine);
    readonly Dictionary<string, string> counters = [];
    readonly List<string> kinds = [];
    readonly List<string> expected = [];
    readonly List<string> actual = [];
    int cpu;
    int line;
    int fallback;

    /// <summary>Executes a block's command; null when the target did what is recorded.</summary>
    public Difference? Compare(RecordedBlock block)
    {
        kinds.Clear();
        expected.Clear();
        actual.Clear();
        line = 0;
        fallback = block.Line;
        string result = Execute(block.Command);
        if (result != block.Result.Text)
        {
            Differs("result", block.Result.Number, ["= " + block.Result.Text], ["= " + result]);
        }

        Events(block);
        if (!block.IsBug)
        {
            State(block);
        }

        return kinds.Count == 0 ? null
            : new(recording.File, line, block.Command.Text, string.Join(", ", kinds),
                [.. expected], [.. actual]);
    }

    string Execute(RecordedCommand command)
    {
        step.Clear(step.Index + 1);
        if (command.Command is not null)
        {
            command.Fill(step.Call, cpu);
            target.Execute(step);
            return ResultText.Of(step, recording.Machine);
        }

        if (command.Cpu >= 0)
        {
            cpu = command.Cpu;
        }
        else
        {
            target.Boot(recording.Machine);
            foreach (ref readonly Event e in target.Booted)
            {
                step.Add(e);
            }
        }

        return "ok";
    }

    void Events(RecordedBlock block)
    {
        string[] recorded = Words(block.Events.Text);
        string[] done = Words(string.Join(' ', tokens.Of(step)));
        int same = recorded.AsSpan().CommonPrefixLength(done);
        if (same < recorded.Length || same < done.Length)
        {
            Differs("events", block.Events.Number, Shown(recorded, same), Shown(done, same));
        }
    }

    static IEnumerable<string> Shown(string[] tokens, int from)
    {
        IEnumerable<string> shown = tokens.Select((token, i) => $"e[{i}] {token}")
            .Skip(from).Take(TokensShown);
        int more = tokens.Length - from - TokensShown;
        return more > 0 ? shown.Append($"e … {more} more") : shown;
    }

    void State(RecordedBlock block)
    {
        picture.Clear();
        target.Walk(picture);
        Changes(block.Changes, state.Changes(picture));
        Counters(block);
        Info(block.Info);
    }

    /// <summary>The order of state lines within their sign is no part of the format.</summary>
    void Changes(IReadOnlyList<RecordedLine> recorded, List<string> found)
    {
        List<string> extra = [.. found];
        List<RecordedLine> missing = [.. recorded.Where(entry => !extra.Remove(entry.Text))];
        if (missing.Count > 0 || extra.Count > 0)
        {
            Differs(
                "state", missing.FirstOrDefault().Number,
                missing.Select(entry => entry.Text), extra);
        }
    }

    void Info(IReadOnlyList<RecordedLine> recorded)
    {
        string[] want = [.. recorded.Select(entry => entry.Text)];
        string[] have = Caller().Replace(step.Text.ToString(), " site")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int same = want.AsSpan().CommonPrefixLength(have);
        if (same < want.Length || same < have.Length)
        {
            int at = same < recorded.Count ? recorded[same].Number : 0;
            Differs("info", at, Lines(want, same), Lines(have, same));
        }
    }

    /// <summary>A recording has one word for every caller but that of __vmalloc_node.</summary>
    [GeneratedRegex(" pcpu_get_vm_areas[+]0x[0-9a-f]+/0x[0-9a-f]+")]
    private static partial Regex Caller();

    static IEnumerable<string> Lines(string[] lines, int from) =>
        lines.Skip(from).Select(line => "i " + line);

    void Counters(RecordedBlock block)
    {
        foreach (string word in Words(block.Counters.Text))
        {
            int equals = word.IndexOf('=');
            counters[word[..equals]] = word[(equals + 1)..];
        }

        foreach ((string key, string value) in CounterTexts.Of(picture))
        {
            string want = counters.GetValueOrDefault(key, "");
            if (want != value)
            {
                Differs(
                    "counters", block.Counters.Number,
                    [$"n {key}={want}"], [$"n {key}={value}"]);
            }
        }
    }

    void Differs(string kind, int at, IEnumerable<string> wanted, IEnumerable<string> found)
    {
        if (!kinds.Contains(kind))
        {
            kinds.Add(kind);
        }

        line = line > 0 ? line : at > 0 ? at : fallback;
        expected.AddRange(wanted);
        actual.AddRange(found);
    }

    static string[] Words(string? text) =>
        (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
