// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>A trace told step by step.</summary>
public sealed class AStory
{
    const string Head = TraceVerbs.Faithful;

    const int Length = 60;

    [Fact]
    public void Tells_every_command_up_to_the_one_that_kills()
    {
        Assert.Equal(
            ["p0 = vmalloc(4096);", "vfree(p0);", "vfree(p7);", "vfree(p0);"],
            Told("p0 = vmalloc(4096)\nvfree(p0)\nvfree(p7)\nvfree(p0)\np1 = vmalloc(4096)\n")
                .Select(static step => step.Statement));
    }

    [Fact]
    public void Says_why_a_command_was_not_made()
    {
        StoryStep[] steps = Told(
            "vfree(p7)\nf1 = take(1, -1)\np2 = vmalloc_huge(4096)\na3 = get_vm_area(4096, VM_MAP)\n"
            + "map_vm_area(a3, PAGE_KERNEL, [])\n");

        Assert.Equal(
            [false, true, false, true, false], steps.Select(static step => step.IsMade));
        Assert.Equal("skipped: it uses what does not exist", steps[0].Result);
        Assert.Equal("refused: no such call in this version", steps[2].Result);
        Assert.Equal(
            "refused: the list must hold as many pages as are to be mapped", steps[4].Result);
    }

    /// <summary>Pictures and figures go from step to step without a gap.</summary>
    [Fact]
    public void Begins_each_step_where_the_last_one_ended()
    {
        int steps = 0;
        foreach (Story story in Stories())
        {
            string last = "";
            LedgerFigures figures = BootPicture.Of(story.Trace, story.Target).Figures;
            story.Tell(step =>
            {
                Machine machine = story.Trace.Machine;
                string before = DumpText.Of(machine, step.Before);
                Assert.Equal(last.Length == 0 ? before : last, before);
                Assert.Equal(figures, step.Ledger.Before);
                last = step.After is null ? "" : DumpText.Of(machine, step.After);
                figures = step.Ledger.After;
                steps++;
            });
        }

        Assert.True(steps > 1000, $"only {steps} steps");
    }

    [Fact]
    public void Shows_each_broken_law_in_its_step_with_the_life_of_its_culprit()
    {
        StoryStep[] steps = Told("p0 = vmalloc(4096)\nvunmap(p0)\n");

        Assert.Empty(steps[0].Broken);
        BrokenLaw frame = steps[1].Broken.Single(
            static one => one.Violation.Law.Id == FrameLaws.OwnedFramesBelongToALiveArea.Id);
        Assert.Equal([0], frame.Life.Select(static past => past.Step));
        Assert.Equal(
            ["alloc_page f0 GFP_KERNEL|__GFP_HIGHMEM",
                "set_pte START+0x0-START+0x1000 to f0, PAGE_KERNEL"],
            frame.Life[0].Events);
        Assert.Equal("IllegalCallsWarn", steps[1].Broken[0].Violation.Law.Name);
    }

    [Fact]
    public void Leaves_out_of_a_life_what_happens_to_others()
    {
        StoryStep[] steps = Told(
            "p3 = vmalloc(4096)\np0 = vmalloc(4096)\nvfree(p3)\nvfree(p0)\nvfree(p0)\n");

        IReadOnlyList<LifeEvent> life = steps[^1].Broken[0].Life;
        Assert.Equal([1, 3], life.Select(static past => past.Step));
        Assert.All(
            life.SelectMany(static past => past.Events), static line => Assert.Contains("START+0x3000", line));
    }

    /// <summary>Who had the place before the last two is no part of it.</summary>
    [Fact]
    public void Keeps_of_a_place_the_last_two_who_had_it()
    {
        const string Tenant = "p0 = vmalloc(4096)\nvfree(p0)\nvm_unmap_aliases()\n";
        string tenants = Tenant + Tenant.Replace("p0", "p1") + Tenant.Replace("p0", "p2");
        StoryStep[] steps = Told($"{tenants}p3 = vmalloc(4096)\nvunmap(p3)\n");

        IReadOnlyList<LifeEvent> life = steps[^1].Broken[0].Life;
        Assert.Equal("p2 = vmalloc(4096);", life[0].Statement);
        Assert.Equal([6, 7, 8, 9], life.Select(static past => past.Step).Take(4));
    }

    [Fact]
    public void Calls_a_culprit_what_the_events_call_it()
    {
        StoryStep[] steps = Told("f1 = take(3, -1)\np0 = vmalloc(4096)\nvunmap(p0)\n");

        BrokenLaw frame = steps[^1].Broken.Single(
            static one => one.Violation.Law.Id == FrameLaws.OwnedFramesBelongToALiveArea.Id);
        Assert.Equal("f3", frame.Frame);
        Assert.Contains("alloc_page f3 ", frame.Life[0].Events[0]);
    }

    [Fact]
    public void Names_the_event_that_does_not_fit()
    {
        StoryStep[] steps = Told("p0 = vmalloc(4096)\nvfree(p0)\n"
            + "a1 = get_vm_area(4096, VM_MAP)\nvfree(p0)\n", "2.6.37");

        Violation stray = Assert.Single(steps[^1].Broken).Violation;
        Assert.Equal("EventsFitTogether", stray.Law.Name);
        Assert.StartsWith(
            "vfree: area-lazy of START+0x0 does not fit to what came before it; ", stray.Culprits);
        Assert.True(stray.Culprit.Overlaps(0x490000000000, 0x490000000001));
    }

    [Fact]
    public void Fits_80_columns_on_every_machine()
    {
        int lines = 0;
        foreach (Story story in Stories())
        {
            StoryText text = new(story);
            List<TextLine> told = [.. text.Head()];
            story.Tell(step => told.AddRange(text.Of(step)));
            told.AddRange(text.Verdict());
            Assert.All(told, static line => Assert.InRange(line.Text.Length, 0, StoryText.Width));
            Assert.DoesNotContain(told, static line => line.Text.Contains('\n'));
            lines += told.Count;
        }

        Assert.True(lines > 20_000, $"only {lines} lines");
    }

    static StoryStep[] Told(string commands, string era = "2.6.32")
    {
        Trace trace = TraceReader.Read(Head.Replace("2.6.32", era) + commands);
        List<StoryStep> steps = [];
        Story.Of(trace, new Model.Model(trace.Era, trace.Mode)).Tell(steps.Add);
        return [.. steps];
    }

    static IEnumerable<Story> Stories()
    {
        ulong seed = 1;
        foreach (Machine machine in Machines.All)
        {
            foreach (DefectMode mode in Enum.GetValues<DefectMode>())
            {
                Era era = (Era)(seed % 4);
                Trace trace = Generator.Draw(seed++, machine, era, mode, Length);
                yield return Story.Of(trace, new Model.Model(era, mode));
            }
        }
    }
}
