// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>Reads the areas of a dump.</summary>
sealed class AreaReader(DumpScanner scanner)
{
    /// <summary>The most frames that the areas of a dump map, all together.</summary>
    const int MaxFrames = 1 << 22;

    /// <summary>No machine has more frames.</summary>
    internal const int MaxFrame = (1 << 20) - 1;

    const int MaxNode = 63;

    int frames;

    /// <summary>An area, with all that its line says.</summary>
    public DumpedArea Read()
    {
        (long start, long end) = scanner.Range();
        DumpedArea area = new(start, end, State());
        if (area.State == DumpedAreaState.Live && scanner.Take("not"))
        {
            scanner.Expect("on");
            scanner.Expect("vmlist");
            area = area with { IsOffVmlist = true };
        }
        else
        {
            area = Described(area);
        }

        return scanner.Take("maps") ? area with { Maps = Maps() } : area;
    }

    DumpedAreaState State()
    {
        if (scanner.Take("no"))
        {
            scanner.Expect("vmap_area");
            return DumpedAreaState.NoVmapArea;
        }

        return (DumpedAreaState)scanner.Choice(DumpedArea.States[..^1]);
    }

    DumpedArea Described(DumpedArea area)
    {
        foreach ((VmFlags flag, string word) in DumpedArea.Words)
        {
            area = scanner.Take(word) ? area with { Flags = area.Flags | flag } : area;
        }

        area = area with { HasNoGuard = scanner.Take(DumpedArea.NoGuard) };
        if (scanner.Take("pages"))
        {
            scanner.Expect("=");
            ulong pages = scanner.Number("a number of pages", uint.MaxValue, min: 1);
            area = area with { Pages = (uint)pages };
        }

        if (scanner.Take("array"))
        {
            scanner.Expect("=");
            area = scanner.Take("slab") ? area with { IsArrayInSlab = true }
                : area with { ArrayAt = scanner.Address() };
        }

        if (scanner.Take("vm_struct.size"))
        {
            scanner.Expect("=");
            area = area with { VmSize = scanner.Size() };
        }

        return area;
    }

    DumpedFrames Maps()
    {
        bool isOfDevice = scanner.Take("device");
        List<FrameRun> runs = [Run()];
        while (scanner.Take(","))
        {
            if (scanner.AtLineEnd)
            {
                scanner.NextLine();
            }

            runs.Add(Run());
        }

        List<(int Node, int Count)> nodes = Nodes();
        (int free, bool areAllFree) = Free();
        return new DumpedFrames(new FrameRuns(runs), nodes, free, areAllFree)
        {
            IsOfDevice = isOfDevice,
        };
    }

    FrameRun Run()
    {
        const string what = "a frame (f0)";
        int column = scanner.Column;
        int first = scanner.Numbered('f', MaxFrame, what);
        int last = scanner.Take("-") ? scanner.Numbered('f', MaxFrame, what) : first;
        if (last < first)
        {
            throw scanner.Error(column, $"f{last} is not behind f{first}");
        }

        FrameRun run = new(first, last);
        frames += run.Count;
        return frames <= MaxFrames ? run
            : throw scanner.Error(column, $"more than {MaxFrames} frames are mapped");
    }

    List<(int Node, int Count)> Nodes()
    {
        List<(int Node, int Count)> nodes = [];
        while (scanner.AtNode && nodes.Count <= MaxNode)
        {
            int node = scanner.Numbered('N', MaxNode, "a node (N0)");
            scanner.Expect("=");
            nodes.Add((node, (int)scanner.Number("a number of pages", MaxFrames)));
        }

        return nodes;
    }

    (int Free, bool AreAll) Free()
    {
        if (!scanner.Take("("))
        {
            return (0, false);
        }

        int free = scanner.AtDigit ? (int)scanner.Number("how many", MaxFrames, 1) : 0;
        scanner.Expect("free");
        scanner.Expect("frames");
        scanner.Expect(")");
        return (free, free == 0);
    }
}
