// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Model;

/// <summary><c>remap_vmalloc_range</c>: pages of an area for a process.</summary>
public sealed partial class Model
{
    /// <summary>
    /// <c>remap_vmalloc_range</c>: usize bytes of an area, from page pgoff on, for a fresh mapping
    /// of a process. 0, or a negative errno.
    /// </summary>
    /// <remarks>
    /// Simplified: the process goes with the call, and gives its tables and references back.
    /// Faithful mode lets the sum of size and offset wrap (B46).
    /// </remarks>
    [Kernel("remap_vmalloc_range", "remap.1", "remap.3", "remap.4")]
    int RemapVmallocRange(ulong usize, ulong addr, ulong pgoff)
    {
        if ((addr & pageMask) != 0)
        {
            return -Errno.EINVAL;
        }

        VmStruct? area = FindVmArea(addr);
        if (area is null || (area.Flags & VmFlags.Usermap) == 0)
        {
            return -Errno.EINVAL;
        }

        if (Exceeds(usize, pgoff, unchecked(area.Size - pageSize)))
        {
            return -Errno.EINVAL;
        }

        addr = unchecked(addr + (pgoff << machine.PageShift));
        for (ulong uaddr = 0; uaddr < usize; uaddr += pageSize)
        {
            int ret = VmInsertPage(uaddr, addr, VmallocToPage(addr));
            if (ret != 0)
            {
                return ret;
            }

            addr = unchecked(addr + pageSize);
        }

        return 0;
    }

    /// <summary>Whether pages lie beyond so many bytes of an area.</summary>
    [Kernel("remap_vmalloc_range", "remap.2")]
    bool Exceeds(ulong usize, ulong pgoff, ulong bytes) => faithful
        ? unchecked(usize + (pgoff << machine.PageShift)) > bytes
        : usize > bytes || pgoff > (bytes - usize) >> machine.PageShift;

    /// <summary>
    /// <c>vm_insert_page</c>: one page at uaddr, bytes from the beginning of the user's range; 0,
    /// or a negative errno. addr is where the kernel has it.
    /// </summary>
    /// <remarks>
    /// Simplified: of the tables of a process the lowest alone is asked for, once for all pages it
    /// holds; it is nobody's afterwards.
    /// </remarks>
    [Kernel("vm_insert_page", "insert-page.1", "insert-page.2", "insert-page.3")]
    int VmInsertPage(ulong uaddr, ulong addr, int page)
    {
        if (page < 0)
        {
            throw new KernelBug("vm_insert_page");
        }

        if (!frames.IsInUse(page))
        {
            return -Errno.EINVAL;
        }

        bool begins = (uaddr & ((pageSize << machine.Levels.Pte) - 1)) == 0;
        if (begins && !UserTableAlloc(addr))
        {
            return -Errno.ENOMEM;
        }

        step.Add(EventKind.UserInsert, uaddr, id: page);
        return 0;
    }

    bool UserTableAlloc(ulong addr)
    {
        bool fails = Fails(FaultSite.Table);
        step.Add(new Event(
            fails ? EventKind.TableFail : EventKind.TableAlloc, (byte)TableLevel.User, 0, 0,
            TableGfp(Gfp.Kernel), addr, 0, 0));
        return !fails;
    }
}
