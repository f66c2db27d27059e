// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary>
/// What every frame holds: one byte throughout, as long as whole pages are written, else all its
/// bytes.
/// </summary>
sealed class FrameContents
{
    byte[] tags = [];
    byte[]?[] bytes = [];

    /// <summary>Tag of a frame with mixed bytes, plus 1; 0: not worked out since the last write.</summary>
    ulong[] digests = [];
    int pageBytes;

    /// <summary>All zero again; frames from <paramref name="used"/> on were never touched.</summary>
    public void Reset(Machine machine, bool isSame, int used)
    {
        if (isSame)
        {
            Array.Clear(tags, 0, used);
            Array.Clear(bytes, 0, used);
            return;
        }

        pageBytes = (int)machine.PageSize;
        tags = new byte[machine.Frames];
        bytes = new byte[]?[machine.Frames];
        digests = new ulong[machine.Frames];
    }

    public void Fill(int frame, byte value)
    {
        tags[frame] = value;
        bytes[frame] = null;
    }

    public bool IsUniform(int frame) => bytes[frame] is null;

    public byte At(int frame, int offset) => bytes[frame]?[offset] ?? tags[frame];

    /// <summary>Writes one byte value over part of a frame.</summary>
    public void Fill(int frame, int offset, int count, byte value)
    {
        if (count == pageBytes)
        {
            Fill(frame, value);
        }
        else if (bytes[frame] is not null || tags[frame] != value)
        {
            if (bytes[frame] is null)
            {
                bytes[frame] = new byte[pageBytes];
                Array.Fill(bytes[frame]!, tags[frame]);
            }

            Array.Fill(bytes[frame]!, value, offset, count);
            digests[frame] = 0;
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
        if (all is null)
        {
            return tags[frame];
        }

        if (digests[frame] == 0)
        {
            digests[frame] = Digest(all) + 1;
        }

        return digests[frame] - 1;
    }

    /// <summary>The one byte value a page holds, else a hash of 256 to 2^63 - 1.</summary>
    static ulong Digest(byte[] all)
    {
        bool isUniform = true;
        ulong digest = 0xcbf2_9ce4_8422_2325;
        foreach (byte value in all)
        {
            isUniform &= value == all[0];
            digest = unchecked((digest ^ value) * 0x100_0000_01b3);
        }

        return isUniform ? all[0] : (digest >> 1) | 0x100;
    }
}
