// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>A line that breaks a rule.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="Seen">The figures that break it; no line numbers, so that two readings of one
/// machine can be compared.</param>
/// <param name="Caller">The symbol that asked for the area; null when the line names none.</param>
/// <param name="OtherLine">The other line of a pair; null when the line alone is wrong.</param>
public sealed record Finding(int Line, AuditRule Rule, string Seen, string? Caller, int? OtherLine);

/// <summary>How often a rule was judged: 0 means the file gave it nothing to judge.</summary>
public readonly record struct RuleCount(AuditRule Rule, int Checked, int Found);

/// <summary>What an audit may know besides the file.</summary>
/// <param name="PageSizeBytes">Page size of the machine; null to tell it from the file.</param>
/// <param name="TailsMayBeFreed">Whether `vrealloc` frees the pages behind a shrunk area (7.2 and
/// later), so that fewer pages than room are no defect.</param>
public sealed record AuditOptions(ulong? PageSizeBytes = null, bool TailsMayBeFreed = false);

/// <summary>What an audit of `/proc/vmallocinfo` found; every line is accounted for.</summary>
/// <param name="Lines">Lines of the file; one entry each in
/// <paramref name="Classes"/>.</param>
/// <param name="Classes">What each line is, in file order.</param>
/// <param name="Areas">The areas, in file order.</param>
/// <param name="PageSizeBytes">The page size the arithmetic used.</param>
/// <param name="Findings">Broken rules, by line.</param>
/// <param name="Unparsed">Lines that are no area, with the reason.</param>
/// <param name="UnknownAttributes">New words on lines that are areas.</param>
/// <param name="Rules">All rules with the number of times each was judged.</param>
/// <param name="Notes">What was not judged or was let pass, and why; sentences.</param>
public sealed record AuditReport(
    int Lines,
    IReadOnlyList<LineClass> Classes,
    IReadOnlyList<ListedArea> Areas,
    ulong PageSizeBytes,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<UnparsedLine> Unparsed,
    IReadOnlyList<UnknownAttribute> UnknownAttributes,
    IReadOnlyList<RuleCount> Rules,
    IReadOnlyList<string> Notes)
{
    /// <summary>How many lines are of that class.</summary>
    public int CountOf(LineClass wanted) => Classes.Count(found => found == wanted);

    /// <summary>This report with only the findings a second reading of the same machine shows
    /// too: a machine that changes while it is read can list an area twice.</summary>
    public AuditReport ConfirmedBy(AuditReport second)
    {
        HashSet<string> seenAgain = [.. second.Findings.Select(Identity)];
        List<Finding> kept = [.. Findings.Where(found => seenAgain.Contains(Identity(found)))];
        int dropped = Findings.Count - kept.Count;
        return dropped == 0 ? this : this with
        {
            Findings = kept,
            Rules = [.. Rules.Select(count => count with
            {
                Found = kept.Count(found => found.Rule == count.Rule),
            })],
            Notes = [.. Notes, $"{dropped} findings were gone at a second reading, and are not "
                + "reported: areas came and went while the file was read"],
        };
    }

    static string Identity(Finding found) => $"{found.Rule.Name} {found.Seen} {found.Caller}";
}
