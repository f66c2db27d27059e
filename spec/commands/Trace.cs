// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A machine, the version and mode of the code on it, and the commands to run.</summary>
public sealed record Trace(
    Machine Machine, Era Era, DefectMode Mode, IReadOnlyList<Command> Commands)
{
    public bool Equals(Trace? other) =>
        other is not null && Machine == other.Machine && Era == other.Era && Mode == other.Mode
        && Commands.SequenceEqual(other.Commands);

    public override int GetHashCode() => HashCode.Combine(Machine, Era, Mode, Commands.Count);

    /// <summary>One line: what failed property tests print besides their report.</summary>
    public override string ToString() =>
        $"{Commands.Count} commands on machine {Machine.Name}, {Eras.Name(Era)} "
        + Mode.ToString().ToLowerInvariant();
}
