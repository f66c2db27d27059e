// SPDX-License-Identifier: GPL-2.0-only
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The model of every era, defects repaired, keeps every law on every machine.</summary>
public sealed class FixedModel
{
    const int Length = 50;

    readonly Hunt hunt = new();

    public static TheoryData<string, Era> MachinesAndEras
    {
        get
        {
            var data = new TheoryData<string, Era>();
            foreach (Machine machine in Machines.All)
            {
                foreach (Era era in Eras.Modelled)
                {
                    data.Add(machine.Name, era);
                }
            }

            return data;
        }
    }

    [Trait("Length", "long")]
    [Property(MaxTest = 12_000, Replay = "(2632,37)", QuietOnSuccess = true)]
    public Property Keeps_every_law_on_what_FsCheck_draws() => Prop.ForAll(
        hunt.Traces(Machines.All, DefectMode.Fixed, Length), hunt.Holds);

    /// <summary>56 times at least 18,000: more than a million checked commands.</summary>
    [Trait("Length", "long")]
    [Theory]
    [MemberData(nameof(MachinesAndEras))]
    public void Keeps_every_law(string machine, Era era)
    {
        const int Traces = 450;
        for (ulong number = 0; number < Traces; number++)
        {
            Trace trace = Draw(number, Machines.Find(machine)!, era, Length);
            Violation? violation = hunt.Run(trace);

            Assert.True(
                violation is null, $"trace {number}: {violation?.Law.Name}: {violation}");
        }

        Assert.InRange(hunt.Executed, Traces * Length * 4 / 5, Traces * Length);
    }

    [Theory]
    [InlineData("toy")]
    [InlineData("smp")]
    [InlineData("cross")]
    public void Keeps_every_law_for_thousands_of_commands_on_end(string machine)
    {
        foreach (Era era in Eras.Modelled)
        {
            Violation? violation = hunt.Run(Draw(1, Machines.Find(machine)!, era, 5000));

            Assert.True(violation is null, $"{violation?.StepIndex}: {violation}");
        }

        Assert.InRange(hunt.Executed, 10_000, 20_000);
    }

    static Trace Draw(ulong number, Machine machine, Era era, int length) => Generator.Draw(
        Prng.Derive(20100228, number), machine, era, DefectMode.Fixed, length);
}
