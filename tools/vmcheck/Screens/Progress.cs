// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>
/// Shows how far something is: in place on a terminal, else a line every two seconds; nothing of
/// what takes less than a second.
/// </summary>
sealed class Progress : IDisposable
{
    const string EraseLine = "\r\e[K";

    static readonly TimeSpan first = TimeSpan.FromSeconds(1);
    static readonly TimeSpan onTerminal = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan inFile = TimeSpan.FromSeconds(2);

    readonly TextWriter output;
    readonly int? width;
    readonly Func<Pace> pace;
    readonly TimeProvider time;
    readonly long began;
    readonly Lock turn = new();
    readonly ITimer clock;
    bool isShown;
    bool isOver;

    /// <param name="output">Where it is shown.</param>
    /// <param name="width">Columns, where a line can be written over; else null.</param>
    /// <param name="pace">How far it is; asked from another thread.</param>
    /// <param name="time">Measures it.</param>
    public Progress(TextWriter output, int? width, Func<Pace> pace, TimeProvider time)
    {
        this.output = output;
        this.width = width;
        this.pace = pace;
        this.time = time;
        began = time.GetTimestamp();
        clock = width is null ? time.CreateTimer(_ => Show(), null, inFile, inFile)
            : time.CreateTimer(_ => Show(), null, first, onTerminal);
    }

    /// <summary>Prints a line elsewhere, which may be the same terminal.</summary>
    public void Say(TextWriter where, string line)
    {
        lock (turn)
        {
            Erase();
            where.WriteLine(line);
        }
    }

    /// <summary>Ends the display, and leaves nothing of it on a terminal.</summary>
    public void Dispose()
    {
        clock.Dispose();
        lock (turn)
        {
            Erase();
            isOver = true;
        }
    }

    void Show()
    {
        lock (turn)
        {
            if (isOver)
            {
                return;
            }

            string line = pace().Line(time.GetElapsedTime(began));
            if (width is not { } columns)
            {
                output.WriteLine(line);
                return;
            }

            // A line that wraps cannot be written over.
            output.Write(EraseLine + line[..Math.Min(line.Length, columns - 1)]);
            isShown = true;
        }
    }

    void Erase()
    {
        if (isShown)
        {
            output.Write(EraseLine);
            isShown = false;
        }
    }
}
