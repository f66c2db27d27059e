// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Verification.Properties;

/// <summary>cc and make, into a folder beside the tests.</summary>
static class CCompiler
{
    /// <summary>Set to 1 where a missing compiler is a failure, as in .ci/run.</summary>
    const string Demanded = "VMCHECK_DEMANDS_CC";

    static readonly string folder = Path.Combine(AppContext.BaseDirectory, "c-libraries");
    static readonly Lazy<string> example = new(MakeExample);

    /// <summary>Why nothing can be compiled here; null when it can be, or must.</summary>
    public static string? Missing { get; } =
        System.Environment.GetEnvironmentVariable(Demanded) == "1"
        || (IsInPath("cc") && IsInPath("make")) ? null : "no cc or no make: install gcc and make";

    /// <summary>The example, or one of its mistakes, built.</summary>
    public static string Example(string name = "example") =>
        Path.Combine(example.Value, $"{name}.so");

    /// <summary>A library of this text, which may include vmcheck.h.</summary>
    public static string Library(string source, [CallerMemberName] string name = "")
    {
        string library = Path.Combine(folder, $"{name}.so");
        Compile(source, library, "-shared", "-fPIC", "-fvisibility=hidden");
        return library;
    }

    /// <summary>
    /// The example with the mistake of page_leaked, whose vfree does <paramref name="die"/> to a
    /// block of seven pages.
    /// </summary>
    public static string Deadly(string name, string die)
    {
        const string Example = "targets/example";
        Directory.CreateDirectory(folder);
        string library = Path.Combine(folder, $"deadly-{name}.so");
        string[] sources =
        [
            "properties/CLibraries/Deadly/vmalloc.c", $"{Example}/mistakes/page_leaked.c",
            .. Repository.Files(".c", Example).Where(static file => !file.Contains("mistakes")
                && Path.GetFileName(file) is not ("vmalloc.c" or "vm.c")),
        ];
        Run(
            "cc",
            [
                "-O2", "-std=gnu11", "-Wall", "-Wextra", "-shared", "-fPIC", "-fvisibility=hidden",
                "-I", Path.Combine(Repository.Root, "targets/include"),
                "-I", Path.Combine(Repository.Root, Example), $"-DDIE={die}", "-o", library,
                .. sources.Select(static file => Path.Combine(Repository.Root, file)),
            ]);
        return library;
    }

    /// <summary>What a program of this text prints.</summary>
    public static string Output(string source, [CallerMemberName] string name = "")
    {
        string program = Path.Combine(folder, name);
        Compile(source, program);
        return Run(program);
    }

    static void Compile(string source, string output, params string[] options)
    {
        Directory.CreateDirectory(folder);
        string file = output + ".c";
        File.WriteAllText(file, source);
        string include = Path.Combine(Repository.Root, "targets/include");
        string[] strict = ["-std=gnu11", "-Wall", "-Wextra"];
        Run("cc", [.. strict, .. options, "-I", include, "-o", output, file]);
    }

    static string MakeExample()
    {
        string output = Path.Combine(folder, "example");
        Directory.CreateDirectory(output);
        Run("make", "-s", "-C", Path.Combine(Repository.Root, "targets/example"), $"O={output}");
        return output;
    }

    /// <summary>A complaint is a failure: the code compiles without a warning.</summary>
    static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 && error.Result.Length == 0 ? output
            : throw new InvalidOperationException($"{program}: {error.Result}");
    }

    static bool IsInPath(string program) =>
        (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(directory => File.Exists(Path.Combine(directory, program)));
}
