// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    /// <summary>Bytes; larger buffers of vread and vwrite are not followed.</summary>
    const ulong MostBytes = 1 << 24;

    ulong writeCursor;

    /// <summary>Whether the buffer of a vread or vwrite is small enough to be followed.</summary>
    public bool Follows(Call call) =>
        call.Size <= MostBytes && call.Address <= longMask - call.Size;

    /// <summary>
    /// The frame that an address of /dev/kmem stands for: -1 in a hole, in a guard page, in device
    /// memory, and where nothing is mapped.
    /// </summary>
    public int FrameBehind(ulong address)
    {
        Area? area = AreaAt(address);
        return area is { IsLive: true } && (area.Flags & VmFlags.Ioremap) == 0
            && address < area.GuardPage(Machine.PageSize)
            && Translations.Get(address) is { IsPresent: true } translation
            ? translation.Frame : -1;
    }

    /// <summary>
    /// First address from here on, below end, that <c>vwrite</c> has to write; else end.
    /// </summary>
    internal ulong NextWritten(ulong address, ulong end)
    {
        while (address < end && FrameBehind(address) < 0)
        {
            address = (address | Machine.PageMask) + 1;
        }

        return Math.Min(address, end);
    }

    /// <summary>Addresses of the running <c>vwrite</c> that no event has accounted for.</summary>
    public bool WroteEverything =>
        NextWritten(writeCursor, Step.Call.Address + Step.Call.Size) - Step.Call.Address
            == Step.Call.Size;

    void FrameWritten(in Event e)
    {
        Frame frame = Touch(e.Id);
        if (Step.Call.Kind == CommandKind.Vwrite && Follows(Step.Call))
        {
            Vwritten(frame, e.Bytes);
        }

        frame.Tag = e.Bytes;
    }

    /// <summary>
    /// A page written by vwrite: the next in line, and only between the given bounds.
    /// </summary>
    void Vwritten(Frame frame, ulong tag)
    {
        byte value = Step.Call.Value;
        ulong end = Step.Call.Address + Step.Call.Size;
        ulong from = NextWritten(writeCursor, end);
        ulong to = Math.Min((from | Machine.PageMask) + 1, end);
        writeCursor = to;
        bool whole = to - from == Machine.PageSize;
        bool even = frame.Tag == value || whole;
        bool known = frame.Tag <= byte.MaxValue || whole;
        Tally.WriteMistakes += from < end && FrameBehind(from) == frame.Number
            && (!known || (even ? tag == value : tag > byte.MaxValue)) ? 0 : 1;
        frame.Patch = known && !even
            ? new Patch(
                tag, (byte)frame.Tag, value, (int)(from & Machine.PageMask),
                (int)((to - 1) & Machine.PageMask))
            : default;
    }
}
