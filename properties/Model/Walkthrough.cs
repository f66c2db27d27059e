// SPDX-License-Identifier: GPL-2.0-only
using System.Reflection;
using System.Text.RegularExpressions;
using Verification.Model;
using Xunit;

namespace Verification.Properties;

/// <summary>The walkthrough and the code it walks through name the same steps.</summary>
public partial class Walkthrough
{
    readonly string[] lines = File.ReadAllLines(
        Path.Combine(AppContext.BaseDirectory, "walkthrough.md"));

    [Fact]
    public void Every_step_is_done_by_a_method_and_every_step_named_exists() =>
        Assert.Equal(
            Written().Order(StringComparer.Ordinal), Cited().Order(StringComparer.Ordinal));

    [Fact]
    public void Steps_are_numbered_from_one_without_gaps()
    {
        var byName = Written().Select(static step => step.Split(' ')[1].Split('.'))
            .GroupBy(static id => id[0], static id => int.Parse(id[1]));

        Assert.All(byName, static ids => Assert.Equal(Enumerable.Range(1, ids.Count()), ids));
    }

    /// <summary>"function id", for every step in the text.</summary>
    List<string> Written()
    {
        List<string> steps = [];
        string function = "";
        foreach (string line in lines)
        {
            function = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : function;
            if (StepLine().Match(line) is { Success: true } match)
            {
                steps.Add($"{function} {match.Groups["id"].Value}");
            }
        }

        return steps;
    }

    static HashSet<string> Cited()
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return
        [
            .. from type in typeof(LifeCycle).Assembly.GetTypes()
               from method in type.GetMethods(Any)
               from kernel in method.GetCustomAttributes<KernelAttribute>()
               from step in kernel.Steps
               select $"{kernel.Function} {step}",
        ];
    }

    [GeneratedRegex(@"^- `(?<id>[a-z-]+\.\d+)` ")]
    private static partial Regex StepLine();
}
