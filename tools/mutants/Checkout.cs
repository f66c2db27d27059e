// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Mutants;

/// <summary>The checkout the program was built from.</summary>
static class Checkout
{
    /// <summary>Absolute path of the folder that holds Verification.sln.</summary>
    public static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Verification.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException(
            $"no Verification.sln above {AppContext.BaseDirectory}: run this from a checkout");
    }
}
