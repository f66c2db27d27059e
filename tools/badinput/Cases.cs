// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using Verification.Search;
using Verification.Vmcheck;

namespace Verification.BadInput;

/// <summary>The cases of one verb, made from what it says it takes.</summary>
sealed class Cases(Command verb, IReadOnlyList<string> good)
{
    /// <summary>Fewer are filled up with spoilt command lines.</summary>
    const int Fewest = 50;

    const ulong Seed = 20261126;

    static readonly string[] values =
        ["", "0", "-1", "x", "1e309", "NaN", "99999999999999999999999", "\u001b[31m\u202e"];

    static readonly ExitCode[] refused = [ExitCode.BadInput];

    static readonly ExitCode[] nothing = [ExitCode.BadInput, ExitCode.NothingChecked];

    readonly Mutator mutator = new([.. Texts(verb)]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Case> Make()
    {
        List<Case> cases =
        [
            .. verb.Arguments.SelectMany((_, place) => Files(place)),
            .. verb.Options.Where(static option => option.Arity.MaximumNumberOfValues > 0)
                .SelectMany(Values),
            .. Usage(),
            .. Streams(),
            .. Surroundings(),
        ];
        for (ulong number = 0; cases.Count < Fewest; number++)
        {
            if (Spoilt(number) is { } spoilt)
            {
                cases.Add(spoilt);
            }
        }

        return cases;
    }

    IEnumerable<Case> Files(int place) =>
    [
        .. BadFiles.Unusable.Select(file => new Case($"a file: {file}", With(place, file))
        {
            Codes = refused, HasPlace = HasPlaces(file),
        }),
        .. BadFiles.Doubtful.Select(file => new Case($"a file: {file}", With(place, file))
        {
            HasPlace = HasPlaces(file),
        }),
        new Case("a pipe that nobody writes to", With(place, BadFiles.Pipe))
        {
            Codes = nothing, MayWait = true,
        },
        new Case("standard input that is empty", With(place, "-")) { Codes = nothing },
        new Case("standard input that is closed", With(place, "-"))
        {
            Codes = nothing, Tail = "<&-",
        },
        new Case("standard input without an end", With(place, "-"))
        {
            Codes = refused, Tail = "</dev/zero",
        },
    ];

    IEnumerable<Case> Values(Option option)
    {
        foreach (string value in values)
        {
            yield return new($"{option.Name} {value}", [verb.Name, .. good, option.Name, value]);
        }

        if (option.HelpName is "FILE" or "OUT" or "DIR")
        {
            foreach (string file in (string[])
                [
                    "/proc/x.md", "/dev/null/x.html", "folder", "loop", "adrift", "missing/x.md",
                    "/dev/full", .. BadFiles.Stores,
                ])
            {
                yield return new($"{option.Name} {file}", [verb.Name, .. good, option.Name, file]);
            }
        }

        yield return new($"{option.Name} without a value", [verb.Name, .. good, option.Name])
        {
            Codes = option.Arity.MinimumNumberOfValues > 0 && !good.Contains(option.Name)
                ? refused : Enum.GetValues<ExitCode>(),
        };
    }

    IEnumerable<Case> Usage() =>
    [
        new("an unknown option", [verb.Name, .. good, "--frobnicate"]) { Codes = refused },
        new("an argument too many", [verb.Name, .. good, "one", "two"]) { Codes = refused },
        new("an argument that is no text", [verb.Name, .. good])
        {
            Codes = refused, Tail = "\"$(printf 'a\\377b')\"",
        },
        new("a file of arguments without an end", [verb.Name, .. good, "@/dev/zero"])
        {
            Codes = refused,
        },
        new("a directive", ["[suggest]", verb.Name, .. good]),
        new("everything quiet", [verb.Name, .. good, "--quiet", "--no-color"]),
    ];

    IEnumerable<Case> Streams() =>
    [
        new("a full disk", [verb.Name, .. good]) { Codes = refused, Tail = ">/dev/full" },
        new("nowhere to write", [verb.Name, .. good]) { Codes = refused, Tail = ">&-" },
        new("nowhere to complain", [verb.Name, .. good, "--frobnicate"])
        {
            Codes = refused, Tail = "2>&-", IsHeard = false,
        },
        new("no stream at all", [verb.Name, .. good])
        {
            Tail = "<&- >&- 2>&-", IsHeard = false,
        },
    ];

    IEnumerable<Case> Surroundings() =>
    [
        Surrounded("HOME", null), Surrounded("HOME", "/proc"), Surrounded("PATH", "/nowhere"),
        Surrounded("TERM", "nonsense"), Surrounded("LANG", "tr_TR.UTF-8"),
        Surrounded("LC_ALL", "nonsense"), Surrounded("COLUMNS", "-1"), Surrounded("COLUMNS", "1"),
        Surrounded("TMPDIR", "/proc"), Surrounded("XDG_CACHE_HOME", "/dev/null"),
        Surrounded("NO_COLOR", ""),
    ];

    Case Surrounded(string name, string? value) => new(
        value is null ? $"no {name}" : $"{name}={value}", [verb.Name, .. good])
    {
        Variables = new Dictionary<string, string?> { [name] = value },
    };

    /// <summary>Null for what could write outside of the scratch folder.</summary>
    Case? Spoilt(ulong number)
    {
        string line = mutator.Spoil(string.Join('\n', good), Prng.Derive(Seed, number));
        return line.Contains('/') || line.Contains('\0') || line.Length > 10_000 ? null
            : new($"spoilt command line {number}", [verb.Name, .. line.Split('\n')]);
    }

    /// <summary>What conform is given is a folder, and completion takes no file at all.</summary>
    bool HasPlaces(string file) =>
        verb.Name is not ("conform" or "completion") && BadFiles.HasPlaces(file);

    string[] With(int place, string file)
    {
        string[] changed = [verb.Name, .. good];
        changed[place + 1] = file;
        return changed;
    }

    static IEnumerable<string> Texts(Command verb) =>
        verb.Options.Select(static option => option.Name + "\n1\n").Append("--json\n");
}
