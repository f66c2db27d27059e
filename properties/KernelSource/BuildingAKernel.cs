// SPDX-License-Identifier: GPL-2.0-only
using System.Runtime.InteropServices;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>From a tree to a library, and what is done again when something changed.</summary>
[Trait("Length", "long")]
public sealed class BuildingAKernel
{
    static readonly string[] all =
        ["configuring", "making headers", "compiling", "compiling mm/vmalloc.c"];

    [CFact]
    public void Links_the_trees_files_and_ours()
    {
        using SmallKernel kernel = new();

        Assert.Equal(31, Answer(kernel.Build()));
        Assert.Equal(all, kernel.Stages);
    }

    [CFact]
    public void Does_nothing_when_nothing_changed()
    {
        using SmallKernel kernel = new();
        string library = kernel.Build();
        DateTime built = File.GetLastWriteTimeUtc(library);

        Assert.Equal(library, kernel.Build());
        Assert.Equal(built, File.GetLastWriteTimeUtc(library));
        Assert.Empty(kernel.Stages);
    }

    [CFact]
    public void Compiles_one_file_when_that_changed()
    {
        using SmallKernel kernel = new();
        string before = kernel.Build();
        string text = File.ReadAllText(kernel.Of("tree/mm/vmalloc.c"));
        kernel.Write("tree/mm/vmalloc.c", text.Replace("PAGES;", "PAGES + 4;"));

        Assert.Equal(71, Answer(kernel.Build()));
        Assert.Equal(all[3..], kernel.Stages);
        kernel.Write("tree/mm/vmalloc.c", text);
        Assert.Equal(before, kernel.Build());
        Assert.Empty(kernel.Stages);
    }

    [CFact]
    public void Begins_again_when_a_header_changed()
    {
        using SmallKernel kernel = new();
        kernel.Build();
        kernel.Write("tree/include/pages.h", "#define PAGES 10\n");

        Assert.Equal(101, Answer(kernel.Build()));
        Assert.Equal(all, kernel.Stages);
    }

    [CFact]
    public void Compiles_ours_again_when_they_changed()
    {
        using SmallKernel kernel = new();
        kernel.Build();
        kernel.Stubs["host/memory.c"] = "int host(void) { return 5; }\n";

        Assert.Equal(36, Answer(kernel.Build()));
        Assert.Equal(all[2..], kernel.Stages);
        kernel.Stubs["kernel.config"] = "CONFIG_64BIT=n\n";
        kernel.Build();
        Assert.Equal(all, kernel.Stages);
    }

    [CFact]
    public void Finds_a_header_that_is_new()
    {
        using SmallKernel kernel = new();
        kernel.Build();
        kernel.Write("tree/include/new.h", "#define NEW 6\n");
        kernel.Write(
            "tree/mm/vmalloc.c",
            "#include <pages.h>\n#include <new.h>\nint small(void) { return NEW; }\n");

        Assert.Equal(61, Answer(kernel.Build()));
        Assert.Equal(all[3..], kernel.Stages);
        kernel.Write("tree/include/new.h", "#define NEW 12\n");
        Assert.Equal(121, Answer(kernel.Build()));
    }

    [CFact]
    public void Takes_another_text_in_the_place_of_vmalloc()
    {
        using SmallKernel kernel = new();
        string library = kernel.Build();
        string changed = kernel.Of("changed.so");
        kernel.Source().BuildChanged(
            "#include <pages.h>\nint small(void) { return 9; }\n", changed,
            CancellationToken.None);

        Assert.Equal((91, 31), (Answer(changed), Answer(library)));
        Assert.Empty(kernel.Halves);
    }

    [CFact]
    public void Never_writes_into_the_tree()
    {
        using SmallKernel kernel = new();
        string[] before = kernel.Listing();
        kernel.Build();

        Assert.Equal(before, kernel.Listing());
    }

    [CFact]
    public void Works_with_a_tree_that_was_built_in_and_is_oddly_named()
    {
        using SmallKernel kernel = new();
        kernel.Write("tree/.config", "CONFIG_64BIT=n\n");
        kernel.Write("tree/include/config/auto.conf", "");
        string odd = kernel.Of("a tree: mine");
        Directory.Move(kernel.Tree, odd);
        KernelSource source = new(
            KernelTree.At(odd), kernel.Cache, kernel.Tools, new StubFiles(kernel.Stubs),
            static (_, _) => { });

        Assert.Equal(31, Answer(source.Build(CancellationToken.None)));
        Assert.Equal("linux 9.8.7-small", source.Name);
    }

    [CFact]
    public void Names_what_an_unsupported_tree_needs()
    {
        using SmallKernel kernel = new();
        kernel.Write("tree/mm/vmalloc.c", """
            #include <pages.h>
            int b_needed(void), a_needed(void);
            int small(void) { return b_needed() + a_needed() + b_needed(); }
            """);
        var refused = Assert.Throws<KernelSourceException>(kernel.Build);

        Assert.Equal(
            "unsupported tree: linux 9.8.7-small needs a_needed, b_needed", refused.Message);
        Assert.Empty(kernel.Halves);
    }

    [CFact]
    public void Shows_the_compilers_first_complaint_in_the_users_file()
    {
        using SmallKernel kernel = new();
        kernel.Build();
        kernel.Write("tree/mm/vmalloc.c", "#include <pages.h>\nint small(void) { retrn 1; }\n");
        var refused = Assert.Throws<KernelSourceException>(kernel.Build);
        string log = refused.Message.Split("all of it in ")[1].TrimEnd(')');

        Assert.StartsWith(
            $"linux 9.8.7-small cannot be built: {kernel.Tree}/mm/vmalloc.c:2:19: error: ",
            refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Contains("retrn", File.ReadAllText(log));
        Assert.Empty(kernel.Halves);
    }

    [CFact]
    public void Leaves_nothing_half_done_when_told_to_stop()
    {
        using SmallKernel kernel = new();
        kernel.Write("tree/Makefile", File.ReadAllText(kernel.Of("tree/Makefile"))
            .Replace("test ! -e .config", $"touch {kernel.Of("begun")}; sleep 60"));
        using CancellationTokenSource stop = new();
        Task<string> build = Task.Run(() => kernel.Source().Build(stop.Token));
        while (!build.IsCompleted && !File.Exists(kernel.Of("begun")))
        {
            Thread.Yield();
        }

        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => build.GetAwaiter().GetResult());
        Assert.Empty(kernel.Halves);
    }

    [CFact]
    public void Lets_the_second_of_two_wait_for_the_first()
    {
        using SmallKernel kernel = new();
        string[] built = [.. Enumerable.Range(0, 3).AsParallel().WithDegreeOfParallelism(3)
            .Select(_ => kernel.Source().Build(CancellationToken.None))];

        Assert.Single(built.Distinct());
        Assert.Equal(all, kernel.Stages.Where(static one => !one.StartsWith("waiting")));
        Assert.Equal(31, Answer(built[0]));
    }

    static int Answer(string library)
    {
        nint handle = NativeLibrary.Load(library);
        try
        {
            return Marshal.GetDelegateForFunctionPointer<Ask>(
                NativeLibrary.GetExport(handle, "answer"))();
        }
        finally
        {
            NativeLibrary.Free(handle);
        }
    }

    delegate int Ask();
}
