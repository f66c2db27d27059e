// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

public class PrintedReports
{
    [Trait("Length", "long")]
    [Fact]
    public void Draw_the_address_space_within_76_columns()
    {
        int strips = 0;
        RandomPictures.Visit((machine, picture, step) =>
        {
            string strip = AddressSpacePicture.Of(
                machine, null, picture, FailedSite.AddressSpaceWanted(step));
            Assert.All(strip.Split('\n'), static line => Assert.InRange(line.Length, 0, 76));
            strips++;
        });
        Assert.True(strips > 1000, $"only {strips} strips");
    }

    [Trait("Length", "long")]
    [Fact]
    public void Dump_equal_pictures_equally_and_show_each_change()
    {
        string last = "";
        int changed = 0;
        RandomPictures.Visit((machine, picture, _) =>
        {
            string dump = DumpText.Of(machine, picture);
            Assert.Empty(PictureDifference.Of(machine, picture, picture));
            changed += dump == last ? 0 : 1;
            last = dump;
        });
        Assert.True(changed > 500, $"only {changed} dumps differed from the one before");
    }

    /// <summary>
    /// Address randomisation moves the range by whole tables; frames are what is free.
    /// </summary>
    [Fact]
    public void Do_not_change_when_the_range_moves_and_other_frames_are_taken()
    {
        foreach (Machine machine in Machines.All)
        {
            ulong table = machine.PageSize << machine.Levels.Reach(TableLevel.Pud);
            ulong by = table <= machine.LongMask - machine.End ? table : unchecked(0 - table);
            Machine moved = machine with
            {
                Start = unchecked(machine.Start + by),
                End = unchecked(machine.End + by),
            };
            Command[] calls =
            [
                new(CommandKind.Vmalloc) { Name = 1, Size = 3 * machine.PageSize },
                new(CommandKind.Vmalloc) { Name = 2, Size = 2 * machine.PageSize },
                new(CommandKind.Vfree) { Pointer = Operand.Named(1) },
                new(CommandKind.VmallocUser) { Name = 3, Size = 1 },
            ];
            Command[] others =
            [
                new(CommandKind.Take) { Name = 4, Count = 5 },
                .. calls,
                new(CommandKind.GiveBack) { Pages = [new PageSlice(Operand.Named(4), 0, 5)] },
            ];
            Assert.Equal(DumpAfter(machine, calls), DumpAfter(moved, others));
        }
    }

    static string DumpAfter(Machine machine, Command[] commands)
    {
        Model.Model target = new(Era.V2632, DefectMode.Fixed);
        int ran = 0;
        TraceAsC.Of(new Trace(machine, Era.V2632, DefectMode.Fixed, commands), target, _ => ran++);
        Assert.Equal(commands.Length, ran);
        Picture picture = new();
        target.Walk(picture);
        return DumpText.Of(machine, picture);
    }

    /// <summary>
    /// Nothing is drawn that the reader has to guess: 2000 areas in six rows at most.
    /// </summary>
    [Fact]
    public void Show_a_window_when_there_are_too_many_areas()
    {
        Machine machine = Machines.Find("large")!;
        Picture before = Crowded(machine, 2000);
        Picture after = Crowded(machine, 2000);
        after.VmapAreas[1234] = after.VmapAreas[1234] with { Flags = 5 };
        string strip = AddressSpacePicture.Of(machine, before, after);
        string[] lines = strip.Split('\n');
        Assert.All(lines, static line => Assert.InRange(line.Length, 0, 76));
        Assert.InRange(lines.Length, 10, 30);
        Assert.Contains("are not shown", strip);
        Assert.Contains("~", strip);
    }

    [Fact]
    public void Name_law_function_step_and_the_command_that_replays()
    {
        Trace trace = new(Machines.Tight64, Era.V2632, DefectMode.Fixed,
        [
            new Command(CommandKind.Vmalloc) { Name = 0, Size = 8192 },
            new Command(CommandKind.Vfree) { Pointer = Operand.Named(0) },
            new Command(CommandKind.Vmalloc) { Name = 1, Size = 4096 },
        ]);
        Law law = Claim.All[0];
        Failure failure = Failure.Of(
            trace, new Violation(law, 1, "somebody"), new Model.Model(trace.Era, trace.Mode)) with
        {
            Seed = 17,
            File = "it's here.trace",
        };
        string report = FailureReport.Of(failure);
        Assert.StartsWith(law.Says, report);
        Assert.Contains(law.Name, report);
        Assert.Contains(law.From, report);
        Assert.Contains("step      2 of 3: vfree(p0);", report);
        Assert.Contains("=> vfree(p0);", report);
        Assert.Contains("(not run: 1 later)", report);
        Assert.Contains("before  AAg.", report);
        Assert.Contains("after   ~~~.", report);
        Assert.Contains("random seed 17", report);
        Assert.Contains("-- replay 'it'\\''s here.trace'", report);
    }

    static Picture Crowded(Machine machine, int areas)
    {
        Picture picture = new();
        for (int i = 0; i < areas; i++)
        {
            ulong start = machine.Start + ((ulong)i * 3 * machine.PageSize);
            picture.VmapAreas.Add(new VmapEntry(start, start + (2 * machine.PageSize), 4));
            picture.Translations.Add(new TranslationEntry(start, i, Pgprot.Kernel));
            picture.Frames.Add(i);
        }

        return picture;
    }
}
