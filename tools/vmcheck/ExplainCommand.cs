// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Spec;
using Command = System.CommandLine.Command;

namespace Verification.Vmcheck;

/// <summary>`explain`: tells a trace step by step.</summary>
public static class ExplainCommand
{
    /// <summary>The verb with its arguments.</summary>
    public static Command Create()
    {
        Argument<string> file = TraceArgument.Create();
        TargetOption option = new();
        ReportOption report = new();
        Command command = new(
            "explain",
            "Tells a trace step by step: what each call did, the address space before and after, "
            + "what changed; and where a law is broken, since when the culprit is what it is.")
        {
            file,
        };
        option.AddTo(command);
        report.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            report.Probe(parsed);
            using CheckedTarget target = option.Open(parsed, cancel);
            string name = parsed.GetRequiredValue(file);
            Trace trace = await TraceInput.ReadAsync(name, cancel);
            JudgedTrace judged = JudgedTrace.Of(trace, target.For(trace));
            Tell(judged, Screen.Of(parsed), cancel);
            report.Write(parsed, judged, name, target.Word);
            return (int)judged.Code(TraceInput.NameOf(name));
        });
        return command;
    }

    static void Tell(JudgedTrace judged, Screen screen, CancellationToken cancel)
    {
        StoryText text = new(judged.Story);
        Write(text.Head(), screen.Details);
        judged.Story.Tell(step =>
        {
            cancel.ThrowIfCancellationRequested();
            Write(text.Of(step), screen.Details);
        });
        Write(text.Tail(), screen.Lines);

        void Write(IEnumerable<TextLine> lines, TextWriter output)
        {
            foreach (TextLine line in lines)
            {
                screen.Write(output, line);
            }
        }
    }
}
