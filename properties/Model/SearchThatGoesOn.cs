// SPDX-License-Identifier: GPL-2.0-only
using Verification.Model;
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>The model's search of 2.6.39 and 3.0 against a plain walk of a list.</summary>
public sealed class SearchThatGoesOn
{
    const ulong Page = 4096;
    const ulong Start = 0x4900_0000_0000;

    readonly AddressIndex taken = new();
    readonly SlabCache<VmapArea> slots = new();
    readonly Dictionary<ulong, VmapArea> areas = [];
    int found;
    int refused;
    int wentOn;

    /// <summary>
    /// Areas at most, pages of range: crowded to empty, one block to many. One in eight enters as
    /// those of a percpu group do: the search does not go on from it.
    /// </summary>
    [Theory]
    [InlineData(Era.V2639, 10, 64)]
    [InlineData(Era.V2639, 100, 512)]
    [InlineData(Era.V2639, 600, 4096)]
    [InlineData(Era.V30, 10, 64)]
    [InlineData(Era.V30, 100, 512)]
    [InlineData(Era.V30, 600, 4096)]
    public void Finds_what_the_plain_walk_finds(Era era, int most, int pages)
    {
        bool is39 = era == Era.V2639;
        var placement = Placement.Of(era, faithful: true, taken, slots);
        placement.Reset(Page);
        var plain = new PlainSearch(is39 ? Page : 0, isStrict: is39);
        var prng = new Prng(Prng.Derive((ulong)era, (ulong)most));
        int slabObjects = 0;
        for (int round = 0; round < 20_000; round++)
        {
            if (areas.Count == most || (areas.Count > 0 && prng.Percent(45)))
            {
                Leave(placement, plain, plain.Starts[prng.Below(areas.Count)]);
            }

            Request(ref prng, pages, out ulong from, out ulong to, out ulong size, out ulong align);
            wentOn += plain.HasCache ? 1 : 0;
            bool fits = placement.Find(from, to, size, align, isOrdered: true, out ulong address);
            Assert.Equal(plain.Find(from, to, size, align), fits ? address : null);
            found += fits ? 1 : 0;
            refused += fits ? 0 : 1;
            if (fits && areas.Count < most)
            {
                Enter(plain, slots.Take(ref slabObjects), address, size);
                if (prng.Below(8) != 0)
                {
                    placement.Entered(areas[address]);
                    plain.Remember(address);
                }
            }
        }

        Assert.Equal(plain.Starts.Count, taken.Count);
        Assert.All([found, refused, wentOn], times => Assert.InRange(times, 1000, 20_000));
    }

    /// <summary>One in five asks for a part of the range, one in four for an alignment.</summary>
    static void Request(
        ref Prng prng, int pages, out ulong from, out ulong to, out ulong size, out ulong align)
    {
        from = Start;
        to = Start + ((ulong)pages * Page) - (ulong)prng.Below(2);
        size = (ulong)(2 + prng.Below(prng.Below(4) == 0 ? pages / 8 : 6)) * Page;
        align = prng.Below(4) == 0 ? Page << prng.Below(6) : 1;
        if (prng.Below(5) == 0)
        {
            from += (ulong)prng.Below(pages / 2) * Page;
            to -= (ulong)prng.Below(pages / 2) * Page;
        }
    }

    void Enter(PlainSearch plain, VmapArea area, ulong address, ulong size)
    {
        area.VaStart = address;
        area.VaEnd = address + size;
        taken.Insert(area.VaStart, area.VaEnd, area.Slot);
        areas.Add(address, area);
        plain.Enter(address, address + size);
    }

    void Leave(Placement placement, PlainSearch plain, ulong start)
    {
        areas.Remove(start, out VmapArea? area);
        placement.Leaves(area!);
        taken.Remove(start, area!.Slot);
        slots.Give(area);
        plain.Leave(start);
    }
}
