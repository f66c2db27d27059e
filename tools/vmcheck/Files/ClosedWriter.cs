// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Vmcheck;

/// <summary>Standard output that is closed: whatever is written fails.</summary>
sealed class ClosedWriter : TextWriter
{
    public static ClosedWriter Instance { get; } = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw new IOException("it is closed");
}
