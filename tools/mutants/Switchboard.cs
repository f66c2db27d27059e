// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;

namespace Verification.Mutants;

/// <summary>The switches inside a loaded assembly, which knows them as a static class.</summary>
sealed class Switchboard(Assembly assembly)
{
    public const string Name = "MutantSwitch";

    /// <summary>
    /// Compiled into the assembly. What passes more switches, or makes more turns, than it is
    /// allowed is taken to run for ever: a limit of time would not be the same on every machine.
    /// </summary>
    public const string Source = """
        static class MutantSwitch
        {
            public static int Active = -1;
            public static bool Remakes;
            public static long Left = long.MaxValue;
            public static long[]? Passed;

            public static bool Is(int id)
            {
                Turn();
                global::System.Runtime.CompilerServices.RuntimeHelpers
                    .EnsureSufficientExecutionStack();
                if (Passed is not null)
                {
                    Passed[id]++;
                }

                return id == Active;
            }

            public static bool Makes()
            {
                Turn();
                return Remakes;
            }

            public static void Turn()
            {
                if (--Left < 0)
                {
                    End();
                }
            }

            static void End() =>
                throw new global::System.TimeoutException("passes its switches for ever");
        }
        """;

    readonly Type type = assembly.GetType(Name, throwOnError: true)!;

    /// <summary>The mutant in force; -1: none.</summary>
    public int Active { set => Set("Active", value); }

    /// <summary>Whether a static property makes its value anew instead of telling it.</summary>
    public bool Remakes { set => Set("Remakes", value); }

    /// <summary>How many switches may be passed and turns made from now on.</summary>
    public long Left { get => (long)Field("Left").GetValue(null)!; set => Set("Left", value); }

    /// <summary>Counts how often each is passed; null: nothing is counted.</summary>
    public long[]? Passed { set => Set("Passed", value); }

    void Set(string name, object? value) => Field(name).SetValue(null, value);

    FieldInfo Field(string name) => type.GetField(name)!;
}
