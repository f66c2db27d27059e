// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Search;

/// <summary>
/// What a campaign did up to a moment: some traces, each tried to its end, and what exactly these
/// came to. A campaign that goes on from it ends as one that was never interrupted.
/// </summary>
public sealed class CheckPoint
{
    /// <summary>The traces that were tried.</summary>
    public TraceRanges Done { get; } = new();

    /// <summary>What was done, and how long it took.</summary>
    public CampaignFigures Figures { get; } = new();

    /// <summary>The situations they were in.</summary>
    public AbstractStates States { get; } = new();

    /// <summary>What they broke: the first of each cluster, perhaps more than once.</summary>
    public IList<FirstBroken> Broken { get; } = [];

    /// <summary>Adds all but the time.</summary>
    internal void Add(CheckPoint other)
    {
        Done.Add(other.Done);
        Figures.Add(other.Figures);
        other.States.AddTo(States);
        foreach (FirstBroken first in other.Broken)
        {
            Broken.Add(first);
        }
    }

    /// <summary>Writes all of it, for <see cref="Read"/> of the same build.</summary>
    public void Write(BinaryWriter output)
    {
        output.Write(Figures.Time.Ticks);
        Done.Write(output);
        Figures.Write(output);
        States.Write(output);
        FirstBroken[] firsts = [.. Clusters.Firsts(Broken)];
        output.Write(firsts.Length);
        Array.ForEach(firsts, first => first.Write(output));
    }

    /// <summary>What the same build wrote.</summary>
    /// <exception cref="EndOfStreamException">It is cut short.</exception>
    public static CheckPoint Read(BinaryReader input)
    {
        CheckPoint point = new();
        point.Figures.Time = TimeSpan.FromTicks(input.ReadInt64());
        point.Done.Add(input);
        point.Figures.Add(input);
        point.States.Add(input);
        for (int left = input.ReadInt32(); left > 0; left--)
        {
            point.Broken.Add(FirstBroken.Read(input));
        }

        return point;
    }
}
