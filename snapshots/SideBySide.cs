// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Snapshots;

/// <summary>
/// One trace in each era the model knows: under every command a row for each era, a page a column,
/// and what the call returned there.
/// </summary>
/// <remarks>
/// A block is drawn as the digit of its name, so that it can be followed from row to row.
/// </remarks>
public static class SideBySide
{
    const string Key =
        "0-9 page of the block p0 to p9, g its guard; waits for the purge: ~ still mapped, "
        + "_ not mapped\n. hole\n";

    /// <summary>As the eras were, with their defects.</summary>
    public static string Of(Machine machine, string commands)
    {
        string[] lines = commands.Split('\n');
        string[][] rows =
        [
            .. Eras.Modelled.Select(era => Rows(Read(machine, era, commands), lines)),
        ];
        StringBuilder text = new(Key);
        for (int i = 0; i < lines.Length; i++)
        {
            text.Append('\n').Append(lines[i]).Append('\n');
            foreach (string[] ofEra in rows)
            {
                text.Append(ofEra[i]).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    static Trace Read(Machine machine, Era era, string commands) => TraceReader.Read(
        TraceWriter.Write(new Trace(machine, era, DefectMode.Faithful, [])) + commands + '\n');

    static string[] Rows(Trace trace, string[] lines)
    {
        string?[] rows = new string?[lines.Length];
        Dictionary<ulong, char> digits = [];
        AddressText addresses = new(trace.Machine);
        Model.Model target = new(trace.Era, trace.Mode);
        TraceAsC.Of(trace, target, step =>
        {
            Outcome outcome = step.Outcome;
            string returned = outcome.Kind != OutcomeKind.Pointer ? ""
                : outcome.IsNull ? "NULL" : addresses.Short(outcome.Value);
            if (outcome.Kind == OutcomeKind.Pointer)
            {
                digits[outcome.Value] = lines[step.Index][1];
            }

            rows[step.Index] =
                $"  {Eras.Name(trace.Era),-8}{Strip(trace.Machine, target, digits)}  {returned}"
                .TrimEnd();
        });
        Assert.All(rows, Assert.NotNull);
        return rows!;
    }

    static string Strip(Machine machine, Model.Model target, Dictionary<ulong, char> digits)
    {
        Picture picture = new();
        target.Walk(picture);
        HashSet<ulong> mapped = [.. picture.Translations.Select(static entry => entry.Address)];
        StringBuilder strip = new(new string('.', Page(machine, machine.RangeEnd)));
        foreach (VmapEntry area in picture.VmapAreas)
        {
            bool isLazy = !picture.Vmlist.Exists(vm => vm.Address == area.Start);
            for (ulong at = area.Start; at < area.End; at += machine.PageSize)
            {
                bool isGuard = at + machine.PageSize == area.End;
                strip[Page(machine, at)] = isLazy ? (mapped.Contains(area.Start) ? '~' : '_')
                    : isGuard ? 'g' : digits[area.Start];
            }
        }

        return strip.ToString();
    }

    static int Page(Machine machine, ulong address) =>
        (int)((address - machine.Start) / machine.PageSize);
}
