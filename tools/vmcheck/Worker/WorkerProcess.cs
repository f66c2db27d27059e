// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Globalization;
using Verification.Spec;
using Verification.Targets;

namespace Verification.Vmcheck;

/// <summary>
/// The host's end of one worker: it asks and waits, and ends a worker that makes no progress or
/// takes too much memory. One thread asks at a time.
/// </summary>
sealed class WorkerProcess : IDisposable
{
    static readonly TimeSpan look = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    readonly WorkerLimits limits;
    readonly CancellationToken cancel;
    readonly Func<bool>? isOver;
    readonly SharedPage page = SharedPage.Create();
    readonly Process process;
    readonly LastWords lastWords;
    readonly BinaryWriter requests;
    readonly BinaryReader answers;
    readonly WorkerClock clock;
    readonly Timer watch;
    readonly Lock mutex = new();
    TargetDiedException? sentence;
    long turns = -1;
    bool isCancelled;
    bool isAsked;

    /// <param name="library">What the worker loads.</param>
    /// <param name="limits">When it is ended.</param>
    /// <param name="isOver">Told to the worker; null: never.</param>
    /// <param name="cancel">After it a worker that makes no progress is ended sooner.</param>
    public WorkerProcess(
        string library, WorkerLimits limits, Func<bool>? isOver, CancellationToken cancel)
    {
        this.limits = limits;
        this.isOver = isOver;
        this.cancel = cancel;
        process = WorkerProgram.Start(WorkerMain.Verb, page.FileName, library);
        lastWords = new LastWords(process.StandardError.BaseStream);
        requests = new(new BufferedStream(process.StandardInput.BaseStream));
        answers = new(new BufferedStream(process.StandardOutput.BaseStream, 1 << 16));
        clock = new WorkerClock(process.Id);
        watch = new Timer(_ => Look(), null, look, look);
    }

    /// <summary>Where the worker is, or was when it died.</summary>
    public SharedPage Page => page;

    /// <summary>The first words of a worker, before it is asked anything.</summary>
    /// <exception cref="CLibraryException">It cannot use the library.</exception>
    public LibraryFacts Introduce(string library) => Exchange(
        static () => { },
        input =>
        {
            // Both have it now: were this process killed, nothing would be left behind.
            string complaint = input.ReadString();
            page.Delete();
            return complaint.Length > 0
                ? throw new CLibraryException(library, complaint) : LibraryFacts.Read(input);
        });

    /// <summary>
    /// Asks and waits for the answer. A worker that dies of it, or is ended, is a
    /// <see cref="TargetDiedException"/>; what could not be judged in it, an
    /// <see cref="InvalidOperationException"/>.
    /// </summary>
    public T Ask<T>(Request request, Action<BinaryWriter> write, Func<BinaryReader, T> read) =>
        Exchange(
            () =>
            {
                requests.Write((byte)request);
                write(requests);
                requests.Flush();
            },
            answer => answer.ReadString() is { Length: > 0 } wrong
                ? throw new InvalidOperationException(wrong) : read(answer));

    public void Dispose()
    {
        watch.Dispose();
        End();
        process.WaitForExit(patience);
        process.Dispose();
        page.Delete();
        page.Dispose();
    }

    T Exchange<T>(Action write, Func<BinaryReader, T> read)
    {
        SetAsked(true);
        try
        {
            write();
            return read(answers);
        }
        catch (IOException)
        {
            throw Death();
        }
        finally
        {
            SetAsked(false);
        }
    }

    Exception Death()
    {
        SetAsked(false);
        if (!process.WaitForExit(patience))
        {
            // Its pipe is closed, so it is no use any more.
            End();
            process.WaitForExit();
        }

        if (isCancelled)
        {
            return new OperationCanceledException(cancel);
        }

        return sentence ?? WorkerDeath.OfCode(
            process.ExitCode, lastWords.Line(patience), Place);
    }

    string Place => DoingWords.PlaceOf(page.Doing, page.Command);

    void SetAsked(bool asked)
    {
        lock (mutex)
        {
            isAsked = asked;
            turns = -1;
            limits.Overdue.Forget(this);
        }
    }

    /// <summary>Every now and then, while the worker works.</summary>
    void Look()
    {
        lock (mutex)
        {
            if (!isAsked || sentence is not null)
            {
                return;
            }

            page.IsStopped = isOver?.Invoke() == true;
            clock.Look();
            if (page.Turns != turns)
            {
                turns = page.Turns;
                clock.Restart();
            }

            string place = Place;
            limits.Overdue.Tell(this, place, clock.Elapsed);
            Judge(place);
        }
    }

    void Judge(string place)
    {
        TimeSpan limit = limits.TimeAt(place);
        if (Resident() > limits.Memory)
        {
            sentence = WorkerDeath.OfMemory(limits.Memory, place);
        }
        else if (clock.Elapsed > limit)
        {
            sentence = WorkerDeath.OfTime(limit, limits.Time, place);
            limits.Remember(place);
        }
        else
        {
            isCancelled = cancel.IsCancellationRequested && clock.Elapsed > patience;
        }

        if (sentence is not null || isCancelled)
        {
            End();
        }
    }

    /// <summary>Bytes of memory in use; 0 once it has ended.</summary>
    long Resident()
    {
        try
        {
            string[] pages = File.ReadAllText($"/proc/{process.Id}/statm").Split(' ');
            return long.Parse(pages[1], CultureInfo.InvariantCulture)
                * System.Environment.SystemPageSize;
        }
        catch (Exception gone) when (gone is IOException or IndexOutOfRangeException)
        {
            return 0;
        }
    }

    void End()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or AggregateException
            or System.ComponentModel.Win32Exception)
        {
            // It ended by itself.
        }
    }
}
