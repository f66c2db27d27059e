// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary><c>vread</c> and <c>vwrite</c>: /dev/kmem's view, which never faults.</summary>
/// <remarks>
/// Ported; the caller's buffer holds 0xee before and is kept as runs of equal bytes. Simplified:
/// no buffer is larger than <see cref="MaxBuffer"/>.
/// </remarks>
public sealed partial class Model
{
    /// <summary>Bytes; a longer request is cut.</summary>
    public const ulong MaxBuffer = 1 << 30;

    const byte Untouched = 0xee;

    /// <summary><c>vread</c>: the whole count if any area lies at or above addr, else 0.</summary>
    [Kernel("vread", "vread.1", "vread.3")]
    int Vread(ulong addr, ulong count)
    {
        int buflen = (int)Math.Min(count, MaxBuffer);
        int left = ClipAtTop(addr, buflen);
        Emit(EventKind.Lock, KernelLock.Vmlist);
        var at = vmlist.Around(addr);
        int done = 0;
        for (; left > 0 && vmlist.IsEntry(at); at = vmlist.Next(at))
        {
            VmStruct area = vmlist.At(at);
            int hole = HoleBefore(area, addr, left, out int n);
            if (n < 0)
            {
                continue;
            }

            AppendRun(0, hole);
            CopyOut(area, addr + (ulong)hole, n);
            addr += (ulong)(hole + n);
            left -= hole + n;
            done += hole + n;
        }

        Emit(EventKind.Unlock, KernelLock.Vmlist);
        AppendRun(done == 0 ? Untouched : (byte)0, buflen - done);
        return done == 0 ? 0 : buflen;
    }

    /// <summary><c>vwrite</c>: the whole count if anything was written, else 0.</summary>
    [Kernel("vread", "vread.3")]
    int Vwrite(ulong addr, ulong count, byte value)
    {
        int buflen = ClipAtTop(addr, (int)Math.Min(count, MaxBuffer));
        int left = buflen;
        bool copied = false;
        Emit(EventKind.Lock, KernelLock.Vmlist);
        var at = vmlist.Around(addr);
        for (; left > 0 && vmlist.IsEntry(at); at = vmlist.Next(at))
        {
            VmStruct area = vmlist.At(at);
            int hole = HoleBefore(area, addr, left, out int n);
            if (n < 0)
            {
                continue;
            }

            addr += (ulong)hole;
            if (n > 0 && (area.Flags & VmFlags.Ioremap) == 0)
            {
                AlignedVwrite(addr, n, value);
                copied = true;
            }

            addr += (ulong)n;
            left -= hole + n;
        }

        Emit(EventKind.Unlock, KernelLock.Vmlist);
        return copied ? buflen : 0;
    }

    /// <summary><c>aligned_vwrite</c>: pages without a translation are passed over.</summary>
    [Kernel("vread", "vread.2")]
    void AlignedVwrite(ulong addr, int count, byte value)
    {
        while (count > 0)
        {
            int offset = (int)(addr & pageMask);
            int length = Math.Min((int)pageSize - offset, count);
            int page = VmallocToPage(addr);
            if (page >= 0)
            {
                contents.Fill(page, offset, length, value);
                EmitFrameWritten(page);
            }

            addr += (ulong)length;
            count -= length;
        }
    }

    /// <summary><c>aligned_vread</c>: pages without a translation read as zeros.</summary>
    [Kernel("vread", "vread.2")]
    void CopyOut(VmStruct area, ulong addr, int count)
    {
        while (count > 0)
        {
            int offset = (int)(addr & pageMask);
            int length = Math.Min((int)pageSize - offset, count);
            int page = (area.Flags & VmFlags.Ioremap) != 0 ? -1 : VmallocToPage(addr);
            if (page < 0 || contents.IsUniform(page))
            {
                AppendRun(page < 0 ? (byte)0 : contents.At(page, 0), length);
            }
            else
            {
                for (int i = offset; i < offset + length; i++)
                {
                    AppendRun(contents.At(page, i), 1);
                }
            }

            addr += (ulong)length;
            count -= length;
        }
    }

    /// <summary>
    /// Bytes before area (at most left), and n: how many of the rest lie in it; n is -1 for an
    /// area that ends, guard page not counted, at or below addr.
    /// </summary>
    [Kernel("vread", "vread.1")]
    int HoleBefore(VmStruct area, ulong addr, int left, out int n)
    {
        ulong end = UnsignedLong(unchecked(area.Addr + area.Size - pageSize));
        n = -1;
        if (addr >= end)
        {
            return 0;
        }

        int hole = addr < area.Addr ? (int)Math.Min((ulong)left, area.Addr - addr) : 0;
        n = (int)Math.Min((ulong)(left - hole), end - (addr + (ulong)hole));
        return hole;
    }

    int ClipAtTop(ulong addr, int count) =>
        UnsignedLong(unchecked(addr + (ulong)count)) >= addr ? count
            : (int)UnsignedLong(unchecked(0UL - addr));

    void AppendRun(byte value, int times)
    {
        if (times <= 0)
        {
            return;
        }

        int last = step.Bytes.Count - 1;
        if (last >= 0 && step.Bytes[last].Value == value)
        {
            step.Bytes[last] = (value, step.Bytes[last].Times + times);
        }
        else
        {
            step.Bytes.Add((value, times));
        }
    }
}
