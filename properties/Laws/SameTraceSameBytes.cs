// SPDX-License-Identifier: GPL-2.0-only
using System.Security.Cryptography;
using System.Text;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A seed repeats a run to the last event, whatever ran before and in whichever process.
/// </summary>
public sealed class SameTraceSameBytes
{
    [Trait("Length", "long")]
    [Fact]
    public void On_a_second_model() => Assert.Equal(
        Run(new Model.Model(Era.V2632, DefectMode.Fixed), 1, 40),
        Run(new Model.Model(Era.V2632, DefectMode.Fixed), 1, 40));

    /// <summary>
    /// A model and a checker that ran other traces, on other machines, are as good as new.
    /// </summary>
    [Trait("Length", "long")]
    [Theory]
    [InlineData(DefectMode.Fixed)]
    [InlineData(DefectMode.Faithful)]
    public void On_a_model_that_ran_others_before(DefectMode mode)
    {
        var used = new Model.Model(Era.V2637, mode);
        Run(used, 2, 60);

        for (ulong number = 0; number < 60; number += 7)
        {
            Assert.Equal(
                Run(new Model.Model(Era.V2637, mode), 3, 1, number), Run(used, 3, 1, number));
        }
    }

    /// <summary>Different seeds give different runs: the digest sees what happens.</summary>
    [Fact]
    public void But_not_from_another_seed()
    {
        var model = new Model.Model(Era.V2632, DefectMode.Fixed);

        Assert.NotEqual(Run(model, 1, 5), Run(model, 2, 5));
    }

    /// <summary>
    /// A digest of all that these traces did: calls, events, outcomes, counters, texts.
    /// </summary>
    static string Run(Model.Model target, ulong seed, int traces, ulong first = 0)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var checker = new Checker(target)
        {
            Observer = (_, step) => digest.AppendData(Encoding.UTF8.GetBytes(StepText.Of(step))),
        };
        for (ulong number = first; number < first + (ulong)traces; number++)
        {
            Machine machine = Machines.All[(int)(number % (ulong)Machines.All.Count)];
            Profile profile = target.Profile;
            checker.Run(Generator.Draw(
                Prng.Derive(seed, number), machine, profile.Era, profile.Mode, 50));
        }

        return Convert.ToHexString(digest.GetHashAndReset());
    }
}
