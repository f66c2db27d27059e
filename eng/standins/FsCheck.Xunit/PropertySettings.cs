// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>What one attribute sets (null: nothing), and how the attributes around a method add
/// up.</summary>
sealed class PropertySettings
{
    internal int? Parallelism { get; set; }

    internal int? MaxTest { get; set; }

    internal int? MaxRejected { get; set; }

    internal int? StartSize { get; set; }

    internal int? EndSize { get; set; }

    internal bool? Verbose { get; set; }

    internal bool? QuietOnSuccess { get; set; }

    /// <summary>FsCheck's configuration for a method of a test class; the nearest attribute that
    /// sets a thing wins.</summary>
    internal static Config ConfigFor(Type testClass, MethodInfo method, IRunner runner)
    {
        PropertyAttribute[] nearestFirst = [.. AttributesOf(testClass, method)];
        bool verbose = Nearest(nearestFirst, s => s.Verbose) ?? false;
        var @default = verbose ? Config.Verbose : Config.Default;
        string? replay = nearestFirst.Select(static a => a.Replay).FirstOrDefault(
            static text => !string.IsNullOrEmpty(text));
        return @default
            .WithMaxTest(Nearest(nearestFirst, s => s.MaxTest) ?? @default.MaxTest)
            .WithMaxRejected(Nearest(nearestFirst, s => s.MaxRejected) ?? @default.MaxRejected)
            .WithStartSize(Nearest(nearestFirst, s => s.StartSize) ?? @default.StartSize)
            .WithEndSize(Nearest(nearestFirst, s => s.EndSize) ?? @default.EndSize)
            .WithQuietOnSuccess(Nearest(nearestFirst, s => s.QuietOnSuccess)
                ?? @default.QuietOnSuccess)
            .WithArbitrary(nearestFirst.SelectMany(static a => a.Arbitrary).ToArray())
            .WithParallelRunConfig(Nearest(nearestFirst, s => s.Parallelism) is { } degree
                ? FSharpOption<ParallelRunConfig>.Some(new(degree))
                : FSharpOption<ParallelRunConfig>.None)
            .WithReplay(replay is null
                ? FSharpOption<Replay>.None
                : FSharpOption<Replay>.Some(Parse(replay)))
            .WithRunner(runner);
    }

    static IEnumerable<PropertyAttribute> AttributesOf(Type testClass, MethodInfo method)
    {
        if (method.GetCustomAttribute<PropertyAttribute>() is { } own)
        {
            yield return own;
        }

        for (var around = testClass; around is not null; around = around.DeclaringType)
        {
            if (around.GetCustomAttribute<PropertiesAttribute>() is { } common)
            {
                yield return common;
            }
        }

        if (testClass.Assembly.GetCustomAttribute<PropertiesAttribute>() is { } all)
        {
            yield return all;
        }
    }

    static T? Nearest<T>(PropertyAttribute[] nearestFirst, Func<PropertySettings, T?> pick)
        where T : struct =>
        nearestFirst.Select(attribute => pick(attribute.Settings))
            .FirstOrDefault(static value => value.HasValue);

    static Replay Parse(string text)
    {
        string[] parts = text.Trim('(', ')').Split(',', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 2 or 3
            ? new(
                new(ulong.Parse(parts[0]), ulong.Parse(parts[1])),
                parts.Length == 3
                    ? FSharpOption<int>.Some(int.Parse(parts[2]))
                    : FSharpOption<int>.None)
            : throw new FormatException(
                $"Replay wants (seed,gamma) or (seed,gamma,size), not '{text}'.");
    }
}
