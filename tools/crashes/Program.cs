// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Verification.Crashes;
using Verification.Search;

// Kills a process that writes to a store at random moments, and looks each time whether all that it
// said to have written is there. Exit codes: 0 nothing was lost, 1 something was, 2 usage.
const int UsualKills = 1000;
const int Stores = 2;

// Ten of a hundred are killed while they start; where more than forty are, too few were writing.
const int MostEarlyOf100 = 40;
switch (args)
{
    case [Writer.Verb, var folder, var written]:
        Writer.Run(folder, written);
        return 0;
    case [] or ["--kills", _] or ["--kills", _, "--seed", _]:
        break;
    default:
        Console.Error.WriteLine("crashes [--kills N [--seed N]]");
        return 2;
}

int kills = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : UsualKills;
ulong seed = args.Length > 3 ? ulong.Parse(args[3], CultureInfo.InvariantCulture)
    : (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
long began = Stopwatch.GetTimestamp();
string hunt = Path.GetTempFileName();
SmallHunt.Write(hunt);
Killer[] killers =
[
    .. Enumerable.Range(0, Stores).Select(
        store => new Killer(Prng.Derive(seed, (ulong)store), hunt)),
];
await Task.WhenAll(killers.Select(
    (killer, store) => Task.Run(() => killer.RunAsync((kills + store) / Stores))));
File.Delete(hunt);
string[] lost = [.. killers.SelectMany(static killer => killer.Lost)];
Array.ForEach(lost, Console.Error.WriteLine);
int early = killers.Sum(static one => one.Early);
long points = killers.Sum(static one => one.CheckPoints);
long traces = killers.Sum(static one => one.Traces);
Console.WriteLine(
    $"{kills:N0} kills in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s, of them "
    + $"{early:N0} before the first result; {points:N0} check points and {traces:N0} traces were "
    + $"said to be kept, {lost.Length:N0} were not there; "
    + $"again: dotnet run -c Release --project tools/crashes -- --kills {kills} --seed {seed}");
bool hasWritten = points > 0 && traces > 0 && early * 100L <= (long)kills * MostEarlyOf100;
if (!hasWritten)
{
    Console.Error.WriteLine(
        $"the writers hardly wrote: no check point, no trace, or more than {MostEarlyOf100} of 100 "
        + "killed before their first result");
}

return lost.Length > 0 || !hasWritten ? 1 : 0;
