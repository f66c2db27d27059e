// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;

namespace Verification.Snapshots;

/// <summary>
/// Commands in the trace format, run on the model, and what a reader sees of them. Every command
/// must run: a scenario that skips one shows less than it says.
/// </summary>
public sealed partial record Scenario(Machine Machine, Era Era, DefectMode Mode)
{
    public static Scenario On(Machine machine) => new(machine, Era.V2632, DefectMode.Fixed);

    /// <summary>The calls of each part as C, and a full dump after them.</summary>
    public string Dumps(params string[] parts)
    {
        FrameNames frames = new();
        return Show(parts, (target, _) =>
            '\n' + DumpText.Of(DumpMaker.Of(Machine, Walk(target), frames)) + '\n');
    }

    /// <summary>The calls as C, and what the kernel would print of its page tables then.</summary>
    public string KernelPageTables(string commands) =>
        Show([commands], (target, _) => $"\n{Ptdump.Of(Machine, Walk(target))}");

    /// <summary>Each call as C, and under it the address space before and after.</summary>
    public string Strips(string commands)
    {
        Picture before = new();
        return Show(commands.Split('\n'), (target, step) =>
        {
            Picture after = Walk(target);
            string strip = AddressSpacePicture.Of(
                Machine, before, after, FailedSite.AddressSpaceWanted(step));
            before = after;
            return strip + '\n';
        });
    }

    /// <summary>Each call as C, and under it its events in order.</summary>
    public string Events(string commands)
    {
        EventText events = new(Machine, new FrameNames());
        return Show(commands.Split('\n'), (_, step) =>
            string.Concat(events.Of(step).Select(static line => $"    {line}\n")));
    }

    /// <summary>Each call as C, and under it what it printed.</summary>
    public string Output(string commands) =>
        Show(commands.Split('\n'), (_, step) => Relative(step));

    static Picture Walk(ITarget target)
    {
        Picture picture = new();
        target.Walk(picture);
        return picture;
    }

    string Show(string[] parts, Func<ITarget, Step, string> show)
    {
        string header = TraceWriter.Write(new Trace(Machine, Era, Mode, []));
        List<Command> commands = [];
        HashSet<int> ends = [];
        foreach (string part in parts)
        {
            commands.AddRange(TraceReader.Read($"{header}{part}\n").Commands);
            ends.Add(commands.Count - 1);
        }

        string?[] shown = new string?[commands.Count];
        Model.Model target = new(Era, Mode);
        TraceAsC calls = TraceAsC.Of(new Trace(Machine, Era, Mode, commands), target, step =>
            shown[step.Index] = ends.Contains(step.Index) ? show(target, step) : "");
        Assert.All(shown, Assert.NotNull);
        StringBuilder text = new();
        foreach ((string line, string? under) in calls.Calls().Zip(shown))
        {
            text.Append(line).Append('\n').Append(under);
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Addresses in a printed text hide the machine's start.</summary>
    string Relative(Step step)
    {
        AddressText addresses = new(Machine);
        return FullAddress().Replace(step.Text.ToString(), match =>
            addresses.Wide(Convert.ToUInt64(match.Value[2..], 16)));
    }

    [GeneratedRegex("0x[0-9a-f]{16}")]
    private static partial Regex FullAddress();
}
