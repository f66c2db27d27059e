// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Snapshots;

public class Explanation
{
    /// <summary>vunmap of a vmalloc block gives back its addresses and forgets its pages.</summary>
    [Fact]
    public async Task Of_a_vunmap_of_a_block()
    {
        Trace trace = TraceReader.Read(
            TraceWriter.Write(new Trace(DumpMachine.Plain, Era.V2637, DefectMode.Faithful, []))
            + "p0 = vmalloc(8192)\nvunmap(p0)\n");
        Story story = Story.Of(trace, new Model.Model(trace.Era, trace.Mode));
        StoryText text = new(story);
        StringBuilder told = new();
        Append(text.Head());
        story.Tell(step => Append(text.Of(step)));
        Append(text.Verdict());
        await Verify(told.ToString().TrimEnd('\n')).UseDirectory("dumps");

        void Append(IEnumerable<TextLine> lines) =>
            told.AppendJoin('\n', lines.Select(static line => line.Text)).Append('\n');
    }
}
