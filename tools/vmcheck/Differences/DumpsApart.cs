// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>Two texts with dumps, the first with the first and so on.</summary>
sealed class DumpsApart : IApart
{
    readonly (DiffInput Input, IReadOnlyList<DumpSection> Dumps) a;
    readonly (DiffInput Input, IReadOnlyList<DumpSection> Dumps) b;
    readonly IReadOnlyList<DumpChange>[] changes;
    readonly IReadOnlyList<TextLine> texts;

    public DumpsApart(
        (DiffInput Input, IReadOnlyList<DumpSection> Dumps) a,
        (DiffInput Input, IReadOnlyList<DumpSection> Dumps) b)
    {
        (this.a, this.b) = (a, b);
        changes = [.. a.Dumps.Zip(b.Dumps, static (one, other) =>
            DumpDifference.OfTwoRuns(one.Dump, other.Dump))];
        texts = UnifiedText.Of((a.Input.Name, a.Input.Text), (b.Input.Name, b.Input.Text));
    }

    public bool IsSame => a.Dumps.Count == b.Dumps.Count
        && Array.TrueForAll(changes, static one => one.Count == 0);

    public IEnumerable<(bool IsDetail, TextLine Line)> Lines =>
    [
        .. Enumerable.Range(0, changes.Length).SelectMany(Told)
            .Append(new TextLine(TextRole.Plain, Verdict))
            .SelectMany(static line => line.Wrapped("    ")).Select(static line => (false, line)),
        .. texts.Select(static line => (true, line)),
    ];

    public string Json => DiffJson.Print(new
    {
        Kind = "dump",
        IsSame,
        IsTextSame = texts.Count == 0,
        Dumps = new[] { a.Dumps.Count, b.Dumps.Count },
        Changes = changes,
    });

    string Verdict => (a.Dumps.Count, b.Dumps.Count) switch
    {
        var (one, other) when one != other =>
            $"{a.Input.Name} holds {Words.Of(one, "dump")}, {b.Input.Name} {other}",
        _ when IsSame && texts.Count > 0 => "the dumps are the same; the text differs",
        _ when IsSame => "no difference",
        (1, _) => Words.Of(changes[0].Count, "difference"),
        _ => $"{changes.Count(static one => one.Count > 0)} of {changes.Length} dumps differ",
    };

    IEnumerable<TextLine> Told(int index)
    {
        IEnumerable<TextLine> lines = DumpChange.Told(changes[index]);
        if (changes.Length == 1 || changes[index].Count == 0)
        {
            return lines;
        }

        string calls = a.Dumps[index].Before is [.., var last] ? $", behind {last}" : "";
        return lines.Prepend(new TextLine(
            TextRole.Heading, VerbException.Printable($"dump {index + 1}{calls}:")));
    }
}
