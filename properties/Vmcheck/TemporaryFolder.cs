// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Properties;

/// <summary>A folder for a test, gone with all that is in it when the test ends.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vmcheck-test-").FullName;

    /// <summary>A file in it.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
