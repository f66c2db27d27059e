// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>A command line of vmcheck that is printed to be typed.</summary>
public static class CommandLine
{
    /// <summary>How vmcheck is called at the top of the repository.</summary>
    public const string InRepository = "dotnet run -c Release --project tools/vmcheck --";

    /// <summary>How it is called where it is installed.</summary>
    public const string Installed = "vmcheck";

    /// <summary>What an installed tool of .NET lies beside.</summary>
    const string Settings = "DotnetToolSettings.xml";

    /// <summary>How whoever reads this process's output calls vmcheck.</summary>
    public static string Start { get; } = StartOf(AppContext.BaseDirectory);

    /// <summary>The line of a verb with its arguments, each as a shell reads it.</summary>
    public static string Of(string arguments) => $"{Start} {arguments}";

    /// <summary>How a vmcheck is called that lies in a folder.</summary>
    public static string StartOf(string folder) =>
        File.Exists(Path.Combine(folder, Settings)) ? Installed : InRepository;
}
