// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>What of the world around it vmcheck finds here, and what it goes without.</summary>
static class Surroundings
{
    const string RealCode = "--target kernel-source";
    const string Later = "nothing yet: kernels in a virtual machine come later";

    /// <summary>Looks everywhere; changes nothing that stays.</summary>
    public static IReadOnlyList<Fact> Look(Screen screen, CancellationToken stop) =>
    [
        new(".NET runtime", Environment.Version.ToString(), "", ""),
        new(".NET SDK", Sdk(),
            "curl -sSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0",
            "building and testing vmcheck"),
        new("C compiler", Program("cc"), "apt-get install gcc libc6-dev",
            "building libraries for --target c:PATH"),
        .. Tools(stop),
        .. KernelSource.Versions.Select(static version => new Fact(
            $"sources of Linux {version}", KernelSource.IsInstalled(version) ? "installed" : null,
            $"apt-get install linux-source-{version}", $"{RealCode} --kernel {version}")),
        .. Cache(),
        new("browser", Program("chromium") ?? Program("google-chrome") ?? Program("firefox"),
            "apt-get install chromium", "looking at a page of --report"),
        new("QEMU", Program("qemu-system-x86_64"), "apt-get install qemu-system-x86", Later),
        new("kernel image", Image(), "apt-get install linux-image-amd64", Later),
        new("root", Environment.IsPrivilegedProcess ? "yes" : null, "sudo vmcheck audit",
            "audit of this machine"),
        new("/proc/vmallocinfo", Vmallocinfo(), "sysctl kernel.kptr_restrict=1, as root",
            "audit of this machine"),
        new("terminal", Shows(screen), "run it on a terminal, without NO_COLOR and TERM=dumb", "colours"),
    ];

    static string? Sdk()
    {
        // .../shared/Microsoft.NETCore.App/VERSION lies beside .../sdk.
        string root = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        string folder = Path.Combine(root, "sdk");
        return Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(Path.GetFileName).Order().LastOrDefault()
            : null;
    }

    static IEnumerable<Fact> Tools(CancellationToken stop)
    {
        IReadOnlyList<BuildTool> tools;
        try
        {
            tools = KernelSource.Needs(stop);
        }
        catch (KernelSourceException impossible)
        {
            return [new("kernel tools", null, impossible.Message, RealCode)];
        }

        return tools.Select(static tool => new Fact(
            tool.Name, tool.IsHere ? "here" : null, $"apt-get install {tool.Package}", RealCode));
    }

    static IEnumerable<Fact> Cache()
    {
        const string Chosen = "export XDG_CACHE_HOME=A-FOLDER-OF-YOURS";
        string folder;
        try
        {
            folder = KernelSource.Cache();
        }
        catch (KernelSourceException nowhere)
        {
            return [new("cache folder", null, $"{Chosen}: {nowhere.Message}", RealCode)];
        }

        string built = string.Join(", ", KernelSource.Versions.Where(KernelSource.IsBuilt));
        return
        [
            new("cache folder", IsWritable(folder) ? folder : null, Chosen, RealCode),
            new("kernels built", built.Length > 0 ? built : null,
                Search.CommandLine.Of($"check {RealCode} --traces 1"),
                $"a minute, the first time of {RealCode}"),
        ];
    }

    static bool IsWritable(string folder)
    {
        string probe = Path.Combine(folder, $"doctor.{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(probe).Dispose();
            File.Delete(probe);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static string? Program(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    static string? Image() => Directory.Exists("/boot")
        ? Directory.GetFiles("/boot", "vmlinuz-*").Order().LastOrDefault() : null;

    /// <summary>Who may not see addresses is shown zeros.</summary>
    static string? Vmallocinfo()
    {
        try
        {
            string? first = File.ReadLines("/proc/vmallocinfo").FirstOrDefault();
            return first is null ? null
                : first.StartsWith("0x0000000000000000-", StringComparison.Ordinal) ? null
                : "readable, with addresses";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static string? Shows(Screen screen) => screen.Terminal.Width is { } width
        ? $"{width} columns, {(screen.Terminal.HasColours ? "colours" : "no colours")}" : null;
}
