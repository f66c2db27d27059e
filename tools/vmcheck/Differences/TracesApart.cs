// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>Two traces: how they are written, and what they do on a target.</summary>
sealed class TracesApart : IApart
{
    readonly (DiffInput Input, Trace Trace) a;
    readonly (DiffInput Input, Trace Trace) b;
    readonly IReadOnlyList<string> circumstances;
    readonly IReadOnlyList<CommandChange> commands;
    readonly (TraceRun A, TraceRun B) runs;
    readonly CommandChange? parting;
    readonly IReadOnlyList<DumpChange> state;
    readonly IReadOnlyList<TextLine> texts;

    public TracesApart(
        (DiffInput Input, Trace Trace) a, (DiffInput Input, Trace Trace) b, CheckedTarget target)
    {
        (this.a, this.b) = (a, b);
        circumstances = [.. CircumstancesApart(a.Trace, b.Trace)];
        commands = CommandChanges.Of(a.Trace.Commands, b.Trace.Commands);
        runs = (
            new TraceRun(a.Trace, target.For(a.Trace)), new TraceRun(b.Trace, target.For(b.Trace)));
        parting = commands.FirstOrDefault(
            one => !runs.A.Did(one.Old).SequenceEqual(runs.B.Did(one.New)));
        state = runs is { A.State: { } one, B.State: { } other }
            ? DumpDifference.OfTwoRuns(one, other) : [];
        texts = UnifiedText.Of((a.Input.Name, a.Input.Text), (b.Input.Name, b.Input.Text));
    }

    public bool IsSame => circumstances.Count == 0 && parting is null && state.Count == 0
        && commands.All(static one => one.Kind == CommandChangeKind.Same);

    public IEnumerable<(bool IsDetail, TextLine Line)> Lines =>
    [
        .. Told.SelectMany(static line => line.Wrapped("       "))
            .Select(static line => (false, line)),
        .. texts.Select(static line => (true, line)),
    ];

    public string Json => DiffJson.Print(new
    {
        Kind = "trace",
        IsSame,
        IsTextSame = texts.Count == 0,
        Circumstances = circumstances,
        Commands = commands.Where(static one => one.Kind != CommandChangeKind.Same),
        Parting = parting is null ? null : new
        {
            parting.Old,
            parting.New,
            Did = new[] { runs.A.Did(parting.Old), runs.B.Did(parting.New) },
        },
        State = runs is { A.State: not null, B.State: not null } ? state : null,
    });

    IEnumerable<TextLine> Told =>
    [
        .. circumstances.Select(static text => new TextLine(TextRole.Changed, text)),
        .. commands.Where(static one => one.Kind != CommandChangeKind.Same).Select(TextOf),
        .. Parting,
        .. State,
        new(TextRole.Plain, !IsSame ? "the traces differ"
            : texts.Count > 0 ? "the traces are the same; the text differs" : "no difference"),
    ];

    static TextLine TextOf(CommandChange change) => change.Kind switch
    {
        CommandChangeKind.Removed => new(TextRole.Removed, $"- {change.Old + 1,3}  {change.Text}"),
        CommandChangeKind.Added => new(TextRole.Added, $"+ {change.New + 1,3}  {change.Text}"),
        _ => new(TextRole.Changed, $"~ {change.Old + 1,3}  {change.Text}"),
    };

    IEnumerable<TextLine> Parting
    {
        get
        {
            if (parting is null)
            {
                yield break;
            }

            IReadOnlyList<string> one = runs.A.Did(parting.Old);
            IReadOnlyList<string> other = runs.B.Did(parting.New);
            int at = 0;
            while (at < Math.Min(one.Count, other.Count) && one[at] == other[at])
            {
                at++;
            }

            yield return new(TextRole.Plain, "");
            yield return new(
                TextRole.Heading, $"what they do parts at {Place}, {parting.Statement}:");
            yield return new(TextRole.Removed, $"  A: {one.ElementAtOrDefault(at) ?? "no more"}");
            yield return new(TextRole.Added, $"  B: {other.ElementAtOrDefault(at) ?? "no more"}");
        }
    }

    string Place => (parting!.Old, parting.New) switch
    {
        (int one, int other) when one == other => $"step {one + 1}",
        (int one, int other) => $"step {one + 1} of A, {other + 1} of B",
        (int one, null) => $"step {one + 1} of A",
        (_, var other) => $"step {other + 1} of B",
    };

    IEnumerable<TextLine> State =>
        runs.A.State is null || runs.B.State is null
            ? [new(TextRole.Plain, ""), .. Dead("A", runs.A), .. Dead("B", runs.B)]
            : state.Count == 0 ? []
            :
            [
                new(TextRole.Plain, ""), new(TextRole.Heading, "in the end, B against A:"),
                .. DumpChange.Told(state).Select(static line => line with
                {
                    Text = $"  {line.Text}",
                }),
            ];

    static IEnumerable<TextLine> Dead(string name, TraceRun run) => run.State is null
        ? [new(TextRole.Broken, $"{name} ends in a call that does not return: no state of it")]
        : [];

    static IEnumerable<string> CircumstancesApart(Trace a, Trace b)
    {
        foreach ((string what, string was, string becomes) in new[]
        {
            ("era", Words.Of(a.Era), Words.Of(b.Era)), ("mode", Words.Of(a.Mode), Words.Of(b.Mode)),
        })
        {
            if (was != becomes)
            {
                yield return $"{what}: {was} -> {becomes}";
            }
        }

        if (a.Machine != b.Machine)
        {
            string[] was = Facts(a);
            string[] becomes = Facts(b);
            yield return "machine: " + string.Join(", ", was.Zip(becomes)
                .Where(static pair => pair.First != pair.Second)
                .Select(static pair => $"{pair.First} -> {pair.Second}"));
        }
    }

    /// <summary>The name in quotes, and each key with its value.</summary>
    static string[] Facts(Trace trace)
    {
        string line = TraceWriter.Write(trace with { Commands = [] }).Split('\n')[1];
        int behind = line.LastIndexOf('"') + 1;
        return [line[..behind]["machine ".Length..], .. line[behind..].Trim().Split(' ')];
    }
}
