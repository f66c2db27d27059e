// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;

namespace Verification.Vmcheck;

/// <summary>`doctor`: what vmcheck finds around it, and whether one seed is one run here.</summary>
static class DoctorCommand
{
    const ulong UsualSeed = 1;

    /// <summary>The verb with its options.</summary>
    public static Verb Create()
    {
        Option<string[]> targets = TargetsOption();
        Option<ulong?> seed = NumberOption.Seed(
            "--seed", $"What the traces are drawn from; {UsualSeed} when left out.");
        Verb command = Described();
        command.Add(targets);
        command.Add(seed);
        command.Add(Screen.JsonOption(steps: true));
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(targets) ?? [],
            parsed.GetValue(seed) ?? UsualSeed,
            Screen.Of(parsed),
            cancel));
        return command;
    }

    static Verb Described() => new(
        "doctor",
        "Shows what is here that vmcheck can use, and how to get the rest; then runs the same seed "
        + "on every target that is here in two processes, on one thread and on two: one hash, or "
        + "the first step that differs.",
        [
            (ExitCode.Clean, "one seed is one run, on every target; something may be missing"),
            (ExitCode.Violation, "a target did something else in another run"),
            (ExitCode.TargetUnavailable, "a target that was asked for is not there"),
        ],
        new Example("doctor", "what is here, and one hash a target"),
        new Example("doctor --json", "the same, for a program"),
        new Example("doctor --target c:example.so", "a library in C too", Needs: Needs.CLibrary));

    static Option<string[]> TargetsOption()
    {
        Option<string[]> option = new("--target")
        {
            Description = "Also this library, c:PATH; may be given several times. The model, and "
                + "kernels that were built here before, are always looked at.",
            HelpName = "TARGET",
        };
        option.Validators.Add(static result =>
        {
            foreach (string word in result.Tokens.Select(static token => token.Value))
            {
                if (!Repeating.IsLibrary(word))
                {
                    result.AddError($"--target {word}: not known; doctor takes c:PATH, and looks "
                        + "at the model and at kernels that are built by itself");
                }
            }
        });
        return option;
    }

    static async Task<int> RunAsync(
        string[] targets, ulong seed, Screen screen, CancellationToken cancel)
    {
        Pace pace = new("looking around");
        IReadOnlyList<Fact> facts;
        List<Repetition> repetitions = [];
        using (screen.Show(() => Volatile.Read(ref pace)))
        {
            facts = Surroundings.Look(screen, cancel);
            Repeating repeating = new(seed, cancel);
            foreach ((string target, Func<Repetition> run) in repeating.All(targets))
            {
                Volatile.Write(ref pace, new Pace($"running {target} three times"));
                repetitions.Add(await Task.Run(run, CancellationToken.None));
            }
        }

        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(DoctorJson.Print(facts, repetitions, seed));
        }
        else
        {
            DoctorText.Print(facts, repetitions, screen);
        }

        return (int)(repetitions.TrueForAll(static one => one.IsSame)
            ? ExitCode.Clean : ExitCode.Violation);
    }
}
