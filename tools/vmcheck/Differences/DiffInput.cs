// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>One of two texts that are told apart: dumps or a trace.</summary>
/// <param name="Name">As messages call it.</param>
/// <param name="Text">All of it.</param>
/// <param name="Dumps">Null for a trace.</param>
/// <param name="Trace">Null for dumps.</param>
sealed record DiffInput(
    string Name, string Text, IReadOnlyList<DumpSection>? Dumps, Trace? Trace)
{
    public string Kind => Dumps is null ? "a trace" : Words.Of(Dumps.Count, "dump");

    /// <summary>
    /// Reads a file, or standard input for <c>-</c>, and recognises by what it holds of which kind
    /// it is. What is neither, or cannot be read, ends the verb with
    /// <see cref="ExitCode.BadInput"/>.
    /// </summary>
    public static async Task<DiffInput> ReadAsync(string file, CancellationToken cancel)
    {
        string text = await InputText.ReadAsync(
            TraceInput.IsFile(file) ? file : null, InputKind.Dump, InputKind.OfTraceOrDump,
            cancel);
        string name = TraceInput.NameOf(file);
        try
        {
            return InputKind.OfTraceOrDump(text) == InputKind.Trace
                ? new DiffInput(name, text, null, TraceReader.Read(text))
                : IsPtdump(text) ? throw new VerbException(
                    ExitCode.BadInput,
                    $"{name} holds kernel_page_tables, as dump prints them with --ptdump; "
                        + "compared is what dump prints without it: make both so")
                : IsDump(text) ? new DiffInput(name, text, DumpReader.Read(text), null)
                : throw new VerbException(
                    ExitCode.BadInput,
                    $"{name} is neither a dump nor a trace: a trace begins with 'vmcheck trace', "
                        + "and a dump has lines that begin with '---['");
        }
        catch (TextSyntaxException wrong)
        {
            throw new VerbException(ExitCode.BadInput, $"{name}: {wrong.Message}");
        }
    }

    /// <summary>Addresses as they are, where a dump has offsets from START.</summary>
    static bool IsPtdump(string text) => text.Contains("]---\n0x", StringComparison.Ordinal);

    static bool IsDump(string text) =>
        text.StartsWith("---[", StringComparison.Ordinal) || text.Contains("\n---[");
}
