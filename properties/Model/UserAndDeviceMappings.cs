// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>Pages of an area for a process, and devices in the range.</summary>
public class UserAndDeviceMappings
{
    readonly Bench faithful = new(DefectMode.Faithful);
    readonly Bench repaired = new(DefectMode.Fixed);

    [Fact]
    public void Give_a_process_the_pages_from_the_offset_on()
    {
        ulong p = repaired.Run(CommandKind.VmallocUser, size: 3 * 4096).Value;

        Assert.Equal(0, Remap(repaired, p, pages: 2, pgoff: 1).Signed);
        Assert.Equal(2, repaired.Count(EventKind.UserInsert));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(3, 1)]
    [InlineData(1, 3)]
    [InlineData(1, (1UL << 52) - 1)]
    public void Refuse_what_lies_beyond_the_area(int pages, ulong pgoff)
    {
        ulong p = repaired.Run(CommandKind.VmallocUser, size: 3 * 4096).Value;

        Assert.Equal(-Errno.EINVAL, Remap(repaired, p, pages, pgoff).Signed);
        Assert.Equal(0, repaired.Count(EventKind.UserInsert));
    }

    /// <summary>B46: bytes and offset are summed, and the sum wraps.</summary>
    [Fact]
    public void Gave_a_page_of_another_away_before_the_guard_page_stopped_it()
    {
        faithful.Vmalloc(4096);
        ulong p = faithful.Run(CommandKind.VmallocUser, size: 4096).Value;

        Assert.Equal("vm_insert_page", Remap(faithful, p, 3, pgoff: (1UL << 52) - 3).Bug);
        Assert.Equal(1, faithful.Count(EventKind.UserInsert));
    }

    [Fact]
    public void Find_a_freed_area_until_its_purge_where_the_defect_is_kept()
    {
        foreach ((Bench bench, OutcomeKind found) in new[]
        {
            (faithful, OutcomeKind.Number), (repaired, OutcomeKind.NoPage),
        })
        {
            ulong p = bench.Vmalloc(4096);
            bench.Run(CommandKind.Vfree, p);

            Assert.Equal(found, bench.Run(CommandKind.FindVmArea, p).Kind);
            bench.Run(CommandKind.VmUnmapAliases);
            Assert.Equal(OutcomeKind.NoPage, bench.Run(CommandKind.FindVmArea, p).Kind);
        }
    }

    [Fact]
    public void Tell_size_and_flags_of_what_is_found()
    {
        ulong p = repaired.Run(CommandKind.VmallocUser, size: 4096).Value;

        Assert.Equal(
            Outcome.Number(8192, (ulong)(VmFlags.Alloc | VmFlags.Usermap)),
            repaired.Run(CommandKind.FindVmArea, p));
    }

    [Fact]
    public void Show_a_device_at_the_offset_of_its_address()
    {
        ulong phys = repaired.Machine.DeviceStart + 0x123;

        ulong d = Ioremap(repaired, phys, 0x1000);

        Assert.Equal(repaired.At(0) + 0x123, d);
        Assert.Equal([128, 129], repaired.Walk().Translations.Select(entry => entry.Frame));
        repaired.Run(CommandKind.Vmallocinfo);
        Assert.EndsWith(" phys=80000 ioremap\n", repaired.Step.Text.ToString(), StringComparison.Ordinal);
        repaired.Run(CommandKind.Iounmap, d);
        Assert.Empty(repaired.Walk().Vmlist);
        Assert.Equal(0, repaired.Count(EventKind.Warn));
    }

    /// <summary>In words of its own, not in those of vfree.</summary>
    [Theory]
    [InlineData(DefectMode.Faithful)]
    [InlineData(DefectMode.Fixed)]
    public void Complain_of_a_device_that_is_not_there(DefectMode mode)
    {
        Bench bench = new(mode);

        bench.Run(CommandKind.Iounmap, bench.At(2) + 0x123);

        Event warning = Assert.Single(
            bench.Step.Events.ToArray(), static e => e.Kind == EventKind.Warn);
        Assert.Equal(Splat.BadIounmap, warning.Splat);
        Assert.Equal(
            "iounmap: bad address START+0x2000",
            ResultText.Of(warning, new AddressText(bench.Machine)));
    }

    [Fact]
    public void Refuse_memory_in_every_page_but_the_last_where_the_defect_is_kept()
    {
        ulong lastPage = repaired.Machine.DeviceStart - 0x1000;

        Assert.Equal(0ul, Ioremap(repaired, lastPage, 0x1000));
        Assert.Equal(0ul, Ioremap(faithful, lastPage, 0x2000));
        Assert.NotEqual(0ul, Ioremap(faithful, lastPage, 0x1000));
        Bench later = new(DefectMode.Faithful, Era.V2637);
        Assert.Equal(0ul, Ioremap(later, lastPage, 0x1000));
    }

    [Fact]
    public void Undo_an_area_whose_tables_cannot_be_had()
    {
        var fault = new Fault(FaultSite.Table, FaultMode.Once, 2);

        Assert.Equal(0ul, Ioremap(repaired, repaired.Machine.DeviceStart, 0x1000, fault));
        Assert.Empty(repaired.Walk().Vmlist);
        Assert.Equal(2, repaired.Step.Counters.LazyPages);
    }

    [Theory]
    [InlineData(DefectMode.Faithful, 0x2000)]
    [InlineData(DefectMode.Fixed, 0x1000)]
    public void Align_a_page_of_a_device_to_two_where_the_defect_is_kept(
        DefectMode mode, ulong align)
    {
        Bench bench = new(mode);
        bench.Vmalloc(2 * 4096);
        ulong d = Ioremap(bench, bench.Machine.DeviceStart, 0x1000);

        Assert.Equal(bench.At(4), d);
        Assert.Equal(
            align == 0x1000 ? bench.At(7) : bench.At(8),
            Ioremap(bench, bench.Machine.DeviceStart, 0x1000));
    }

    [Fact]
    public void Leave_the_counter_above_the_sum_once_the_next_free_was_to_purge()
    {
        Bench later = new(DefectMode.Fixed, Era.V2637);
        ulong p = later.Vmalloc(4096);
        later.Run(CommandKind.SetIounmapNonlazy);

        later.Run(CommandKind.Vfree, p);

        Assert.Equal(1, later.Count(EventKind.AreaRelease));
        Assert.Equal(later.Machine.LazyMax + 1, later.Step.Counters.LazyPages);
    }

    [Fact]
    public void Know_no_set_iounmap_nonlazy_before_it_came() => Assert.Equal(
        OutcomeKind.Unsupported, repaired.Run(CommandKind.SetIounmapNonlazy).Kind);

    static Outcome Remap(Bench bench, ulong address, int pages, ulong pgoff) => bench.Run(
        new Command(CommandKind.RemapVmallocRange) { Size = (ulong)pages * 4096, Count = pgoff },
        address);

    static ulong Ioremap(Bench bench, ulong phys, ulong size, Fault fault = default) => bench.Run(
        new Command(CommandKind.Ioremap) { Phys = phys, Size = size, Fault = fault }).Value;
}
