// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Search;

/// <summary>
/// A failure as a person reads it: the broken sentence first, then the step, the calls as C, the
/// address space around the step, what changed in the page tables, and how to see it again.
/// </summary>
public static class FailureReport
{
    /// <summary>Longer lists of events or differences lose their middle.</summary>
    const int LinesMax = 30;

    /// <summary>Lines shown before the cut; a law is mostly broken near the end.</summary>
    const int LinesBeforeCut = 10;

    /// <summary>The report; lines end in LF.</summary>
    public static string Of(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        StringBuilder text = new();
        Machine machine = failure.Trace.Machine;
        Violation violation = failure.Violation;
        int commands = failure.Trace.Commands.Count;
        int later = commands - violation.StepIndex - 1;
        text.Append(violation.Law.Says).Append('\n')
            .Append($"  law       {violation.Law.Name}\n")
            .Append($"  from      {violation.Law.From}\n")
            .Append($"  cluster   {violation.Cluster}\n")
            .Append($"  step      {violation.StepIndex + 1} of {commands}: ")
            .Append(failure.Calls.Statement(violation.StepIndex)).Append('\n')
            .Append($"  culprits  {violation.Culprits}\n");
        Append(text, $"trace on {Kernel(failure.Trace)}",
            failure.Calls.Lines(violation.StepIndex)
            + (later > 0 ? $"   (not run: {later} later)\n" : ""), "");
        AppendList(text, "the step did", failure.Events);
        Append(text, "address space", AddressSpacePicture.Of(
            machine, failure.Before, failure.After, failure.FailedBytes, failure.Gone), "");
        if (failure.After is not null)
        {
            AppendList(text, "what the step changed",
                PictureDifference.Of(machine, failure.Before, failure.After));
        }

        if (failure.Seed is ulong seed)
        {
            text.Append($"\nrandom seed {seed}\n");
        }

        if (failure.File is not null)
        {
            text.Append('\n').Append(ReplayCommand(failure.File, failure.Target)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// The command that runs a trace file again.
    /// </summary>
    public static string ReplayCommand(string file, string target)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(target);
        return CommandLine.Of($"replay{TargetOption(target)} {ShellWord.Of(file)}");
    }

    /// <summary>The option that names a target, after a blank; empty for the model.</summary>
    /// <param name="target">As typed after --target.</param>
    public static string TargetOption(string target) =>
        target == CampaignPlan.Model ? "" : $" --target {target}";

    static string Kernel(Trace trace)
    {
        string version = Eras.Name(trace.Era);
        string mode = trace.Mode.ToString().ToLowerInvariant();
        return $"machine {trace.Machine.Name}, {version} {mode}";
    }

    static void AppendList(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        int left = lines.Count - LinesMax;
        IEnumerable<string> shown = left <= 0 ? lines :
        [
            .. lines.Take(LinesBeforeCut),
            $"({left} line{(left == 1 ? "" : "s")} left out)",
            .. lines.Skip(LinesBeforeCut + left),
        ];
        Append(text, title, string.Join('\n', shown), "  ");
    }

    static void Append(StringBuilder text, string title, string body, string indent)
    {
        text.Append('\n').Append(title).Append(":\n");
        foreach (string line in body.TrimEnd('\n').Split('\n'))
        {
            text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        }
    }
}
