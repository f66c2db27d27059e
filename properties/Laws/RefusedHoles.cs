// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// Address space refused although a hole is large enough: a defect that 2.6.39 brought, and that
/// 3.0 has for a hole it passed over.
/// </summary>
public sealed class RefusedHoles
{
    static readonly Law law = PurgeLaws.NoRefusalWhileAHoleFits;

    readonly Hunt hunt = new();

    [Theory]
    [InlineData(Era.V2639)]
    [InlineData(Era.V30)]
    public void Are_found_since_39_as_it_was(Era era) =>
        Assert.InRange(Refusals(era, DefectMode.Faithful), 3, 1000);

    [Theory]
    [InlineData(Era.V2632, DefectMode.Faithful)]
    [InlineData(Era.V2637, DefectMode.Faithful)]
    [InlineData(Era.V2639, DefectMode.Fixed)]
    [InlineData(Era.V30, DefectMode.Fixed)]
    public void Are_not_found_before_or_when_mended(Era era, DefectMode mode) =>
        Assert.Equal(0, Refusals(era, mode));

    [Fact]
    public void Are_shown_by_the_trace_that_is_written_down()
    {
        Trace trace = TraceReader.Read(Repository.Read("docs/traces/forgets-a-hole.trace"));

        Violation? seen = hunt.Run(trace);

        Assert.Equal((law, trace.Commands.Count - 1), (seen?.Law, seen?.StepIndex));
        Assert.Null(hunt.Run(trace with { Mode = DefectMode.Fixed }));
        Assert.Null(hunt.Run(trace with { Era = Era.V2637 }));
        Assert.Equal(trace.Commands.Count, hunt.Shrink(trace)?.Trace.Commands.Count);
    }

    /// <summary>
    /// How many of 1,000 traces on 64 pages of addresses break the law. Ranges for devices are
    /// aligned too far in every era, and not counted (B45).
    /// </summary>
    int Refusals(Era era, DefectMode mode) => Enumerable.Range(0, 1000).Count(number =>
    {
        Trace trace = Generator.Draw(
            Prng.Derive(18, (ulong)number), Machines.Tight64, era, mode, length: 50);
        return hunt.Run(trace) is { } seen && seen.Law == law
            && !IsForDevice(trace.Commands[seen.StepIndex]);
    });

    static bool IsForDevice(Command command) => (command.Flags & VmFlags.Ioremap) != 0
        || command.Kind is CommandKind.AllocVmArea or CommandKind.Ioremap;
}
