// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Verification.Vmcheck;

namespace Verification.Properties;

/// <summary>What a reader says of a place in a text that it does not take.</summary>
readonly record struct Refusal(int Line, int Column, string Message);

/// <summary>One of the readers of files that users bring.</summary>
/// <param name="Name">As test output and file names have it.</param>
/// <param name="Replay">The verb, with its arguments, that reads a file of it.</param>
/// <param name="Seeds">Texts it reads, to be spoilt.</param>
/// <param name="Read">Gives refusals, none when all was taken, and throws nothing.</param>
sealed record Reader(
    string Name, Func<string, string> Replay, IReadOnlyList<string> Seeds,
    Func<string, IEnumerable<Refusal>> Read)
{
    const int GeneratedTraces = 60;

    /// <summary>The longest recording that is spoilt: of the long ones, most says the same.</summary>
    const int LongestRecording = 6000;

    public static Reader OfTraces { get; } = new(
        "traces", static file => $"replay {file}",
        [
            .. Repository.Files(".trace").Select(Repository.Read),
            .. Enumerable.Range(0, GeneratedTraces).Select(static number => TraceWriter.Write(
                Generated(number))),
        ],
        static text => Trace(text));

    public static Reader OfRecordings { get; } = new(
        "recordings", static file => $"conform {Path.GetDirectoryName(file)}",
        [
            .. Golden.Files.Select(File.ReadAllText)
                .Where(static text => text.Length < LongestRecording),
        ],
        static text => Recorded(text));

    public static Reader OfVmallocinfo { get; } = new(
        "vmallocinfo", static file => $"audit {file}", [.. Sample.All.Select(Sample.Text)],
        static text => Audit(text));

    /// <summary>Whatever reads is compared with itself, as `diff` does it.</summary>
    public static Reader OfDumps { get; } = new(
        "dumps", static file => $"diff {file} {file}",
        [.. Repository.Files(".verified.txt", "snapshots/dumps").Select(Repository.Read)
            .Where(static text => text.Contains(DumpText.Inside))],
        static text => Dumps(text));

    public static IReadOnlyList<Reader> All { get; } =
        [OfTraces, OfRecordings, OfVmallocinfo, OfDumps];

    static Trace Generated(int number) =>
        NamedTraces.Draw(
            (ulong)number, NamedTraces.MachineOf((ulong)number), 1 + (number % 20),
            (Era)(number % 4))
        with { Mode = (DefectMode)(number / 2 % 2) };

    static IEnumerable<Refusal> Trace(string text)
    {
        try
        {
            Trace read = TraceReader.Read(text);
            string written = TraceWriter.Write(read);
            return TraceReader.Read(written).Equals(read) ? []
                : throw new InvalidOperationException("does not read back as it was written");
        }
        catch (TraceSyntaxException wrong)
        {
            return [new(wrong.Line, wrong.Column, wrong.Message)];
        }
    }

    static IEnumerable<Refusal> Dumps(string text)
    {
        try
        {
            IReadOnlyList<DumpSection> read = DumpReader.Read(text);
            string written = string.Join('\n', read.Select(one => DumpText.Of(one.Dump)));
            IEnumerable<string> again = DumpReader.Read(written).Select(one => DumpText.Of(one.Dump));
            DiffInput input = new("spoilt", text, read, null);
            DumpsApart apart = new((input, read), (input, read));
            _ = apart.Json + string.Concat(apart.Lines);
            return !apart.IsSame ? throw new InvalidOperationException("differs from itself")
                : string.Join('\n', again) == written ? []
                : throw new InvalidOperationException("does not read back as it was written");
        }
        catch (DumpSyntaxException wrong)
        {
            return [new(wrong.Line, wrong.Column, wrong.Message)];
        }
    }

    static IEnumerable<Refusal> Recorded(string text)
    {
        try
        {
            Recording.Read("spoilt.txt", text);
            return [];
        }
        catch (RecordingException wrong)
        {
            return [new(wrong.Line, wrong.Column, wrong.Message)];
        }
    }

    /// <summary>The audit takes every text; it says which lines it could not judge.</summary>
    static IEnumerable<Refusal> Audit(string text)
    {
        AuditReport report = VmallocinfoAudit.Of(text);
        int blank = report.CountOf(LineClass.Blank);
        if (report.Lines != report.Areas.Count + report.Unparsed.Count + blank)
        {
            throw new InvalidOperationException("loses a line");
        }

        return
        [
            .. report.Unparsed.Select(
                static line => new Refusal(line.Line, line.Column, $"{line.Reason}: {line.Text}")),
            .. report.UnknownAttributes.Select(
                static word => new Refusal(word.Line, word.Column, "a new word")),
            .. report.Findings.Select(
                static finding => new Refusal(finding.Line, 1, "a finding")),
        ];
    }
}
