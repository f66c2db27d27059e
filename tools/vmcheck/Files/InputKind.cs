// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>A kind of file that users bring, and how large one may be.</summary>
/// <param name="Name">As a message has it.</param>
/// <param name="LargestMebibytes">A larger one is refused, and not read to its end.</param>
public sealed record InputKind(string Name, int LargestMebibytes)
{
    /// <summary>100,000 commands of 40 characters.</summary>
    public static InputKind Trace { get; } =
        new("trace", TraceWords.MaxCharacters >> 20);

    /// <summary>The longest of the genuine ones has 22,000 bytes.</summary>
    public static InputKind Recording { get; } = new("recording", 4);

    /// <summary>150,000 areas: what a large machine with many containers lists.</summary>
    public static InputKind Vmallocinfo { get; } = new("vmallocinfo", 16);

    /// <summary>Of a whole machine, or of every state of a snapshot.</summary>
    public static InputKind Dump { get; } = new("dump", DumpReader.MaxCharacters >> 20);

    public long LargestBytes => (long)LargestMebibytes << 20;

    /// <summary>A trace, or dumps, by how a text begins; the whole of it begins so, too.</summary>
    public static InputKind OfTraceOrDump(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> words = line.Trim();
            if (!words.IsEmpty && words[0] != '#' && !words.StartsWith("//")
                && !words.StartsWith("/*"))
            {
                return words.StartsWith("vmcheck") ? Trace : Dump;
            }
        }

        return Dump;
    }

    /// <summary>Ends the verb that was given one.</summary>
    public VerbException TooLarge(string name) => new(
        ExitCode.BadInput,
        $"{name} is larger than {LargestMebibytes} MiB, as no {Name} is; is it the right file?");
}
