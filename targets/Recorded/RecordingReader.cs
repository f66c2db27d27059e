// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Targets;

/// <summary>Reads the lines of a recording into blocks.</summary>
sealed class RecordingReader(string file, string text)
{
    static readonly string[] stateKinds = ["vm", "va", "map", "km", "vb", "order"];
    static readonly string[] counterNames = ["lazy", "tab", "pages", "rcu", "obj", "cls"];

    readonly string[] lines = text.Split('\n');
    Machine machine = null!;
    int at;

    string Current => at < lines.Length ? lines[at] : "";

    public Recording Read()
    {
        machine = RecordedMachine.Read(file, lines[0], out string? beyond);
        at = 1;
        List<RecordedBlock> blocks = [];
        while (Current.StartsWith("> ", StringComparison.Ordinal))
        {
            blocks.Add(Block());
        }

        End(blocks);
        return new(file, machine, beyond, blocks);
    }

    void End(List<RecordedBlock> blocks)
    {
        if (blocks.Count == 0 || blocks[0].Command.Text != "boot")
        {
            throw Complaint("the first command is not \"> boot\"; a recording begins with it");
        }

        string expected = blocks[^1].IsBug ? "end dead" : "end";
        if (Current != expected)
        {
            throw Complaint($"\"{WordReader.Short(Current)}\" fits nothing here; \"{expected}\" "
                + "closes a recording, and a block has its lines in the order > = e -+ n i");
        }

        if (at + 2 < lines.Length || (at + 2 == lines.Length && lines[^1].Length > 0))
        {
            at++;
            throw Complaint("text after the end; remove it");
        }
    }

    RecordedBlock Block()
    {
        int line = at + 1;
        string command = lines[at][2..];
        WordReader words = new(file, line, lines[at]);
        words.Word(">");
        RecordedCommand read = CommandReader.Read(words, command, machine);
        at++;
        RecordedLine result = Line("= ")
            ?? throw Complaint("a command is followed by its result; write \"= \" and the result");
        if (result.Text.Length == 0)
        {
            throw Complaint("an empty result; write ok, null, a number or an address", -1);
        }

        return new()
        {
            Line = line,
            Command = read,
            Result = result,
            Events = Line("e ") ?? default,
            Changes = Changes(),
            Counters = Counters(),
            Info = Lines("i "),
        };
    }

    List<RecordedLine> Changes()
    {
        List<RecordedLine> changes = [];
        bool came = false;
        while (Current.StartsWith('-') || Current.StartsWith('+'))
        {
            if (came && Current[0] == '-')
            {
                throw Complaint("a \"-\" line after a \"+\" line; all that went stands first");
            }

            came = Current[0] == '+';
            string kind = Current[1..].Split(' ')[0];
            if (Array.IndexOf(stateKinds, kind) < 0)
            {
                throw Complaint($"no state line begins with \"{WordReader.Short(kind)}\"; known are "
                    + string.Join(", ", stateKinds));
            }

            changes.Add(new(at + 1, Current));
            at++;
        }

        return changes;
    }

    RecordedLine Counters()
    {
        RecordedLine counters = Line("n ") ?? default;
        string all = counters.Text ?? "";
        foreach (string counter in all.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = counter.IndexOf('=');
            if (equals < 0 || Array.IndexOf(counterNames, counter[..equals]) < 0)
            {
                throw Complaint($"\"{WordReader.Short(counter)}\" is no counter; write key=value "
                    + "with one of " + string.Join(", ", counterNames), -1);
            }
        }

        return counters;
    }

    List<RecordedLine> Lines(string prefix)
    {
        List<RecordedLine> found = [];
        while (Line(prefix) is { } line)
        {
            found.Add(line);
        }

        return found;
    }

    /// <summary>The current line without its prefix; null, and not taken, without it.</summary>
    RecordedLine? Line(string prefix)
    {
        if (!Current.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        RecordedLine line = new(at + 1, Current[prefix.Length..]);
        at++;
        return line;
    }

    RecordingException Complaint(string what, int ahead = 0) =>
        new(file, Math.Min(at + ahead, lines.Length - 1) + 1, 1, what);
}
