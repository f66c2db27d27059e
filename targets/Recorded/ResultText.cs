// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Targets;

/// <summary>The outcome of a step as the <c>=</c> line of a recording has it.</summary>
static class ResultText
{
    public static string Of(Step step, Machine machine)
    {
        Outcome outcome = step.Outcome;
        return outcome.Kind switch
        {
            OutcomeKind.Void => "ok",
            OutcomeKind.Pointer when step.Call.AreaCount > 0 => Group(step, machine),
            OutcomeKind.Pointer => Notation.Address(outcome.Value, machine.Start),
            OutcomeKind.Page => $"{outcome.Value}",
            OutcomeKind.NoPage => "null",
            OutcomeKind.Number => Number(step, outcome),
            OutcomeKind.Bug => $"bug:{outcome.Bug}",
            OutcomeKind.PageFault => "fault",
            _ => "unsupported",
        };
    }

    /// <summary>Each area of a percpu group, in the order in which they came on vmlist.</summary>
    static string Group(Step step, Machine machine)
    {
        List<string> starts = [];
        foreach (ref readonly Event e in step.Events)
        {
            if (e.Kind == EventKind.VmInsert && !step.Outcome.IsNull)
            {
                starts.Add(Notation.Address(e.Address, machine.Start));
            }
        }

        return starts.Count == 0 ? "null" : string.Join(' ', starts);
    }

    static string Number(Step step, Outcome outcome) => step.Call.Kind switch
    {
        CommandKind.RemoveVmArea => $"size={outcome.Value:x}",
        CommandKind.MapVmArea => $"{outcome.Signed} moved={outcome.Extra}",
        CommandKind.VmallocUsage => $"used={outcome.Value:x} chunk={outcome.Extra:x}",
        CommandKind.Vread => $"{outcome.Signed}{Buffer(step)}",
        CommandKind.Take => "ok",
        _ => $"{outcome.Signed}",
    };

    static string Buffer(Step step)
    {
        StringBuilder text = new();
        foreach ((byte value, int times) in step.Bytes)
        {
            text.Append($" {value:x2}*{times}");
        }

        return text.ToString();
    }
}
