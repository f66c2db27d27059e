// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>The state before the first call of a trace.</summary>
/// <param name="Picture">
/// Empty, but for areas registered before boot: then the target is booted to look at it.
/// </param>
/// <param name="Figures">What the ledger counts then.</param>
public sealed record BootPicture(Picture Picture, LedgerFigures Figures)
{
    /// <inheritdoc cref="BootPicture"/>
    public static BootPicture Of(Trace trace, ITarget target)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(target);
        BootPicture booted = new(new Picture(), default);
        if (trace.Machine.Early.Count > 0)
        {
            Checker checker = new(target, []);
            checker.Run(trace with { Commands = [] });
            target.Walk(booted.Picture);
            booted = booted with { Figures = LedgerFigures.Of(checker.Ledger) };
        }

        return booted;
    }
}
