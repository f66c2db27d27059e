// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.Data.Sqlite;
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
        Try(() => knows = book?.Knows(trace) ?? true);
        return knows;
    }

    public void Ran(StoredTrace trace, bool fails) => Try(() => book?.Ran(trace, fails));

    /// <summary>
    /// Writes a finding to a trace file, unless it is of one, and names the file in it.
    /// </summary>
    public Finding Save(Finding finding)
    {
        StoredTrace? kept = null;
        Try(() =>
        {
            book?.Saw(finding.Failure.Target, finding.Cluster);
            if (finding.Failure.File is null)
            {
                kept = shelf.Add(finding);
                book?.Ran(kept, fails: true);
            }
        });
        return kept is null ? finding : finding with
        {
            Failure = finding.Failure with { File = kept.File },
        };
    }

    /// <summary>Writes down that a campaign begins.</summary>
    /// <exception cref="VerbException">Its database is not one of this vmcheck.</exception>
    public void Begin(string build, string target, IReadOnlyList<string> arguments)
    {
        Open();
        Try(() => campaign = book?.Begin(build, target, arguments));
    }

    /// <summary>
    /// The last campaign that nobody ended; none ends the verb with
    /// <see cref="ExitCode.BadInput"/>.
    /// </summary>
    /// <exception cref="VerbException">Its database is not one of this vmcheck.</exception>
    public UnfinishedCampaign TakeLast()
    {
        Open();
        UnfinishedCampaign? last = null;
        Try(() => last = book?.TakeLast());
        campaign = last?.Id;
        return last ?? throw new VerbException(
            ExitCode.BadInput,
            $"--resume: {Folder} has no campaign that is unfinished and that no other process is "
                + "at; begin one without --resume");
    }

    public void Keep(CheckPoint point)
    {
        if (campaign is { } id)
        {
            Try(() => book?.Keep(id, point));
        }
    }

    /// <summary>The campaign came to its end.</summary>
    public void End()
    {
        if (campaign is { } id)
        {
            Try(() => book?.End(id));
            campaign = null;
        }
    }

    public void Dispose() => Try(() => book?.Dispose());

    void Open() => Try(() =>
    {
        Directory.CreateDirectory(Folder);
        book = new CampaignBook(Folder);
        WholeFile.Sweep(Folder);
    });

    void Try(Action work)
    {
        try
        {
            work();
        }
        catch (Exception wrong) when (wrong is SqliteException or IOException
            or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (!hasComplained)
            {
                error.WriteLine(VerbException.Printable(
                    $"vmcheck: the store {Folder} cannot be used: {wrong.Message}; what it lacks "
                    + "is lost when this process ends"));
            }

            hasComplained = true;
        }
    }
}
