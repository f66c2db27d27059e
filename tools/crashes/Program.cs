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
switch (args)
{
    case [Writer.Verb, var folder]:
        Writer.Run(folder);
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
Killer[] killers =
    [.. Enumerable.Range(0, Stores).Select(store => new Killer(Prng.Derive(seed, (ulong)store)))];
await Task.WhenAll(killers.Select(
    (killer, store) => Task.Run(() => killer.RunAsync((kills + store) / Stores))));
string[] lost = [.. killers.SelectMany(static killer => killer.Lost)];
Array.ForEach(lost, Console.Error.WriteLine);
Console.WriteLine(
    $"{kills:N0} kills in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s, of them "
    + $"{killers.Sum(static one => one.Early):N0} before the first result; "
    + $"{killers.Sum(static one => one.CheckPoints):N0} check points and "
    + $"{killers.Sum(static one => one.Traces):N0} traces were said to be kept, {lost.Length:N0} "
    + $"were not there; again: dotnet run -c Release --project tools/crashes -- --kills {kills} "
    + $"--seed {seed}");
return lost.Length > 0 ? 1 : 0;
