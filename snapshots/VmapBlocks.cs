// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Search;
using Verification.Spec;

namespace Verification.Snapshots;

public class VmapBlocks
{
    const string Calls =
        """
        f0 = take(3, -1)
        r1 = vm_map_ram([f0[0..1]], -1)
        r2 = vm_map_ram([f0[2]], -1)
        vm_unmap_ram(r1)
        """;

    static readonly Machine machine = DumpMachine.SixteenPages with { VmapBlockPages = 4 };

    [Fact]
    public Task Are_dumped_with_what_they_have_to_hand_out() =>
        Verify(Scenario.On(machine).Dumps(Calls)).UseDirectory("dumps");

    /// <summary>Block, queue and hand-out are seen behind a dozen of radix nodes.</summary>
    [Fact]
    public async Task Are_explained()
    {
        Trace trace = TraceReader.Read(
            TraceWriter.Write(new Trace(machine, Era.V2632, DefectMode.Fixed, [])) + Calls + "\n");
        Story story = Story.Of(trace, new Model.Model(trace.Era, trace.Mode));
        StoryText text = new(story);
        StringBuilder told = new();
        story.Tell(step => told.AppendJoin(
            '\n', text.Of(step).Select(static line => line.Text)).Append('\n'));
        await Verify(told.ToString().TrimEnd('\n')).UseDirectory("dumps");
    }
}
