// SPDX-License-Identifier: GPL-2.0-only
using Verification.Model;
using Verification.Search;
using Xunit;

namespace Verification.Properties;

/// <summary>The table of the hot loop against the machine it was compiled from.</summary>
public class LifeCycleOfAnArea
{
    static readonly AreaState[] states = Enum.GetValues<AreaState>();
    static readonly AreaTrigger[] triggers = Enum.GetValues<AreaTrigger>();

    [Fact]
    public void Table_equals_the_machine_for_every_pair()
    {
        int permitted = 0;
        foreach (AreaState state in states)
        {
            foreach (AreaTrigger trigger in triggers)
            {
                var machine = LifeCycle.Machine(state);
                bool permits = machine.CanFire(trigger);
                Assert.Equal(permits, LifeCycle.Permits(state, trigger));
                if (permits)
                {
                    machine.Fire(trigger);
                    Assert.Equal(machine.State, LifeCycle.Next(state, trigger));
                    permitted++;
                }
            }
        }

        Assert.Equal(16, permitted);
    }

    [Fact]
    public void Table_equals_the_machine_along_random_lives()
    {
        var prng = new Prng(2632);
        int ended = 0;
        for (int life = 0; life < 200; life++)
        {
            var machine = LifeCycle.Machine(LifeCycle.Initial);
            AreaState state = LifeCycle.Initial;
            for (int step = 0; step < 100 && state != AreaState.Gone; step++)
            {
                AreaTrigger trigger = prng.Pick<AreaTrigger>(triggers);
                if (!LifeCycle.Permits(state, trigger))
                {
                    Assert.Throws<InvalidOperationException>(() => machine.Fire(trigger));
                    continue;
                }

                machine.Fire(trigger);
                state = LifeCycle.Next(state, trigger);
                Assert.Equal(machine.State, state);
            }

            ended += state == AreaState.Gone ? 1 : 0;
        }

        Assert.InRange(ended, 100, 200);
    }

    [Fact]
    public void Refuses_to_free_what_no_purge_has_in_hand()
    {
        var refused = Assert.Throws<InvalidOperationException>(
            () => LifeCycle.Next(AreaState.Lazy, AreaTrigger.Release));

        Assert.Contains("Lazy", refused.Message);
    }

    [Fact]
    public void Diagram_in_the_docs_is_the_machine()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "life-cycle.md"));

        Assert.Contains(LifeCycle.Mermaid().ReplaceLineEndings("\n"), page);
    }
}
