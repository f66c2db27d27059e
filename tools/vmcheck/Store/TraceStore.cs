// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;

namespace Verification.Vmcheck;

/// <summary>
/// A folder that `check` keeps what it found and did in. A hunt does not need it: what cannot be
/// written is said once, and the hunt goes on.
/// </summary>
sealed class TraceStore : IDisposable
{
    readonly TextWriter error;
    readonly TraceShelf shelf;
    CampaignBook? book;
    long? campaign;
    bool hasComplained;
    bool isLocked;

    /// <summary>Nothing is made before it is needed.</summary>
    /// <param name="folder">As typed.</param>
    /// <param name="error">Where is said what goes wrong.</param>
    public TraceStore(string folder, TextWriter error)
    {
        Folder = folder;
        this.error = error;
        shelf = new(folder);
    }

    /// <summary>As typed.</summary>
    public string Folder { get; }

    /// <summary>Whether the campaign that was begun or taken can be gone on with.</summary>
    public bool CanResume => campaign is not null;

    /// <summary>
    /// All trace files; what is none is said, and passed over as if it were not there.
    /// </summary>
    public IReadOnlyList<StoredTrace> Traces()
    {
        IReadOnlyList<StoredTrace> traces = [];
        Try(() =>
        {
            traces = shelf.Read(out IReadOnlyList<string> unreadable);
            foreach (string sentence in unreadable)
            {
                error.WriteLine($"vmcheck: {VerbException.Printable(sentence)}");
            }
        });
        return traces;
    }

    /// <summary>A trace is as it was when it ran last, or there is nothing that knows.</summary>
    public bool Knows(StoredTrace trace)
    {
        bool knows = true;
        Change(known => knows = known.Knows(trace));
        return knows;
    }

    public void Ran(StoredTrace trace, bool fails) => Change(known => known.Ran(trace, fails));

    /// <summary>
    /// Writes a finding to a trace file, unless it is of one, and names the file in it.
    /// </summary>
    public Finding Save(Finding finding)
    {
        StoredTrace? kept = null;
        Change(known => known.Saw(CheckedTarget.InFull(finding.Failure.Target), finding.Cluster));
        if (finding.Failure.File is null)
        {
            Try(() => kept = shelf.Add(finding));
        }

        if (kept is not null)
        {
            Ran(kept, fails: true);
        }

        return kept is null ? finding : finding with
        {
            Failure = finding.Failure with { File = kept.File },
        };
    }

    /// <summary>
    /// Opens the database if there is one: one that is not to be trusted ends the verb before a
    /// target is built.
    /// </summary>
    /// <exception cref="VerbException">Its database is not one of this vmcheck.</exception>
    public void Look()
    {
        if (BookFile.IsThere(Folder))
        {
            Open();
        }
    }

    /// <summary>Writes down that a campaign begins; makes what is missing for it.</summary>
    /// <exception cref="VerbException">Its database is not one of this vmcheck.</exception>
    public void Begin(string build, string target, IReadOnlyList<string> arguments)
    {
        if (book is null && !hasComplained)
        {
            Open();
        }

        Change(known =>
        {
            WholeFile.Sweep(Folder);
            campaign = known.Begin(build, CheckedTarget.InFull(target), arguments);
        });
    }

    /// <summary>
    /// The last campaign of this build that nobody ended; none ends the verb with
    /// <see cref="ExitCode.BadInput"/>, and so does a store that cannot be written.
    /// </summary>
    public UnfinishedCampaign TakeLast()
    {
        if (!Path.Exists(Folder))
        {
            throw new VerbException(
                ExitCode.BadInput,
                $"--resume: there is no store {Folder}; look at the spelling of the path, or begin "
                    + "a campaign without --resume");
        }

        try
        {
            book = BookFile.IsThere(Folder) || File.Exists(Folder) ? new CampaignBook(Folder) : null;
            UnfinishedCampaign? last = book?.TakeLast();
            campaign = last?.Id;
            return last ?? throw NoneToGoOnWith(book?.OfOtherBuilds() ?? 0);
        }
        catch (Exception wrong) when (StoreTrouble.IsDamage(wrong))
        {
            throw BookFile.Refused(BookFile.PathIn(Folder), "is damaged");
        }
        catch (Exception wrong) when (StoreTrouble.Is(wrong))
        {
            throw new VerbException(
                ExitCode.BadInput,
                $"--resume: the store {Folder} cannot be used: {StoreTrouble.Of(wrong, Folder)}");
        }
    }

    /// <summary>
    /// Writes down how far the campaign is. While the database is locked, this alone is tried:
    /// the next one has all that this one has.
    /// </summary>
    public void Keep(CheckPoint point)
    {
        isLocked = false;
        Change(known =>
        {
            if (campaign is { } id)
            {
                known.Keep(id, point);
            }
        });
    }

    /// <summary>The campaign came to its end.</summary>
    public void End()
    {
        isLocked = false;
        Change(known =>
        {
            if (campaign is { } id)
            {
                known.End(id);
            }
        });
        campaign = null;
    }

    public void Dispose() => Try(() => book?.Dispose());

    void Open() => Try(() =>
    {
        Directory.CreateDirectory(Folder);
        book = new CampaignBook(Folder);
    });

    VerbException NoneToGoOnWith(long others) => new(
        ExitCode.BadInput,
        $"--resume: {Folder} has no campaign that is unfinished and that no other process is at"
            + (others == 0 ? "" : $", but for {others} that another build of vmcheck began: what "
                + "was built anew cannot go on with them")
            + "; begin one without --resume");

    /// <summary>Reads or changes the database; nothing waits twice for one that is locked.</summary>
    void Change(Action<CampaignBook> work)
    {
        if (book is { } known && !isLocked)
        {
            Try(() => work(known));
        }
    }

    void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception wrong) when (StoreTrouble.Is(wrong))
        {
            isLocked |= StoreTrouble.IsLock(wrong);
            if (!hasComplained)
            {
                error.WriteLine(VerbException.Printable(
                    $"vmcheck: the store {Folder} cannot be used: "
                    + $"{StoreTrouble.Of(wrong, Folder)}; what it lacks is lost when this process "
                    + "ends"));
            }

            hasComplained = true;
        }
    }
}
