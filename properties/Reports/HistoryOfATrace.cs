// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;
using Verification.Search;
using Verification.Spec;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>What the page is drawn from, against walks of the target.</summary>
public class HistoryOfATrace
{
    const uint LazyFlags = 3;

    [Trait("Length", "long")]
    [Fact]
    public void Has_the_picture_of_the_walk_in_every_state_forward_and_back()
    {
        int compared = 0;
        foreach (Machine machine in Machines.All)
        {
            for (int round = 0; round < 2 * Eras.Modelled.Count; round++)
            {
                ulong seed = (ulong)round;
                Era era = Eras.Modelled[round / 2];
                DefectMode mode = round % 2 == 0 ? DefectMode.Faithful : DefectMode.Fixed;
                Trace drafted = Generator.Draw(seed, machine, era, mode, 40);
                compared += Compare(new Story(drafted, new Model.Model(era, mode), []));
            }
        }

        Assert.True(compared > 3000, $"{compared} states compared");
    }

    [Fact]
    public void Keeps_what_it_found_after_a_call_that_was_not_survived()
    {
        Machine machine = Machines.Find("small")!;
        Trace none = new(machine, Era.V2632, DefectMode.Faithful, []);
        Trace trace = TraceReader.Read(TraceWriter.Write(none)
            + "p0 = vmalloc(4096)\nvfree(p0)\nvfree(p0)\nvfree(p0)\n");
        TraceHistory history =
            TraceHistory.Of(Story.Of(trace, new Model.Model(trace.Era, trace.Mode)), default);

        Assert.All(history.Areas.All, static life => Assert.InRange(life.Died, -1, 2));
        Assert.Equal(3, history.Died);
        Assert.Equal([3], history.Failing);
        Assert.Equal([1, 2], history.Involved);
        Assert.Equal(
            ["-> START+0x0", "", "-> BUG in remove_vm_area", "not reached"],
            history.Results);
    }

    [Fact]
    public void Tells_changes_as_explain_does()
    {
        Trace trace = Generator.Draw(4, Machines.Find("small")!, Era.V2632, DefectMode.Fixed, 60);
        Story story = new(trace, new Model.Model(trace.Era, trace.Mode), []);
        TraceHistory history = TraceHistory.Of(story, default);
        int told = 0;
        story.Tell(step =>
        {
            string[] expected = step.After is null || !step.IsMade ? [] : [.. PictureDifference.Of(
                trace.Machine, step.Before, step.After, step.Frames)];
            Assert.Equal(expected, history.Changes[step.Index].Select(static line => line.Text));
            Assert.Equal(
                string.Join(", ", LedgerFigures.Changes(step.Ledger.Before, step.Ledger.After)),
                history.Ledger[step.Index]);
            told += expected.Length;
        });

        Assert.True(told > 60, $"{told} lines");
    }

    /// <summary>Goes through all states there and back; returns how many were compared.</summary>
    static int Compare(Story story)
    {
        Machine machine = story.Trace.Machine;
        List<HashSet<string>> walks =
            [Walked(machine, BootPicture.Of(story.Trace, story.Target).Picture)];
        story.Tell(step =>
        {
            while (walks.Count <= step.Index)
            {
                walks.Add(walks[^1]);
            }

            walks.Add(step.After is null ? walks[^1] : Walked(machine, step.After));
        });
        using JsonDocument json = JsonDocument.Parse(HistoryJson.Of(TraceHistory.Of(story, default)));
        (int Born, int Died, string[] Told)[] lives = [.. Lives(json.RootElement)];
        Dictionary<string, int> present = [];
        for (int state = 0; state < walks.Count; state++)
        {
            Turn(present, lives, one => one.Died == state, one => one.Born == state);
            Assert.Equal(walks[state].Order(), present.Keys.Order());
        }

        for (int state = walks.Count - 2; state >= 0; state--)
        {
            Turn(present, lives, one => one.Born == state + 1, one => one.Died == state + 1);
            Assert.Equal(walks[state].Order(), present.Keys.Order());
        }

        return walks.Count;
    }

    static void Turn(
        Dictionary<string, int> present, (int Born, int Died, string[] Told)[] lives,
        Func<(int Born, int Died, string[] Told), bool> goes,
        Func<(int Born, int Died, string[] Told), bool> comes)
    {
        foreach (string told in lives.Where(goes).SelectMany(static one => one.Told))
        {
            present[told]--;
        }

        foreach (string told in lives.Where(comes).SelectMany(static one => one.Told))
        {
            present[told] = present.GetValueOrDefault(told) + 1;
        }

        foreach (string gone in present.Keys.Where(told => present[told] == 0).ToArray())
        {
            present.Remove(gone);
        }
    }

    /// <summary>All that a state holds, a line each, off the target's own structures.</summary>
    static HashSet<string> Walked(Machine machine, Picture picture)
    {
        HashSet<ulong> areas = [.. picture.VmapAreas.Select(static area => area.Start)];
        return
        [
            .. picture.VmapAreas.Select(area =>
                $"area {Place(area.Start)} {Pages(unchecked(area.End - area.Start) & machine.LongMask)} {State(area.Flags)}"),
            .. picture.Vmlist.Where(vm => !areas.Contains(vm.Address)).Select(vm =>
                $"area {Place(vm.Address)} {Pages(vm.Size)} lost"),
            .. picture.Translations.Select(page => $"page {Place(page.Address)} {page.Prot}"),
            .. picture.Tables.Select(table => $"table {(int)table.Level} {Place(table.Base)}"),
            $"lazy {picture.Counters.LazyPages}, {picture.Counters.PagesInUse} in use",
        ];

        double Place(ulong address) =>
            unchecked((long)(address - machine.Start)) / (double)machine.PageSize;

        double Pages(ulong bytes) => bytes / (double)machine.PageSize;

        static string State(uint flags) => (flags & LazyFlags) switch
        {
            0 => (flags & 4) == 0 ? "reserved" : "live",
            1 => "lazy",
            _ => "purging",
        };
    }

    /// <summary>The same lines off the page's data, with the states they hold in.</summary>
    static IEnumerable<(int Born, int Died, string[] Told)> Lives(JsonElement data)
    {
        string[] words = [.. data.GetProperty("words").EnumerateArray().Select(
            static word => word.GetString()!)];
        return Rows("areas", row => [$"area {row[2]} {row[3]} {words[(int)row[4]]}"])
            .Concat(Rows("runs", row => [.. Enumerable.Range(0, (int)row[3]).Select(
                page => $"page {row[2] + page} {words[(int)row[4]]}")]))
            .Concat(Rows("tables", static row => [$"table {row[2]} {row[3]}"]))
            .Concat(Rows("counters", static row =>
                [$"lazy {row[2]}, {row[3]} in use"]));

        IEnumerable<(int, int, string[])> Rows(string name, Func<double[], string[]> told) =>
            from row in data.GetProperty(name).EnumerateArray()
            let columns = row.EnumerateArray().Select(static one => one.GetDouble()).ToArray()
            select ((int)columns[0], (int)columns[1], told(columns));
    }
}
