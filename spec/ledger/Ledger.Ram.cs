// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

public sealed partial class Ledger
{
    /// <summary>Pages mapped at an address; less than 0: given back since.</summary>
    readonly Dictionary<ulong, int> ram = [];

    /// <summary>Addresses where <c>vm_map_ram</c> mapped pages that nobody gave back.</summary>
    int ramInUse;

    /// <summary>Pages that <c>vm_map_ram</c> mapped at an address; 0: none.</summary>
    public int RamPages(ulong address) => Math.Max(ram.GetValueOrDefault(address), 0);

    /// <summary>Pages of the last that <c>vm_map_ram</c> mapped there, given back or not.</summary>
    public int LastRamPages(ulong address) => Math.Abs(ram.GetValueOrDefault(address));

    /// <summary>Whether an area without descriptor holds all of a range.</summary>
    public bool IsInBareArea(ulong address, int pages) =>
        AreaAt(address) is { State: AreaState.Reserved } area
        && (ulong)pages << Machine.PageShift <= area.End - address;

    void TakeRam(Call call)
    {
        if (call.Kind == CommandKind.VmUnmapRam)
        {
            ramInUse -= RamPages(call.Address) > 0 ? 1 : 0;
            ram[call.Address] = -LastRamPages(call.Address);
        }
        else if (call.Kind == CommandKind.VmMapRam && !Step.Outcome.IsNull
            && Step.Outcome.Kind == OutcomeKind.Pointer)
        {
            ramInUse += RamPages(Step.Outcome.Value) > 0 ? 0 : 1;
            ram[Step.Outcome.Value] = call.PageCount;
        }
    }
}
