// SPDX-License-Identifier: GPL-2.0-only
using Xunit;

namespace Verification.Properties;

/// <summary>Pages of the repository that the program makes.</summary>
static class Approved
{
    /// <summary>
    /// Fails where the page is not what was made, and leaves that beside it, to be judged.
    /// </summary>
    public static void Page(string page, string made)
    {
        string received = Path.Combine(Repository.Root, page.Replace(".md", ".received.md"));
        File.Delete(received);
        if (!File.Exists(Path.Combine(Repository.Root, page)) || Repository.Read(page) != made)
        {
            File.WriteAllText(received, made);
        }

        Assert.False(File.Exists(received), $"{received} differs from {page}: judge and rename it");
    }
}
