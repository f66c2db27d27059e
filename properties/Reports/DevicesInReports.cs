// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Frames behind memory are no free memory: a device has them.</summary>
public sealed class DevicesInReports
{
    const string Calls = "d0 = ioremap(0x80000, 8192)\nread(d0)\np1 = vmalloc(4096)\niounmap(d0)\n";

    [Fact]
    public void Are_mapped_by_a_new_area()
    {
        string told = Steps()[0];
        Assert.Contains("to device f0-f1 at 0x80000, ", told);
        Assert.Contains("new area: live ioremap, maps a device", told);
        Assert.DoesNotContain("free frame", told);
        Assert.DoesNotContain("frames are free", told);
    }

    [Fact]
    public void Have_a_glyph_of_their_own_in_the_address_space()
    {
        string told = Steps()[0];
        Assert.Contains("after ddg.", told);
        Assert.Contains("d maps a device, ", told);
    }

    [Fact]
    public void Are_what_a_TLB_remembers() =>
        Assert.Contains("remembers START+0x0 device f0", Steps()[1]);

    [Fact]
    public void Stand_in_a_dump_without_a_node_and_never_as_free()
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header + Calls);
        string dump = "";
        Story.Of(trace, new Model.Model(trace.Era, trace.Mode)).Tell(step =>
            dump = step.Index == 2 ? DumpText.Of(trace.Machine, step.After!) : dump);
        Assert.Contains("live ioremap maps device f0-f1\n", dump);
        Assert.Contains("live vmalloc pages=1 array=slab maps f2 N0=1\n", dump);
        Assert.Contains("cpu 0  START+0x00000 device f0\n", dump);
        Assert.Equal(dump, DumpText.Of(Assert.Single(DumpReader.Read(dump)).Dump));
    }

    /// <summary>Steps as told, each with blanks where its lines end.</summary>
    static List<string> Steps()
    {
        Trace trace = TraceReader.Read(MachineInATrace.Header + Calls);
        Story story = Story.Of(trace, new Model.Model(trace.Era, trace.Mode));
        StoryText text = new(story);
        List<string> steps = [];
        story.Tell(step => steps.Add(string.Join(' ', text.Of(step).SelectMany(static line =>
            line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))));
        return steps;
    }
}
