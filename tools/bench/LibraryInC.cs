// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Verification.Targets;

namespace Verification.Bench;

/// <summary>
/// A library beside the model of the era it follows, or of the last one modelled: the same traces,
/// all laws, in turns.
/// Commands a CPU second; the library reports fewer events, and is held to fewer laws.
/// </summary>
/// <param name="InC">The library, called in this process.</param>
/// <param name="InModel">The model.</param>
/// <param name="Alone">The library without laws; the ledger is kept.</param>
sealed record LibraryInC(double InC, double InModel, double Alone)
{
    public static LibraryInC Measure(Machine machine, string path)
    {
        using CLibrary library = new(path);
        Era era = library.Profile.Era;
        Model.Model model = new(
            Eras.Modelled.Contains(era) ? era : Eras.Modelled[^1], DefectMode.Fixed);
        double[] speeds = Speed.Of(
            machine, era, new Checker(library), new Checker(model), new Checker(library, []));
        return new(speeds[0], speeds[1], speeds[2]);
    }
}
