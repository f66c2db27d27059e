// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// What every frame holds: one byte throughout, as long as whole pages are written, else all its
/// bytes.
/// </summary>
sealed class FrameContents
{
    readonly List<byte[]> spare = [];
    byte[] tags = [];
    byte[]?[] bytes = [];
    int pageBytes;
    int firstDevice;
    bool devicesWritten;

    /// <summary>
    /// All zero again, devices too; frames of memory from <paramref name="used"/> on were never
    /// touched.
    /// </summary>
    public void Reset(Machine machine, bool isSame, int used)
    {
        if (isSame)
        {
            for (int frame = 0; frame < used; frame++)
            {
                Fill(frame, 0);
            }

            for (int frame = firstDevice; devicesWritten && frame < tags.Length; frame++)
            {
                Fill(frame, 0);
            }

            devicesWritten = false;
            return;
        }

        spare.Clear();
        pageBytes = (int)machine.PageSize;
        firstDevice = machine.Frames;
        devicesWritten = false;
        tags = new byte[machine.Frames + Machine.DeviceFrames];
        bytes = new byte[]?[machine.Frames + Machine.DeviceFrames];
    }

    /// <summary>Writes one byte value over a whole frame.</summary>
    public void Fill(int frame, byte value)
    {
        tags[frame] = value;
        devicesWritten |= frame >= firstDevice;
        if (bytes[frame] is { } all)
        {
            spare.Add(all);
            bytes[frame] = null;
        }
    }

    /// <summary>True when the frame is known to hold one byte value throughout.</summary>
    public bool IsUniform(int frame) => bytes[frame] is null;

    public byte At(int frame, int offset) => bytes[frame]?[offset] ?? tags[frame];

    /// <summary>Writes one byte value over part of a frame.</summary>
    public void Fill(int frame, int offset, int count, byte value)
    {
        if (count == pageBytes)
        {
            Fill(frame, value);
        }
        else if (bytes[frame] is { } all)
        {
            Array.Fill(all, value, offset, count);
        }
        else if (tags[frame] != value)
        {
            all = TakeSpare();
            Array.Fill(all, tags[frame]);
            Array.Fill(all, value, offset, count);
            bytes[frame] = all;
        }
    }

    /// <summary>0 to 255: that byte throughout; else a digest above 255.</summary>
    public ulong Tag(int frame)
    {
        if (frame < 0 || frame >= bytes.Length)
        {
            return 0;
        }

        byte[]? all = bytes[frame];
        return all is null ? tags[frame]
            : all.AsSpan().IndexOfAnyExcept(all[0]) < 0 ? all[0]
            : Digest(MemoryMarshal.Cast<byte, ulong>(all)) | 0x100;
    }

    /// <summary>
    /// FNV-1a over two lanes of words: a page is a power of two, and at least two.
    /// </summary>
    static ulong Digest(ReadOnlySpan<ulong> words)
    {
        const ulong Prime = 0x100_0000_01b3;
        ulong even = 0xcbf2_9ce4_8422_2325;
        ulong odd = ~even;
        unchecked
        {
            for (int i = 0; i + 1 < words.Length; i += 2)
            {
                even = (even ^ words[i]) * Prime;
                odd = (odd ^ words[i + 1]) * Prime;
                even ^= even >> 32;
                odd ^= odd >> 32;
            }

            return (even * Prime) ^ odd;
        }
    }

    byte[] TakeSpare()
    {
        if (spare.Count == 0)
        {
            return new byte[pageBytes];
        }

        byte[] last = spare[^1];
        spare.RemoveAt(spare.Count - 1);
        return last;
    }
}
