// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Vmcheck;

/// <summary>
/// The end of what a process prints, however much that is: a library may print without end.
/// </summary>
sealed class LastWords
{
    const int Kept = 4096;
    const int Shown = 160;

    readonly Lock mutex = new();
    readonly byte[] ring = new byte[Kept];
    readonly Thread reader;
    long length;

    public LastWords(Stream output)
    {
        reader = new Thread(() => Read(output)) { IsBackground = true };
        reader.Start();
    }

    /// <summary>The last line with something in it; empty when there is none.</summary>
    public string Line(TimeSpan patience)
    {
        reader.Join(patience);
        lock (mutex)
        {
            int kept = (int)Math.Min(length, Kept);
            byte[] last = new byte[kept];
            for (int i = 0; i < kept; i++)
            {
                last[i] = ring[(length - kept + i) % Kept];
            }

            string line = Encoding.UTF8.GetString(last).Split('\n')
                .LastOrDefault(static text => text.Trim().Length > 0, "").Trim();
            return VerbException.Printable(line.Length <= Shown ? line : line[..Shown]);
        }
    }

    void Read(Stream output)
    {
        byte[] buffer = new byte[Kept];
        for (int got; (got = output.Read(buffer)) > 0;)
        {
            lock (mutex)
            {
                for (int i = 0; i < got; i++)
                {
                    ring[length++ % Kept] = buffer[i];
                }
            }
        }
    }
}
