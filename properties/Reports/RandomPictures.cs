// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;

namespace Verification.Properties;

/// <summary>States of the model after random traces, on every machine, defects included.</summary>
static class RandomPictures
{
    const int TracesPerMachine = 6;
    const int Length = 40;

    /// <summary>
    /// What the model shows after each step of each trace that did not end in a BUG.
    /// </summary>
    public static void Visit(Action<Machine, Picture, Step> visit)
    {
        foreach (Machine machine in Machines.All)
        {
            for (ulong seed = 0; seed < TracesPerMachine; seed++)
            {
                Era era = (Era)(seed % 4);
                DefectMode mode = seed % 3 == 0 ? DefectMode.Faithful : DefectMode.Fixed;
                Trace trace = Generator.Draw(seed, machine, era, mode, Length);
                Model.Model target = new(era, mode);
                Picture picture = new();
                TraceAsC.Of(trace, target, step =>
                {
                    if (step.Outcome.Kind != OutcomeKind.Bug)
                    {
                        picture.Clear();
                        target.Walk(picture);
                        visit(machine, picture, step);
                    }
                });
            }
        }
    }
}
