// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// What one hunter did up to its last check point. The hunter's thread writes it between two
/// shares, when it is asked to; any thread reads it.
/// </summary>
sealed class Logged(IHunter hunter)
{
    readonly Lock mine = new();
    readonly TraceRanges since = new();
    readonly CheckPoint point = new();
    CampaignFigures figures = new();
    FirstBroken[] broken = [];
    volatile bool isWanted;
    bool isTorn;

    /// <summary>Whose it is.</summary>
    public IHunter Hunter => hunter;

    /// <summary>Lets the hunter write down what it did once its share is done.</summary>
    public void Ask() => isWanted = true;

    /// <summary>A share is done; of the hunter's thread.</summary>
    /// <param name="first">Its first trace.</param>
    /// <param name="done">
    /// How many were tried to their end; null when more was counted than these: what is written
    /// down already is then the last that is exact.
    /// </param>
    public void Add(long first, long? done)
    {
        isTorn |= done is null;
        since.Add(first, done ?? 0);
        if (isWanted)
        {
            Write();
        }
    }

    /// <summary>Writes down what the hunter did, unless that is no longer exact.</summary>
    public void Write()
    {
        isWanted = false;
        if (isTorn)
        {
            return;
        }

        CampaignFigures sum = new();
        hunter.AddTo(sum);
        lock (mine)
        {
            point.Done.Add(since);
            hunter.MoveTo(point.States);
            (figures, broken) = (sum, [.. hunter.Broken]);
        }

        since.Clear();
    }

    /// <summary>Adds what is written down.</summary>
    public void AddTo(CheckPoint sum)
    {
        lock (mine)
        {
            sum.Add(point);
            sum.Figures.Add(figures);
            Array.ForEach(broken, sum.Broken.Add);
        }
    }

    /// <summary>All situations, also those since then; once the hunt is over.</summary>
    public void AddTo(AbstractStates sum)
    {
        point.States.AddTo(sum);
        hunter.MoveTo(sum);
    }
}
