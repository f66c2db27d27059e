// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    /// <summary>
    /// A purge is due when the mark was crossed, or when a request found no hole.
    /// </summary>
    void JudgePurge()
    {
        if (Step.Call.Kind == CommandKind.VmUnmapAliases)
        {
            return;
        }

        if (lazyPeak > (ulong)Machine.LazyMax)
        {
            Tally.PurgesAtTheMark++;
            return;
        }

        if (Step.Call.Signature.Product is Product.Nothing or Product.Frames)
        {
            Tally.EarlyReleases++;
        }
        else
        {
            Tally.PurgesForSpace++;
            if (Step.Call.Kind == CommandKind.PcpuGetVmAreas)
            {
                Tally.NeedlessPurges += HasPercpuPlace(Step.Call, out _) ? 1 : 0;
                return;
            }

            Wanted(out ulong size, out ulong align, out ulong start, out ulong end);
            Tally.NeedlessPurges += HasHole(size, align, start, end) ? 1 : 0;
        }
    }

    void NoVaSpace(in Event e)
    {
        Tally.NoVaSpace++;
        Wanted(out ulong size, out ulong align, out ulong start, out ulong end);
        if (LazyPages > 0 || IdleBlocks > 0 || HasHole(size, align, start, end))
        {
            Tally.NeedlessRefusals++;
        }
    }

    /// <summary>
    /// The hole the running call looks for: of its nested array once it has its own.
    /// </summary>
    void Wanted(out ulong size, out ulong align, out ulong start, out ulong end)
    {
        Call call = Step.Call;
        (align, start, end) = (1, Machine.Start, Machine.End);
        if (call.Kind == CommandKind.VmMapRam)
        {
            bool isPart = call.PageCount <= Machine.VmapMaxAlloc;
            size = (ulong)(isPart ? Machine.VmapBlockPages : call.PageCount) << Machine.PageShift;
            align = isPart ? size : 1;
            return;
        }

        ulong bytes = call.Size;
        if (primary is not null)
        {
            bytes = ArrayBytes(primary.NrPages);
        }
        else if (call.Signature.Product == Product.Block)
        {
            (bytes, align) = (asked.Size, asked.Align);
        }
        else
        {
            bytes = BytesOfRange(call);
            align = IsForDevice(call) ? Machine.IoremapAlign(bytes) : 1;
            (start, end) = call.Kind == CommandKind.GetVmAreaInner
                ? (call.Start, call.End) : (start, end);
        }

        size = unchecked(Machine.PageAlign(bytes) + Machine.PageSize);
    }
}
