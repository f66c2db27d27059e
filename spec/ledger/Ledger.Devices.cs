// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    int firstDevice;

    /// <summary>Whether an entry may lead to it: memory, or a device's.</summary>
    internal bool IsMappable(int number) =>
        number >= 0 && number < Machine.Frames + Machine.DeviceFrames;

    /// <summary>Bytes that a call reserves which is no allocator: not rounded.</summary>
    internal ulong BytesOfRange(Call call) => call.Kind switch
    {
        CommandKind.Vmap => call.Count << Machine.PageShift,
        CommandKind.Ioremap =>
            Machine.PageAlign(unchecked((call.Phys & Machine.PageMask) + call.Size)),
        _ => call.Size,
    };

    /// <summary>The range that a call reserves is aligned as device memory is.</summary>
    static bool IsForDevice(Call call) => call.Kind is CommandKind.AllocVmArea or CommandKind.Ioremap
        || (call.Flags & VmFlags.Ioremap) != 0;

    void JudgePlace(ulong address)
    {
        Wanted(out ulong size, out ulong align, out ulong start, out ulong end);
        Tally.HighDevices += address > LowestHole(size, align, start, end) ? 1 : 0;
    }

    /// <summary>Devices lie behind memory, wherever that ends on this machine.</summary>
    void MoveDevices(int memory)
    {
        int old = frames.Length;
        Array.Resize(ref frames, Math.Max(old, memory + Machine.DeviceFrames));
        for (int i = old; i < frames.Length; i++)
        {
            frames[i] = new Frame(i);
        }

        for (int i = 0; i < Machine.DeviceFrames; i++)
        {
            if (firstDevice + i < old)
            {
                frames[firstDevice + i].Reset(isDevice: false);
            }
        }

        for (int i = 0; i < Machine.DeviceFrames; i++)
        {
            frames[memory + i].Reset(isDevice: true);
        }

        firstDevice = memory;
    }
}
