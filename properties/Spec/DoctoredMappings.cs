// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Properties;

/// <summary>Mistakes in look-ups, in what user space is given, and with devices.</summary>
static class DoctoredMappings
{
    public static readonly Doctored[] All =
    [
        new(nameof(DeviceLaws.DeviceRangesAreAligned),
            static script => script.Reserve(2, CommandKind.GetVmArea, VmFlags.Ioremap),
            static script => script[0].Shift(0x1000),
            nameof(DeviceLaws.DeviceRangesLieAsLowAsTheyMay)),
        new(nameof(DeviceLaws.DeviceRangesLieAsLowAsTheyMay),
            static script => script.Reserve(2, CommandKind.GetVmArea, VmFlags.Ioremap),
            static script => script[0].Shift(0x2000)),
        new(nameof(DeviceLaws.DevicesAreMappedAsAsked),
            static script => script.Ioremap(2),
            static script => script[0].Change(
                EventKind.PteSet, static e => e with { Id = e.Id ^ 1 })),
        new(nameof(DeviceLaws.OnlyIoremapMapsDevices),
            static script =>
            {
                script.Take(1);
                script.Vmap(0, [0]);
            },
            static script => script[1].Change(
                EventKind.PteSet, static e => e with { Id = 128 }),
            nameof(AccessLaws.VmapMapsTheGivenPages)),
        new(nameof(DeviceLaws.IoremapTellsWhereTheDeviceIs),
            static script => script.Ioremap(1),
            static script => script[0].Outcome = Outcome.Pointer(script.Machine.Start + 1)),
        new(nameof(DeviceLaws.MemoryIsNoDevice),
            static script => script.Produce(script.Sized(CommandKind.Ioremap, 1)).Outcome =
                Outcome.Pointer(0),
            static script => script[0].Add(EventKind.CacheFlushUnmap)),
        new(nameof(UserLaws.LookupsFindLiveAreas),
            static script =>
            {
                script.Vfree(script.Vmalloc(1));
                script.Call(CommandKind.FindVmArea, Operand.Named(0)).Outcome =
                    new Outcome(OutcomeKind.NoPage);
            },
            static script => script[2].Outcome = Outcome.Number(0x2000, (ulong)VmFlags.Alloc)),
        new(nameof(UserLaws.RemapsAreRefusedWithoutLeave),
            static script => Remap(script, usermap: true),
            static script => script.Rewrite(static other => Remap(other, usermap: false)),
            nameof(UserLaws.UsersAreGivenTheirPages)),
        new(nameof(UserLaws.UsersAreGivenTheirPages),
            static script => Remap(script, usermap: true),
            static script => script[1].DropLast(EventKind.UserInsert)),
    ];

    /// <summary>The second and third page of a block, given to user space.</summary>
    static void Remap(Script script, bool usermap)
    {
        Scripted block = script.Allocate(
            script.Sized(usermap ? CommandKind.VmallocUser : CommandKind.Vmalloc, 3), 3,
            usermap ? Script.Plain | Gfp.Zero : Script.Plain, usermap: usermap);
        ScriptedStep step = script.Call(
            script.Sized(CommandKind.RemapVmallocRange, 2) with
            {
                Pointer = Operand.Named(0), Count = 1,
            });
        step.Add(
            EventKind.TableAlloc, detail: (byte)TableLevel.User, gfp: Gfp.Kernel | Gfp.Zero);
        step.Add(EventKind.UserInsert, 0, id: block.Frames[1]);
        step.Add(EventKind.UserInsert, script.Machine.PageSize, id: block.Frames[2]);
        step.Outcome = Outcome.Number(0);
    }
}
