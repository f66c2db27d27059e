// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>How a worker ended, in words: what the host did to it, else its exit code.</summary>
static class WorkerDeath
{
    const int Signalled = 128;

    static readonly Dictionary<int, string> signals = new()
    {
        [4] = "SIGILL",
        [5] = "SIGTRAP",
        [6] = "SIGABRT",
        [7] = "SIGBUS",
        [8] = "SIGFPE",
        [9] = "SIGKILL",
        [11] = "SIGSEGV",
        [13] = "SIGPIPE",
        [31] = "SIGSYS",
    };

    /// <param name="limit">Here.</param>
    /// <param name="first">Where it was seen first.</param>
    /// <param name="place">Where it happened.</param>
    public static TargetDiedException OfTime(TimeSpan limit, TimeSpan first, string place) => new(
        $"no return{At(place)} within {limit.TotalSeconds:0.###} s"
            + (limit < first ? $", when first seen within {first.TotalSeconds:0.###} s" : ""),
        "time-limit", place);

    public static TargetDiedException OfMemory(long limit, string place) => new(
        $"memory limit: more than {limit >> 20} MiB{At(place)}", "memory-limit", place);

    /// <param name="code">As the runtime tells it: 128 and a signal, or that of exit.</param>
    /// <param name="said">The last line on standard error; empty for none.</param>
    /// <param name="place">Where it happened.</param>
    public static TargetDiedException OfCode(int code, string said, string place)
    {
        string told = said.Length == 0 ? "" : $": \"{said}\"";
        return signals.TryGetValue(code - Signalled, out string? signal)
            ? new($"{signal}{At(place)}{told}", signal, place)
            : new($"exit({code}){At(place)}{told}", $"exit-{code}", place);
    }

    /// <summary>The broken law, as far as the page of a dead worker tells of it.</summary>
    public static Violation ViolationOf(TargetDiedException death, SharedPage page) => new(
        FailureLaws.CallsReturn,
        page.Step,
        $"{Signature.Of(page.Command).Name} -> died: {death.Message}")
    {
        Cluster = new(FailureLaws.CallsReturn.Name, death.Place, death.Kind),
    };

    /// <summary>Of a command the report tells the name anyway.</summary>
    static string At(string place) => Signature.Find(place) is null ? $" in {place}" : "";
}
