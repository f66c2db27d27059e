// SPDX-License-Identifier: GPL-2.0-only
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>`audit`: judges a `/proc/vmallocinfo`, of this machine or saved from another.</summary>
static class AuditCommand
{
    const string Live = "/proc/vmallocinfo";
    const string StandardInput = "-";
    const ulong SmallestPage = 64;

    /// <summary>The verb with its arguments.</summary>
    public static Verb Create()
    {
        Argument<string> file = new("FILE")
        {
            Description = $"A saved copy of {Live} of any kernel since 2.6.28, of at most "
                + $"{InputKind.Vmallocinfo.LargestMebibytes} MiB, or - for standard input; without it, this machine's own (needs root).",
            DefaultValueFactory = _ => Live,
        };
        file.Validators.Add(RefuseUnknownOption);
        Option<ulong?> pageSize = new("--page-size")
        {
            Description = "Page size in bytes of the machine the file comes from; "
                + "told from the file when left out.",
            CustomParser = ParsePageSize,
        };
        Verb command = new(
            "audit",
            "Judges /proc/vmallocinfo: guard pages, overlap, order.",
            [
                (ExitCode.Clean, "every line was judged, and nothing is wrong"),
                (ExitCode.Violation, "a rule is broken"),
                (ExitCode.TargetUnavailable, "/proc/vmallocinfo is not there, or not for this user"),
                (ExitCode.NothingChecked, "there is no area in it"),
            ],
            new Example(
                "audit properties/Vmallocinfo/samples/linux-6.1-plain.txt",
                "a listing saved on another machine"),
            new Example(
                "audit properties/Vmallocinfo/samples/linux-4.4-arm64-64k-pages.txt --page-size 65536",
                "one of larger pages"))
        {
            file,
            pageSize,
            Screen.JsonOption(),
        };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(file),
            parsed.GetValue(pageSize),
            Screen.Of(parsed),
            cancel));
        return command;
    }

    static ulong? ParsePageSize(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!ulong.TryParse(text, NumberStyles.None, null, out ulong bytes)
            || bytes < SmallestPage
            || !ulong.IsPow2(bytes))
        {
            result.AddError($"--page-size {text}: a page size is a power of two, in bytes, and "
                + $"{SmallestPage} at least.");
        }

        return bytes;
    }

    static void RefuseUnknownOption(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (text.StartsWith('-') && text != StandardInput)
        {
            result.AddError($"{text} is no option of audit; a file of that name is ./{text}");
        }
    }

    static async Task<int> RunAsync(
        string file,
        ulong? pageSize,
        Screen screen,
        CancellationToken cancel)
    {
        bool live = file == Live;
        string name = file == StandardInput ? "standard input" : file;
        AuditOptions options = live
            ? new(pageSize ?? (ulong)Environment.SystemPageSize, await VreallocFreesTails(cancel))
            : new(pageSize);
        AuditReport report = VmallocinfoAudit.Of(await ReadAsync(file, cancel), options);
        if (live && report.Findings.Count > 0)
        {
            report = report.ConfirmedBy(
                VmallocinfoAudit.Of(await ReadAsync(file, cancel), options));
        }

        if (screen.IsJson)
        {
            await screen.Output.WriteLineAsync(AuditJson.Print(report));
        }
        else
        {
            AuditText.Print(report, name, screen);
        }

        ExitCode code = CodeOf(report);
        string? complaint = code switch
        {
            ExitCode.BadInput when report.Areas.Count == 0 =>
                $"{name} is no vmallocinfo: none of its lines reads as an area",
            ExitCode.BadInput => $"{name}: {report.Unparsed.Count} of {report.Lines} lines could "
                + "not be read and were not checked",
            ExitCode.NothingChecked => $"{name} holds no area: nothing was checked",
            _ => null,
        };
        if (complaint is not null)
        {
            await screen.Error.WriteLineAsync($"vmcheck: {complaint}");
        }

        return (int)code;
    }

    static ExitCode CodeOf(AuditReport report) =>
        report.Findings.Count > 0 ? ExitCode.Violation
        : report.Unparsed.Count > 0 ? ExitCode.BadInput
        : report.Areas.Count == 0 ? ExitCode.NothingChecked
        : ExitCode.Clean;

    static async Task<string> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return await InputText.ReadAsync(
                file == StandardInput ? null : file, InputKind.Vmallocinfo, cancel);
        }
        catch (VerbException) when (file == Live)
        {
            string reason = File.Exists(Live)
                ? "may only be read by root: run this with sudo"
                : "is not there: this is no Linux with /proc mounted, or the kernel lacks it";
            throw new VerbException(
                ExitCode.TargetUnavailable,
                $"{Live} {reason}; or name a saved copy: vmcheck audit FILE");
        }
    }

    // The pages behind a shrunk area are given back since 7.2; before, they stay.
    static async Task<bool> VreallocFreesTails(CancellationToken cancel)
    {
        const string Release = "/proc/sys/kernel/osrelease";
        string text = File.Exists(Release) ? await File.ReadAllTextAsync(Release, cancel) : "";
        string number = string.Concat(text.TakeWhile(c => char.IsAsciiDigit(c) || c == '.'));
        return Version.TryParse(number, out Version? version) && version >= new Version(7, 2);
    }
}
