// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;

namespace Verification.Vmcheck;

/// <summary>`completion`: prints what makes a shell complete command lines of vmcheck.</summary>
static class CompletionCommand
{
    static readonly string[] shells = ["bash", "zsh", "fish"];

    /// <summary>The verb with its argument.</summary>
    public static Verb Create()
    {
        Argument<string> shell = new("SHELL") { Description = $"{string.Join(", ", shells)}." };
        shell.AcceptOnlyFromAmong(shells);
        Verb command = new(
            "completion",
            "Prints a script with which a shell completes verbs, options, machines, exhibits and "
            + "whatever else has a name; the script asks vmcheck itself, which has to be "
            + "installed.",
            [(ExitCode.Clean, "it is printed")],
            new Example("completion bash", "for bash: source <(vmcheck completion bash)"),
            new Example("completion zsh", "for zsh: source <(vmcheck completion zsh)"),
            new Example("completion fish", "for fish: vmcheck completion fish | source"))
        {
            shell,
        };
        command.SetAction(parsed => Screen.Of(parsed).Output.Write(
            Script(parsed.GetRequiredValue(shell))));
        return command;
    }

    static string Script(string shell)
    {
        using StreamReader reader = new(typeof(CompletionCommand).Assembly
            .GetManifestResourceStream($"vmcheck.{shell}")!);
        return reader.ReadToEnd();
    }
}
