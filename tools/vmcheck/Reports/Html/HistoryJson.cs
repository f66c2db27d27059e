// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>
/// A history as one line of JSON, as <c>timeline.js</c> reads it: rows of numbers, each beginning
/// with the states it was born and died in; places in pages from VMALLOC_START, with a fraction
/// where something is not page aligned; texts by their number in <c>words</c>.
/// </summary>
sealed class HistoryJson
{
    static readonly JsonWriterOptions options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly TraceHistory history;
    readonly Machine machine;
    readonly AddressText addresses;
    readonly Utf8JsonWriter json;
    readonly WordList words = new();

    HistoryJson(TraceHistory history, Utf8JsonWriter json)
    {
        this.history = history;
        this.json = json;
        machine = history.Trace.Machine;
        addresses = new AddressText(machine);
    }

    /// <summary>All of a history.</summary>
    public static string Of(TraceHistory history)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, options))
        {
            new HistoryJson(history, writer).Write();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    void Write()
    {
        json.WriteStartObject();
        json.WriteNumber("pageSize", machine.PageSize);
        json.WriteNumber("pages", Pages(machine.RangeEnd - machine.Start));
        json.WriteNumber("end", Pages(machine.End - machine.Start));
        json.WriteNumber("top", Pages(unchecked(0 - machine.Start) & machine.LongMask));
        json.WriteNumber("word", machine.LongBits);
        TableShape levels = machine.Levels;
        WriteRow("levels", [levels.Pgd, levels.Pud, levels.Pmd, levels.Pte]);
        json.WriteNumber("steps", history.Trace.Commands.Count);
        json.WriteNumber("died", history.Died);
        WriteRow("failing", history.Failing.Select(static state => (double)state));
        WriteLives();
        WriteRow("counterNames", CounterFact.Names.Select(Word));
        WriteRows("events", history.Events.Select(lines => lines.Select(Word)));
        WriteRows("changes", history.Changes.Select(lines => lines.SelectMany(
            line => new[] { Word(SignOf(line.Role)), Word(line.Text) })));
        WriteRow("ledger", history.Ledger.Select(Word));
        WriteRows("wanted", history.Wanted.Select(
            static one => (IEnumerable<double>)[one.Key, one.Value]));
        json.WriteStartArray("words");
        foreach (string word in words.All)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    void WriteLives()
    {
        Write("areas", history.Areas, (area, _) =>
        [
            Place(area.Start), Pages(unchecked(area.End - area.Start) & machine.LongMask),
            words.Number(area.State.ToString().ToLowerInvariant()),
            words.Number(history.NameOf(area)), words.Number(AreaTold.Of(area, addresses)),
            area.IsTwice ? 1 : 0, GuardPage.IsIn(machine, area.Descriptor) ? 1 : 0,
        ]);
        Write("runs", history.Runs, (run, index) =>
        [
            Place(run.Start), run.Pages, words.Number(run.Prot.ToString()),
            words.Number(history.RunFrames[index]), (int)run.Owner,
        ]);
        Write("tables", history.Tables, (table, _) => [(int)table.Level, Place(table.Base)]);
        Write("stale", history.Stale, (stale, _) =>
        [
            stale.Cpu, Place(stale.Address), words.Number(history.Frames.Of(stale.Frame)),
        ]);
        Write("counters", history.Counters, static (counters, _) => counters.Values);
    }

    static string SignOf(TextRole role) => role switch
    {
        TextRole.Added => "+",
        TextRole.Removed => "−",
        _ => "~",
    };

    double Word(string text) => words.Number(text);

    double Place(ulong address) =>
        unchecked((long)(address - machine.Start)) / (double)machine.PageSize;

    double Pages(ulong bytes) => bytes / (double)machine.PageSize;

    void Write<T>(string name, Lives<T> lives, Func<T, int, double[]> columns)
        where T : notnull
    {
        json.WriteStartArray(name);
        for (int index = 0; index < lives.All.Count; index++)
        {
            Life<T> life = lives.All[index];
            json.WriteStartArray();
            json.WriteNumberValue(life.Born);
            json.WriteNumberValue(life.Died);
            foreach (double column in columns(life.What, index))
            {
                json.WriteNumberValue(column);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    void WriteRows(string name, IEnumerable<IEnumerable<double>> rows)
    {
        json.WriteStartArray(name);
        foreach (IEnumerable<double> row in rows)
        {
            WriteRow(row);
        }

        json.WriteEndArray();
    }

    void WriteRow(string name, IEnumerable<double> numbers)
    {
        json.WritePropertyName(name);
        WriteRow(numbers);
    }

    void WriteRow(IEnumerable<double> numbers)
    {
        json.WriteStartArray();
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
