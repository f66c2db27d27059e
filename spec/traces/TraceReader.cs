// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// Reads the trace format (docs/trace-format.md). Input of any kind either gives a trace or throws
/// <see cref="TraceSyntaxException"/> with line and column, in time linear in its length.
/// </summary>
public sealed class TraceReader
{
    readonly TraceScanner scanner;
    readonly Machine machine;
    readonly TraceNames names;
    readonly ArgumentReader arguments;

    TraceReader(string text)
    {
        scanner = new(text);
        if (text.Length > TraceWords.MaxCharacters)
        {
            throw scanner.Error(1, $"longer than {TraceWords.MaxCharacters} characters");
        }

        Header();
        Line("machine");
        machine = MachineLine.Read(scanner);
        names = new(scanner);
        arguments = new(scanner, machine, names);
    }

    public static Trace Read(string text) => new TraceReader(text).Body();

    /// <summary>
    /// Reads at most one character more than a trace may have: input may be endless.
    /// </summary>
    public static Trace Read(TextReader reader)
    {
        char[] buffer = new char[TraceWords.MaxCharacters + 1];
        return Read(new string(buffer, 0, reader.ReadBlock(buffer)));
    }

    void Header()
    {
        Line("vmcheck");
        scanner.Expect("trace");
        int column = scanner.Column;
        ulong version = scanner.Number("a version");
        if (version != TraceWords.Version)
        {
            throw scanner.Error(column, $"version {version} is not known: this reader knows "
                + $"version {TraceWords.Version}; use the vmcheck that wrote the file");
        }

        scanner.ExpectLineEnd();
    }

    void Line(string word)
    {
        bool found = scanner.NextLine();
        int column = scanner.Column;
        if (!found || scanner.Word($"'{word}'") != word)
        {
            throw scanner.Error(column, $"expected a line that begins with '{word}'");
        }
    }

    Trace Body()
    {
        Line("era");
        Era era = (Era)scanner.Choice(TraceWords.Eras);
        DefectMode mode = (DefectMode)scanner.Choice(TraceWords.Modes);
        scanner.ExpectLineEnd();
        List<Command> commands = [];
        while (scanner.NextLine())
        {
            commands.Add(commands.Count < TraceWords.MaxCommands
                ? Statement()
                : throw scanner.Error(1, $"more than {TraceWords.MaxCommands} commands"));
        }

        names.Check();
        return new(machine, era, mode, names.AreOpen ? [.. commands.Select(Settled)] : commands);
    }

    Command Settled(Command command) => command with
    {
        Pointer = names.Settled(command.Pointer),
        Pages = command.Pages.Count == 0 ? command.Pages : [.. command.Pages.Select(
            slice => slice with { Source = names.Settled(slice.Source) })],
    };

    Command Statement()
    {
        int column = scanner.Column;
        string word = scanner.Word("a command");
        int name = -1;
        char letter = word[0];
        if (scanner.Take("="))
        {
            name = names.Make(word, column);
            column = scanner.Column;
            word = scanner.Word("a command");
        }

        Signature signature = Signature.Find(word)
            ?? throw scanner.Error(column,
                $"expected a command, found '{TraceScanner.Cut(word)}'");
        if (name >= 0 && letter != TraceWriter.Letter(signature.Product))
        {
            throw scanner.Error(column, signature.Product == Product.Nothing
                ? $"{word} makes nothing that could be named"
                : $"what {word} makes is named {TraceWriter.Letter(signature.Product)}{name}");
        }

        Command command = arguments.Read(new Command(signature.Kind) { Name = name });
        scanner.Take(";");
        scanner.ExpectLineEnd();
        return command;
    }
}
