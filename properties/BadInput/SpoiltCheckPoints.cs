// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Vmcheck;
using Xunit;

namespace Verification.Properties;

/// <summary>A hundred thousand spoilt check points of a store.</summary>
public sealed class SpoiltCheckPoints
{
    const ulong Seed = 20261125;
    const int Cases = 100_000;
    const string Arguments = "[\"check\",\"--seed\",\"3\"]";

    static readonly byte[] whole = KeptPoint.Write(Arguments, new CheckPoint());

    [Fact]
    public void Are_read_when_nothing_is_spoilt() =>
        Assert.Equal(3, KeptPoint.Read(Arguments, whole).Arguments.Count);

    [Trait("Length", "long")]
    [Fact]
    public void Are_refused_with_one_kind_of_exception()
    {
        Prng prng = new(Seed);
        for (int number = 0; number < Cases; number++)
        {
            byte[] spoilt = Spoil(ref prng);
            if (!spoilt.AsSpan().SequenceEqual(whole))
            {
                Assert.Throws<InvalidDataException>(() => KeptPoint.Read(Arguments, spoilt));
            }
        }
    }

    [Fact]
    public void Are_refused_with_the_arguments_of_another_campaign() =>
        Assert.Throws<InvalidDataException>(
            () => KeptPoint.Read(Arguments.Replace('3', '4'), whole));

    /// <summary>A bit flipped, the end cut off, or bytes put in.</summary>
    static byte[] Spoil(ref Prng prng)
    {
        int at = prng.Below(whole.Length);
        switch (prng.Below(3))
        {
            case 0:
                byte[] flipped = [.. whole];
                flipped[at] ^= (byte)(1 << prng.Below(8));
                return flipped;
            case 1:
                return whole[..at];
            default:
                return [.. whole[..at], (byte)prng.Below(256), .. whole[at..]];
        }
    }
}
