// SPDX-License-Identifier: GPL-2.0-only
using System.Text.Json;

namespace Verification.Vmcheck;

/// <summary>What the doctor found, as one JSON object; names are stable, new ones may be added.</summary>
static class DoctorJson
{
    public static string Print(
        IReadOnlyList<Fact> facts, IReadOnlyList<Repetition> repetitions, ulong seed) =>
        JsonSerializer.Serialize(
            new
            {
                Surroundings = facts,
                Seed = seed,
                Targets = repetitions.Select(static one => new
                {
                    one.Target,
                    one.IsSame,
                    Runs = one.Runs.Select(
                        static run => new { run.How, Hash = run.Diary.Hash() }),
                    First = one.First is not { } first ? null : new
                    {
                        first.How,
                        first.Departure.Trace,
                        first.Departure.Step,
                        first.Departure.Left,
                        first.Departure.Right,
                    },
                }),
            },
            CheckJson.CamelCase);
}
