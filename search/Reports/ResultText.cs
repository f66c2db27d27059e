// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>What a call returned, and if it failed, the allocation that made it fail.</summary>
public static class ResultText
{
    /// <summary><c>-> START+0x3000</c>, <c>-> NULL: 2nd page failed</c>; empty for plain success of
    /// a call that returns nothing.</summary>
    public static string Of(Machine machine, Step step)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(step);
        List<string> parts = [];
        if (step.Call.Cpu != 0)
        {
            parts.Add($"cpu {step.Call.Cpu}:");
        }

        Call call = step.Call;
        if (call.Fault.IsArmed && (!step.FaultFired || call.AlsoFault.IsArmed
            || call.Fault.Mode != FaultMode.Once))
        {
            string armed = Of(call.Fault, call.AlsoFault);
            parts.Add($"{armed}{(step.FaultFired ? ":" : ", not reached:")}");
        }

        if (call.Reading.IsArmed)
        {
            parts.Add($"{Of(call.Reading)}{(WasRead(step) ? ":" : ", not reached:")}");
        }

        string outcome = Of(machine, step.Outcome, step);
        List<string> effects = Warnings(machine, step);
        if (outcome.Length > 0)
        {
            effects.Insert(0, $"-> {outcome}");
        }

        if (effects.Count > 0)
        {
            parts.Add(string.Join(", ", effects));
        }

        return string.Join(' ', parts).TrimEnd(':');
    }

    /// <summary>Why a command was not made.</summary>
    /// <param name="why">Which of the reasons.</param>
    /// <param name="duty">What it lacks, as a sentence; null: the version has no such call.</param>
    public static string Of(PassedOver why, string? duty) => why == PassedOver.NoSuchResult
        ? "skipped: it uses what does not exist"
        : $"refused: {duty ?? "no such call in this version"}";

    /// <summary>
    /// Armed faults in words: <c>page 1 and all later fail, table 0 fails</c> (counted from 0).
    /// </summary>
    public static string Of(Fault fault, Fault also) =>
        also.IsArmed ? $"{Of(fault)}, {Of(also)}" : Of(fault);

    /// <summary>What is armed for a command, in words; empty: nothing.</summary>
    public static string Armed(Command command)
    {
        string fault = command.Fault.IsArmed ? Of(command.Fault, command.AlsoFault) : "";
        return !command.Reading.IsArmed ? fault
            : fault.Length == 0 ? Of(command.Reading) : $"{fault}, {Of(command.Reading)}";
    }

    /// <summary>When another task reads the list: <c>list read at page 1</c>.</summary>
    static string Of(Reading reading) => $"list read at {Site(reading.Site)} {reading.Index}";

    static bool WasRead(Step step)
    {
        foreach (ref readonly Event e in step.Events)
        {
            if (e.Kind == EventKind.ListRead)
            {
                return true;
            }
        }

        return false;
    }

    static string Site(FaultSite site) =>
        site == FaultSite.Any ? "allocation" : TraceWords.Of(site);

    static string Of(Fault fault)
    {
        string site = Site(fault.Site);
        return fault.Mode switch
        {
            FaultMode.Once => $"{site} {fault.Index} fails",
            FaultMode.Sticky => $"{site} {fault.Index} and all later fail",
            _ => $"{site} {fault.Index} and every second later fail",
        };
    }

    static string Of(Machine machine, Outcome outcome, Step step) => outcome.Kind switch
    {
        OutcomeKind.Void => "",
        OutcomeKind.Pointer when outcome.Value != 0 =>
            new AddressText(machine).Short(outcome.Value),
        OutcomeKind.Pointer => $"NULL{Because(machine, step)}",
        OutcomeKind.Number when outcome.Signed == -Errno.ENOMEM =>
            $"-ENOMEM{Because(machine, step)}",
        OutcomeKind.Number when outcome.Signed == -Errno.EBUSY => "-EBUSY",
        OutcomeKind.Number when step.Call.Kind == CommandKind.VmallocUsage =>
            $"used {SizeText.Of(outcome.Value)}, largest chunk {SizeText.Of(outcome.Extra)}",
        OutcomeKind.Number when step.Call.Kind == CommandKind.MapVmArea =>
            $"{outcome.Signed}, pages += {outcome.Extra}",
        OutcomeKind.Number when step.Call.Kind == CommandKind.Take =>
            SizeText.Pages(outcome.Value),
        OutcomeKind.Number => outcome.Signed.ToString(),
        OutcomeKind.Page => "a page",
        OutcomeKind.NoPage => "NULL",
        OutcomeKind.PageFault => "page fault",
        OutcomeKind.Bug => $"BUG in {outcome.Bug}",
        OutcomeKind.Died => $"died: {outcome.Bug}",
        _ => "not in this kernel",
    };

    static string Because(Machine machine, Step step)
    {
        string why = new FailedSite(machine).Of(step);
        return why.Length == 0 ? "" : $": {why}";
    }

    static List<string> Warnings(Machine machine, Step step)
    {
        AddressText addresses = new(machine);
        List<string> warnings = [];
        foreach (Event e in step.Events)
        {
            if (e.Kind == EventKind.Warn)
            {
                warnings.Add($"WARN: {Of(e, addresses)}");
            }
            else if (e.Kind == EventKind.KmemleakReport)
            {
                warnings.Add($"leak: {addresses.Short(e.Address)}");
            }
        }

        return [.. warnings.CountBy(static warning => warning).Select(
            static one => one.Value == 1 ? one.Key : $"{one.Key}, {one.Value} times")];
    }

    /// <summary>A warning in the kernel's words, and where it is or what it is about.</summary>
    public static string Of(Event e, AddressText addresses) =>
        e.Splat == Splat.Other ? $"mm/vmalloc.c:{e.Bytes}"
        : e.Splat == Splat.TooLarge ? Of(e.Splat)
        : $"{Of(e.Splat)} {addresses.Short(e.Address)}";

    /// <inheritdoc cref="Of(Event, AddressText)"/>
    public static string Of(Splat splat) => splat switch
    {
        Splat.BadAddress => "bad address",
        Splat.NoArea => "nonexistent vm area",
        Splat.Occupied => "page-table entry not empty",
        Splat.NullPage => "NULL page",
        Splat.WrongKind => "wrong kind of area",
        Splat.BadIounmap => "iounmap: bad address",
        Splat.TooLarge => "percpu group larger than the range",
        _ => splat.ToString(),
    };
}
