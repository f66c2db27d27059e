// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Verification.Vmcheck;

/// <summary>
/// Help as System.CommandLine prints it, then what the verb's exit codes mean, then examples.
/// </summary>
/// <param name="usual">Prints the first part.</param>
/// <param name="start">How vmcheck is called in the examples.</param>
sealed class HelpWithExamples(HelpAction usual, string start) : SynchronousCommandLineAction
{
    /// <summary>Columns; a narrow terminal has fewer.</summary>
    const int Width = 100;

    /// <summary>Makes it the help of a program.</summary>
    public static void AddTo(RootCommand root, string start)
    {
        // The usual one is also called /h, which is a file.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        HelpOption help = new("--help", "-h", "-?")
        {
            Description = "Shows this help; after a verb, that of the verb with examples.",
        };
        help.Action = new HelpWithExamples((HelpAction)help.Action!, start);
        root.Options.Add(help);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.MaxWidth = Math.Min(Width, Screen.Of(parseResult).Terminal.Width ?? Width);
        int code = usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is Verb verb)
        {
            WriteCodes(verb, output);
            WriteExamples(verb, output);
        }

        return code;
    }

    static void WriteCodes(Verb verb, TextWriter output)
    {
        output.WriteLine("Exit codes:");
        foreach ((ExitCode code, string means) in verb.Codes)
        {
            output.WriteLine($"  {(int)code}  {means}");
        }

        output.WriteLine();
    }

    void WriteExamples(Verb verb, TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (Example example in verb.Examples)
        {
            output.WriteLine($"  {start} {example.Arguments}");
            output.WriteLine($"      {example.Shows}{After(example)}");
        }

        output.WriteLine();
    }

    static string After(Example example) => example.Needs switch
    {
        Needs.Nothing => "",
        Needs.CLibrary => "; first: make -C targets/example O=$PWD",
        Needs.KernelSource =>
            $"; first: apt-get install {KernelOptions.PackageFor(example.Arguments)}",
        _ => throw new ArgumentOutOfRangeException(nameof(example)),
    };
}
