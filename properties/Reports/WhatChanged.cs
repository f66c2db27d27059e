// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What a reader is told of two states of one run.</summary>
public sealed class WhatChanged
{
    [Fact]
    public void By_vmalloc_is_an_area_its_pages_its_tables_and_a_smaller_hole() => Assert.Equal(
        [
            "START+0x0     12K  new area: live vmalloc pages=2 array=slab",
            "START+0x0      8K  mapped RW GLB NX, f0-f1",
            "START+0x0    256K  page tables added: pud, pmd, pte",
            "START+0x3000 244K  hole, was 256K",
            "kmemleak     START+0x0 registered: 8192 bytes, min_count 3",
            "page tables  0 -> 1 pud, 0 -> 1 pmd, 0 -> 1 pte",
            "frames       0 -> 2 in use",
            "slab         0 -> 1 vm_struct, 0 -> 1 vmap_area, 0 -> 1 array",
        ],
        By("", "p0 = vmalloc(8192)"));

    [Fact]
    public void By_vfree_is_a_lazy_area_whose_frames_are_free() => Assert.Equal(
        [
            "START+0x0 12K  area live -> lazy, its frames are free",
            "kmemleak      START+0x0 forgotten",
            "vmap_lazy_nr  0 -> 3",
            "frames        2 -> 0 in use",
            "slab          1 -> 0 vm_struct, 1 -> 0 array",
        ],
        By("p0 = vmalloc(8192)", "vfree(p0)"));

    [Fact]
    public void By_a_purge_is_an_area_less_and_a_larger_hole() => Assert.Equal(
        [
            "START+0x0  12K  area gone: lazy",
            "START+0x0   8K  unmapped, was f0-f1",
            "START+0x0 256K  hole, was 244K",
            "TLB of cpu 0  forgets START+0x0",
            "vmap_lazy_nr  3 -> 0",
            "slab          1 -> 0 vmap_area",
        ],
        By("p0 = vmalloc(8192)\nwrite(p0, 1)\nvfree(p0)", "vm_unmap_aliases()"));

    [Fact]
    public void Is_nothing_where_nothing_did() => Assert.Empty(
        By("p0 = vmalloc(8192)", "vmallocinfo()"));

    /// <summary>Lines fit a terminal, indented as a report indents them.</summary>
    [Trait("Length", "long")]
    [Fact]
    public void Fits_80_columns()
    {
        int lines = 0;
        Machine? last = null;
        Picture before = new();
        RandomPictures.Visit((machine, picture, _) =>
        {
            if (machine == last)
            {
                foreach (string line in PictureDifference.Of(machine, before, picture))
                {
                    Assert.True(line.Length <= 78, line);
                    lines++;
                }
            }

            (last, before) = (machine, Copied(picture));
        });
        Assert.True(lines > 1000, $"only {lines} lines");
    }

    [Trait("Length", "long")]
    [Fact]
    public void Is_something_whenever_the_dumps_differ()
    {
        int differences = 0;
        string last = "";
        Picture before = new();
        RandomPictures.Visit((machine, picture, step) =>
        {
            string text = DumpText.Of(machine, picture);
            if (step.Index > 0)
            {
                Assert.Equal(
                    text != last, PictureDifference.Of(machine, before, picture).Count > 0);
                differences += text == last ? 0 : 1;
            }

            (last, before) = (text, Copied(picture));
        });
        Assert.True(differences > 500, $"only {differences} differences");
    }

    static Picture Copied(Picture picture)
    {
        Picture copy = new()
        {
            Counters = picture.Counters,
            KmemleakEnabled = picture.KmemleakEnabled,
        };
        copy.Vmlist.AddRange(picture.Vmlist);
        copy.VmapAreas.AddRange(picture.VmapAreas);
        copy.VmapBlocks.AddRange(picture.VmapBlocks);
        copy.Translations.AddRange(picture.Translations);
        copy.Tables.AddRange(picture.Tables);
        copy.Tlb.AddRange(picture.Tlb);
        copy.Kmemleak.AddRange(picture.Kmemleak);
        copy.Objects.AddRange(picture.Objects);
        copy.Frames.AddRange(picture.Frames);
        return copy;
    }

    /// <summary>What the last command changes, on the model.</summary>
    static IReadOnlyList<string> By(string before, string command)
    {
        Machine machine = Machines.Tight64;
        string header = TraceWriter.Write(new Trace(machine, Era.V2632, DefectMode.Fixed, []));
        Trace trace = TraceReader.Read($"{header}{before}\n{command}\n");
        Model.Model target = new(trace.Era, trace.Mode);
        Picture[] pictures = [new(), new()];
        TraceAsC.Of(trace, target, step =>
        {
            int left = trace.Commands.Count - 1 - step.Index;
            if (left < 2)
            {
                target.Walk(pictures[1 - left]);
            }
        });
        return PictureDifference.Of(machine, pictures[0], pictures[1]);
    }
}
