// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;

namespace Verification.Vmcheck;

/// <summary>The argument that names an input file.</summary>
static class TraceArgument
{
    /// <summary>FILE; an unknown option in its place is refused.</summary>
    public static Argument<string> Create() =>
        Create(
            "FILE",
            "A trace file (docs/trace-format.md) of at most "
                + $"{InputKind.Trace.LargestMebibytes} MiB, or - for standard input.");

    /// <summary>The same for another kind of file.</summary>
    public static Argument<string> Create(string name, string description)
    {
        Argument<string> file = new(name) { Description = description };
        file.Validators.Add(static result =>
        {
            string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (text.StartsWith('-') && text != "-")
            {
                result.AddError($"{text} is no option here; a file of that name is ./{text}");
            }
        });
        return file;
    }
}
