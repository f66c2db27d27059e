// SPDX-License-Identifier: GPL-2.0-only
using System.Numerics;
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// Which page frames are free. A node's lowest free frame is handed out; when the node has none, or
/// none was asked for, the lowest of all.
/// </summary>
sealed class FrameAllocator
{
    ulong[] free = [];
    int[] nodeStart = [];
    int[] hint = [];
    int frames;
    int nodes;
    int highest;

    public int InUse { get; private set; }

    /// <summary>All frames that were ever in use lie below.</summary>
    public int HighWater => highest + 1;

    public void Reset(Machine machine, bool isSame)
    {
        if (!isSame)
        {
            frames = machine.Frames;
            nodes = machine.Nodes;
            free = new ulong[((frames + 63) >> 6) + 1];
            nodeStart = new int[nodes + 1];
            hint = new int[nodes];
            for (int node = 0; node <= nodes; node++)
            {
                nodeStart[node] = (int)((((long)node * frames) + nodes - 1) / nodes);
            }

            highest = frames - 1;
        }

        for (int word = 0; word <= highest >> 6; word++)
        {
            int left = frames - (word << 6);
            free[word] = left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
        }

        for (int node = 0; node < nodes; node++)
        {
            hint[node] = nodeStart[node];
        }

        highest = -1;
        InUse = 0;
    }

    /// <summary>A frame, or -1 when all are in use.</summary>
    public int Take(int node)
    {
        int frame = node >= 0 && node < nodes ? LowestOf(node) : -1;
        for (int other = 0; frame < 0 && other < nodes; other++)
        {
            frame = LowestOf(other);
        }

        if (frame >= 0)
        {
            free[frame >> 6] &= ~(1UL << (frame & 63));
            highest = Math.Max(highest, frame);
            InUse++;
        }

        return frame;
    }

    /// <summary>False when the frame was not in use.</summary>
    public bool Give(int frame, int node)
    {
        if (!IsInUse(frame))
        {
            return false;
        }

        free[frame >> 6] |= 1UL << (frame & 63);
        hint[node] = Math.Min(hint[node], frame);
        InUse--;
        return true;
    }

    public bool IsInUse(int frame) =>
        frame >= 0 && frame < frames && (free[frame >> 6] & (1UL << (frame & 63))) == 0;

    int LowestOf(int node)
    {
        int from = hint[node];
        int end = nodeStart[node + 1];
        if (from >= end)
        {
            return -1;
        }

        int word = from >> 6;
        ulong bits = free[word] & (ulong.MaxValue << (from & 63));
        while (bits == 0 && ((word + 1) << 6) < end)
        {
            bits = free[++word];
        }

        int frame = bits == 0 ? end : (word << 6) + BitOperations.TrailingZeroCount(bits);
        hint[node] = Math.Min(frame, end);
        return frame < end ? frame : -1;
    }
}
