// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;

namespace Verification.Bench;

/// <summary>
/// The example in C beside the model of the era it follows: the same traces, all laws, in turns.
/// Commands a CPU second; the library reports fewer events, and is held to fewer laws.
/// </summary>
/// <param name="InC">The library, called in this process.</param>
/// <param name="InModel">The model.</param>
/// <param name="Alone">The library without laws; the ledger is kept.</param>
sealed record LibraryInC(double InC, double InModel, double Alone)
{
    /// <summary>Where <c>make -C targets/example</c> puts it.</summary>
    public static readonly string Example = Path.Combine("targets/example", "example.so");

    /// <summary>Null where <c>make -C targets/example</c> was not run.</summary>
    public static LibraryInC? Measure(Machine machine)
    {
        if (!File.Exists(Example))
        {
            return null;
        }

        using CLibrary library = new(Example);
        Era era = library.Profile.Era;
        Model.Model model = new(era, DefectMode.Fixed);
        double[] speeds = Speed.Of(
            machine, era, new Checker(library), new Checker(model), new Checker(library, []));
        return new(speeds[0], speeds[1], speeds[2]);
    }
}
