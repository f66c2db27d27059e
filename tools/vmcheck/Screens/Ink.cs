// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>What a line is, told in the colours of a terminal.</summary>
static class Ink
{
    const string Plain = "\e[0m";

    /// <summary>The line between what begins its colours and what ends them.</summary>
    public static string Of(TextLine line) => line.Role switch
    {
        TextRole.Plain => line.Text,
        TextRole.Heading => $"\e[1m{line.Text}{Plain}",
        TextRole.Statement => $"\e[36m{line.Text}{Plain}",
        TextRole.Aside => $"\e[2m{line.Text}{Plain}",
        TextRole.Added => $"\e[32m{line.Text}{Plain}",
        TextRole.Removed => $"\e[31m{line.Text}{Plain}",
        TextRole.Changed => $"\e[33m{line.Text}{Plain}",
        TextRole.Broken => $"\e[1;31m{line.Text}{Plain}",
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };
}
