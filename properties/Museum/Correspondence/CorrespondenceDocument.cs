// SPDX-License-Identifier: GPL-2.0-only
using System.Text;
using Verification.Spec;

namespace Verification.Museum;

/// <summary>
/// <c>docs/CORRESPONDENCE.md</c>: from each kernel function to the members that port it, and from
/// each of its steps to the laws and exhibits that would miss it.
/// </summary>
public static class CorrespondenceDocument
{
    const string Intro = """
        # From the C file to the model

        Made from the `[Kernel]` attributes of the [model](../model), from the steps in
        [model/walkthrough.md](../model/walkthrough.md) that laws and exhibits of the
        [museum](MUSEUM.md) name, and held by tests: a member does every step, a law or an exhibit
        speaks of every step, and all that is named exists. An exhibit changes a member that says it
        does the step, and a hunt has found it: that step is *demonstrated*. Of a step that stands
        without an exhibit a law says that it would miss it, and nothing has measured that.
        *Ported* is step by step; *simplified* leaves out what the remark at the member says;
        *stubbed* answers without doing.


        """;

    public static string Text()
    {
        int steps = Walkthrough.Steps.Count;
        int demonstrated = Walkthrough.Steps.Count(static step => ExhibitsOf(step.Id).Any());
        StringBuilder text = new(Intro);
        text.Append($"{demonstrated} of {steps} steps are demonstrated; ")
            .Append("the rest is only named by a law.\n\n");
        foreach (var function in Walkthrough.Steps.GroupBy(static step => step.Function))
        {
            AddFunction(text, function.Key, [.. function.Select(static step => step.Id)]);
        }

        text.Append("## Left out\n\n");
        foreach ((string function, string reason) in Walkthrough.LeftOut)
        {
            text.Append($"- {function}: {reason}\n");
        }

        return text.ToString();
    }

    static void AddFunction(StringBuilder text, string function, IReadOnlyList<string> steps)
    {
        PortedMember[] members =
            [.. PortedMember.All.Where(member => member.Function == function)];
        text.Append($"## {function}\n\n");
        foreach (var file in members.GroupBy(static member => member.File))
        {
            text.Append($"[{file.Key}](../model/{file.Key}): ");
            text.AppendJoin(", ", file.Select(Told).Distinct(StringComparer.Ordinal));
            text.Append("  \n");
        }

        text.Append("\n| step | laws | exhibits |\n|---|---|---|\n");
        foreach (string step in steps)
        {
            text.Append($"| {step} | {string.Join(", ", LawsOf(step))} | ");
            text.Append($"{Demonstrations(step)} |\n");
        }

        text.Append('\n');
    }

    static string Demonstrations(string step) =>
        string.Join(", ", ExhibitsOf(step).DefaultIfEmpty("*only named*"));

    static string Told(PortedMember member) => member.Fidelity is null
        ? $"`{member.Name}`" : $"`{member.Name}` ({member.Fidelity.ToLowerInvariant()})";

    /// <summary>Names of the laws that name a step.</summary>
    public static IEnumerable<string> LawsOf(string step) =>
        Claim.All.Where(law => law.Steps.Contains(step)).Select(static law => law.Name);

    /// <summary>Ids of the exhibits that name a step, and that a hunt finds.</summary>
    public static IEnumerable<string> ExhibitsOf(string step) => ExhibitsOf(step, Collection.All);

    /// <inheritdoc cref="ExhibitsOf(string)"/>
    public static IEnumerable<string> ExhibitsOf(string step, IEnumerable<Exhibit> all) =>
        from one in all
        where one.Missed is null && one.Steps.Contains(step)
        select one.Id;
}
