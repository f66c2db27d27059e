// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;

namespace Verification.Properties;

/// <summary>
/// A recording run on the faithful model of an era, and compared in what callers see: the result
/// of each command, and the ranges and descriptors that came and went. It ends at the first
/// difference, or where the recording is out of reach.
/// </summary>
sealed class Replay
{
    readonly Recording recording;
    readonly Model.Model target;
    readonly StateLines state;
    readonly Picture picture = new();
    readonly Step step = new();
    int cpu;

    Replay(Recording recording, Era era)
    {
        this.recording = recording;
        target = new(era, DefectMode.Faithful);
        state = new(recording.Machine);
    }

    /// <summary>File, command, what was recorded and what came; null: no difference.</summary>
    public string? FirstDifference { get; private set; }

    /// <summary>
    /// How often vmalloc_to_page found nothing where a page was recorded, which is no difference.
    /// </summary>
    public int Cleared { get; private set; }

    public static Replay Of(Recording recording, Era era)
    {
        Replay replay = new(recording, era);
        foreach (RecordedBlock block in recording.Blocks)
        {
            if (Targets.Reach.Refusal(recording, block) is not null || replay.Differs(block))
            {
                break;
            }
        }

        return replay;
    }

    bool Differs(RecordedBlock block)
    {
        string result = Execute(block.Command);
        string[] recorded = Ranges(block.Changes.Select(static line => line.Text));
        string[] found = block.IsBug ? recorded : Ranges(Changes());
        if (IsCleared(block, result))
        {
            Cleared++;
        }
        else if (result != block.Result.Text)
        {
            Note(block, block.Result.Text, result);
        }
        else if (!recorded.SequenceEqual(found))
        {
            Note(block, string.Join("; ", recorded), string.Join("; ", found));
        }

        return FirstDifference is not null;
    }

    string Execute(RecordedCommand command)
    {
        step.Clear(step.Index + 1);
        if (command.Command is not null)
        {
            command.Fill(step.Call, cpu);
            target.Execute(step);
            return ResultText.Of(step, recording.Machine);
        }

        cpu = Math.Max(command.Cpu, 0);
        if (command.Cpu < 0)
        {
            target.Boot(recording.Machine);
        }

        return "ok";
    }

    List<string> Changes()
    {
        picture.Clear();
        target.Walk(picture);
        return state.Changes(picture);
    }

    void Note(RecordedBlock block, string recorded, string found) => FirstDifference =
        $"{recording.File}: > {block.Command.Text}: {recorded} became {found}";

    static bool IsCleared(RecordedBlock block, string result) =>
        block.Command.Command?.Kind == CommandKind.VmallocToPage
            && block.Result.Text != "null" && result == "null";

    /// <summary>The lines of areas, descriptors and blocks.</summary>
    static string[] Ranges(IEnumerable<string> lines) =>
    [
        .. lines.Where(static line => line[1..].StartsWith('v')).Order(StringComparer.Ordinal),
    ];
}
