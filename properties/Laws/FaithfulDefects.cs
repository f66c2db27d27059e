// SPDX-License-Identifier: GPL-2.0-only
using System.Text.RegularExpressions;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// The defects 2.6.32 really had break laws in the faithful model. Each is found by drawing traces
/// from a fixed seed, shrunk, and absent from the fixed model.
/// </summary>
public sealed class FaithfulDefects
{
    [Fact]
    public void A_second_vfree_before_the_purge_runs_into_a_bug() => Finds(
        FailureLaws.NoCallEndsInABug, "tight64",
        @"p0 = vmalloc\(4096\); vfree\(p0\); vfree\(p0\)");

    /// <summary>The descriptor of the dead range is another area's by now.</summary>
    [Fact]
    public void A_second_vfree_after_a_reuse_ends_an_innocent_area() => Finds(
        FailureLaws.EventsFitTogether, "tight64",
        @"p0 = vmalloc\(4096\); vfree\(p0\); p1 = vmalloc\(4096\); vfree\(p0\)");

    [Fact]
    public void Vunmap_of_a_block_is_not_noticed_and_leaks_its_pages() => Finds(
        FailureLaws.IllegalCallsWarn, "tight64", @"p0 = vmalloc\(4096\); vunmap\((p0|START)\)");

    /// <summary>Nine pages of 64 bytes are the smallest block whose pages array nests.</summary>
    [Fact]
    public void A_nested_pages_array_spends_the_zone_of_its_owner() => Finds(
        LinuxLaws.ZonesAreForDataPages, "toy", @"p0 = vmalloc_32(_user)?\(576\)");

    [Fact]
    public void Page_tables_are_taken_with_GFP_KERNEL_whatever_was_asked() => Finds(
        LinuxLaws.TablesDoNotReclaimMore, "toy",
        @"p0 = __vmalloc\(64, (0|GFP_NOFS|GFP_NOIO|__GFP_HIGHMEM|\|)+, PAGE_KERNEL\)");

    /// <summary>Where an int has 8 bits, 128 pointers of two bytes are no bytes at all.</summary>
    [Fact]
    public void The_bytes_of_a_pages_array_wrap_in_an_int() => Finds(
        ArrayLaws.ArraysHaveRoomForEachPage, "narrow", @"p0 = .*alloc.*\(.*\)");

    [Fact]
    public void The_bytes_of_a_mapping_wrap_in_an_int() => Finds(
        AccessLaws.VmapMapsTheGivenPages, "narrow", @"f0 = take\(.*\); m1 = vmap\(.*\)");

    [Fact]
    public void The_alignment_of_device_memory_is_found_in_an_int() => Finds(
        DeviceLaws.DeviceRangesAreAligned, "narrow", @"a0 = .*vm_area.*\(.*\)");

    /// <summary>Of areas that are freed, or of one that a failing call abandons.</summary>
    [Fact]
    public void Lazy_pages_are_counted_in_an_int() => Finds(
        PurgeLaws.LazyCounterIsTheSum, "narrow", @".*(free|unmap|remove_vm_area|fail).*");

    /// <summary>Draws traces until one that breaks the law shrinks to the minimum known.</summary>
    static void Finds(Law law, string machine, string minimum)
    {
        const int Traces = 1500;
        var hunt = new Hunt();
        string last = "none";
        for (ulong number = 0; number < Traces; number++)
        {
            Trace trace = Generator.Draw(
                Prng.Derive(18, number), Machines.Find(machine)!, Era.V2632, DefectMode.Faithful,
                length: 50);
            if (hunt.Run(trace)?.Law != law)
            {
                continue;
            }

            Shrunk shrunk = hunt.Shrink(trace)!;
            Assert.Equal(law.Name, shrunk.Symptom.Class);
            string calls = string.Join("; ", TraceWriter.Lines(shrunk.Trace.Commands));
            last = calls;
            if (Regex.IsMatch(calls, $"^{minimum}$"))
            {
                Assert.True(shrunk is { IsFinished: true, IsOneMinimal: true }, calls);
                Assert.Null(hunt.Run(shrunk.Trace with { Mode = DefectMode.Fixed }));
                return;
            }
        }

        Assert.Fail($"{law.Name}: no trace of {Traces} shrank to {minimum}; the last one to {last}");
    }
}
