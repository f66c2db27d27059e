// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.BadInput;

if (args is not [var program, var folder, var repository, .. var verbs])
{
    Console.Error.WriteLine("usage: badinput VMCHECK.dll SCRATCH REPOSITORY [VERB...]");
    return 2;
}

if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

Tour tour = new(Path.GetFullPath(program), Path.GetFullPath(folder), repository);
foreach (Command verb in Verification.Vmcheck.Program.Root("vmcheck").Subcommands
    .Where(verb => verbs.Length == 0 || verbs.Contains(verb.Name)))
{
    await tour.VisitAsync(verb);
}

Console.WriteLine($"{tour.Passed} bad inputs taken well, {tour.Failed} not");
return tour.Failed == 0 && tour.Passed > 0 ? 0 : 1;
