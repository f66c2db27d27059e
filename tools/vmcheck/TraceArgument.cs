// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;

namespace Verification.Vmcheck;

/// <summary>The argument that names a trace file.</summary>
static class TraceArgument
{
    /// <summary>FILE; an unknown option in its place is refused.</summary>
    public static Argument<string> Create()
    {
        Argument<string> file = new("FILE")
        {
            Description = "A trace file (docs/trace-format.md), or - for standard input.",
        };
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
