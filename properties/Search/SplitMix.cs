// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Xunit;

namespace Verification.Properties;

public sealed class SplitMix
{
    [Fact]
    public void Gives_the_published_numbers()
    {
        Prng prng = new(1234567);
        ulong[] published =
        [
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431,
            16408922859458223821,
        ];
        Assert.All(published, number => Assert.Equal(number, prng.Next()));
    }

    [Fact]
    public void Stays_below_its_bound_and_reaches_all_of_it()
    {
        Prng prng = new(1);
        HashSet<int> seen = [.. Enumerable.Range(0, 1000).Select(_ => prng.Below(7))];
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], seen.Order());
        Assert.Equal(0, prng.Below(1));
    }

    [Fact]
    public void Keeps_the_seeds_of_a_hunt_apart()
    {
        HashSet<ulong> seeds = [];
        for (ulong number = 0; number < 1000; number++)
        {
            Assert.True(seeds.Add(Prng.Derive(7, number)));
            Assert.True(seeds.Add(Prng.Derive(8, number)));
        }
    }
}
