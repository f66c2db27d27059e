// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes in groups of percpu areas.</summary>
static class DoctoredPercpu
{
    static readonly PercpuArea[] two = [new(0, 0x1000), new(0x4000, 0x2000)];

    public static readonly Doctored[] All =
    [
        new(nameof(PercpuLaws.PercpuAreasKeepTheirDistances),
            static script => script.Percpu(0x1000, two),
            static script => MoveSecond(script[0])),
        new(nameof(PercpuLaws.PercpuAreasAreAsLargeAsAsked),
            static script => script.Percpu(0x1000, two),
            static script => script[0].Change(
                EventKind.VmInsert, e => e with { Gfp = (Gfp)(uint)VmFlags.Map })),
        new(nameof(PercpuLaws.PercpuAreasAreAligned),
            static script => script.Percpu(0x4000, new PercpuArea(0, 0x4000)),
            static script => script[0].Shift(-0x1000),
            nameof(PercpuPlaceLaws.PercpuGroupsLieHighest)),
        new(nameof(PercpuLaws.PercpuGroupsKeepOneArray),
            static script => script.Percpu(0x1000, two),
            static script => script[0].Drop(EventKind.SlabFree)),
        new(nameof(PercpuLaws.PercpuGroupsEndTogether),
            static script => script.FreePercpu(script.Percpu(0x1000, two)),
            static script => script.Rewrite(
                other => other.FreePercpu(other.Percpu(0x1000, two)[..1])),
            nameof(FreeLaws.FreeGivesBackItsObjects)),
        new(nameof(PercpuLaws.PercpuGroupsBeyondTheRangeAreWarnedOf),
            static script =>
            {
                ScriptedStep step = script.Produce(
                    Script.Group(0x1000, new PercpuArea(0, 0x60000)));
                step.Add(EventKind.Warn, detail: (byte)Splat.TooLarge);
                step.Outcome = Outcome.Pointer(0);
            },
            static script => script[0].Drop(EventKind.Warn)),
        new(nameof(PercpuPlaceLaws.PercpuGroupsLieHighest),
            static script => script.Percpu(0x1000, two),
            static script => script[0].Shift(-0x1000)),
        new(nameof(PercpuPlaceLaws.PercpuGroupsAreRefusedWithoutPlace),
            static script =>
            {
                script.Reserve(1);
                script.RefusePercpu(new PercpuArea(0, 0x5f000));
            },
            static script => script.Rewrite(other =>
            {
                other.Reserve(1);
                other.RefusePercpu(new PercpuArea(0, 0x1000));
            })),
    ];

    /// <summary>The second area lies a page too low.</summary>
    static void MoveSecond(ScriptedStep step)
    {
        ulong second = step.Events.Last(e => e.Kind == EventKind.VmInsert).Address;
        for (int i = 0; i < step.Events.Count; i++)
        {
            Event e = step.Events[i];
            ulong down = e.Address == second ? 0x1000UL : 0;
            step.Events[i] = e with
            {
                Address = e.Address - down, End = e.End - Math.Min(down, e.End),
            };
        }
    }
}
