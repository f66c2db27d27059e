// SPDX-License-Identifier: GPL-2.0-only
using Verification.Search;
using Verification.Spec;
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>What a C library does in a call is judged, whatever it is.</summary>
[Trait("Length", "long")]
[Collection(CLibraryTests.Name)]
public sealed class CallingALibrary
{
    const string Reports =
        "while (size--) vmcheck_event(step, (struct vmcheck_event){ .kind = VMCHECK_EVENT_WARN });"
        + " return 0;";

    [CFact]
    public void Passes_over_what_it_lacks_and_counts_it()
    {
        using CLibrary small = new(CCompiler.Library(SmallLibrary.Source));
        Checker checker = new(small);

        Assert.Null(checker.Run(Toy(
            new Command(CommandKind.VmUnmapAliases), Vmalloc(0), new Command(CommandKind.Grace))));
        Assert.Equal((1, 2), (checker.Executed, checker.Refused));
    }

    [CTheory]
    [InlineData("step->bug = \"__my_vmalloc\"; return size;", "BUG in __my_vmalloc;")]
    [InlineData(
        "vmcheck_event(step, (struct vmcheck_event){ .kind = 77 }); return size;",
        "BUG in an event of no known kind, 77;")]
    public void Ends_in_a_bug_that_is_a_broken_law(string body, string told)
    {
        using CLibrary small = new(CCompiler.Library(
            SmallLibrary.WithVmalloc(body), $"bug-{told.Length}"));
        Violation? violation = new Checker(small).Run(Toy(Vmalloc(64)));

        Assert.Equal(FailureLaws.NoCallEndsInABug, violation?.Law);
        Assert.Contains(told, violation?.Culprits);
    }

    [CTheory]
    [InlineData(0, null)]
    [InlineData(1, "BUG in a vread of 16 bytes that wrote 1 beyond them;")]
    [InlineData(64, "BUG in a vread of 16 bytes that wrote 64 beyond them;")]
    public void Ends_in_a_bug_when_a_vread_writes_beyond_its_buffer(int beyond, string? told)
    {
        using CLibrary small = new(CCompiler.Library(
            SmallLibrary.Source + $$"""

            int64_t vmcheck_vread(uint8_t *buffer, uint64_t address, uint64_t count)
            {
                (void)address;
                for (uint64_t i = 0; i < count + {{beyond}}; i++)
                    buffer[i] = 0;
                return 0;
            }
            """,
            $"beyond-{beyond}"));
        Violation? violation = new Checker(small).Run(Toy(
            new Command(CommandKind.Vread) { Size = 16 }));

        Assert.Equal(told is not null, violation?.Law == FailureLaws.NoCallEndsInABug);
        Assert.Contains(told ?? "", $"{violation?.Culprits}");
    }

    [CFact]
    public void Ends_in_a_broken_law_when_its_events_do_not_fit()
    {
        using CLibrary small = new(CCompiler.Library(SmallLibrary.WithVmalloc(Reports)));
        Step step = new();
        step.Call.Take(Vmalloc(1_000_000));
        small.Boot(Machines.Toy);
        small.Execute(step);

        Assert.Equal(
            "a call of 1,000,000 events, of which 262,144 fit", step.Outcome.Bug);
        step.Clear(1);
        step.Call.Take(Vmalloc(3));
        small.Execute(step);
        Assert.Equal((OutcomeKind.Pointer, 3), (step.Outcome.Kind, step.EventCount));
    }

    [CFact]
    public void Shows_all_of_a_walk_that_is_longer_than_any_before()
    {
        using CLibrary small = new(CCompiler.Library(SmallLibrary.With(
            "(void)picture;",
            "for (int i = 0; i < 70000; i++) vmcheck_show(&picture->frames, i);")));
        Picture picture = new();
        small.Boot(Machines.Toy);
        small.Walk(picture);

        Assert.Equal(Enumerable.Range(0, 70000), picture.Frames);
        Assert.Equal(
            WalkLaws.TheWalkAgrees, new Checker(small).Run(Toy(Vmalloc(64)))?.Law);
    }

    [CFact]
    public void Hands_its_messages_to_whoever_listens()
    {
        List<string> heard = [];
        using CLibrary small = new(CCompiler.Library(SmallLibrary.WithVmalloc(
            "vmcheck_log(step, \"%d bytes, \", (int)size); vmcheck_log(step, \"no\"); return 0;")));
        new Checker(small).Run(Toy(Vmalloc(64)));
        small.Listener = heard.Add;
        new Checker(small).Run(Toy(Vmalloc(64), Vmalloc(128)));

        Assert.Equal(["64 bytes, no", "128 bytes, no"], heard);
    }

    [CFact]
    public void Allocates_nothing()
    {
        using CLibrary example = new(CCompiler.Example());
        Step step = new();
        example.Boot(Machines.Tight64);
        MakeAndFree(example, step, 100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        MakeAndFree(example, step, 1000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    static void MakeAndFree(CLibrary library, Step step, int times)
    {
        for (int i = 0; i < times; i++)
        {
            ulong last = step.Outcome.Value;
            step.Clear(i);
            step.Call.Kind = i % 2 == 0 ? CommandKind.Vmalloc : CommandKind.Vfree;
            step.Call.Size = 3 * Machines.Tight64.PageSize;
            step.Call.Address = last;
            library.Execute(step);
        }
    }

    /// <summary>Visits slab, page and table as the bits of a size say, two at a time.</summary>
    [CFact]
    public void Fails_exactly_where_the_fault_plan_says()
    {
        using CLibrary small = new(CCompiler.Library(SmallLibrary.WithVmalloc("""
            uint64_t failed = 0;
            int i;

            for (i = 0; size >> 2 * i & 3; i++)
                failed |= (uint64_t)vmcheck_fails(step, size >> 2 * i & 3) << i;
            return failed << 1 | 1;
            """)));
        small.Boot(Machines.Toy);
        Prng prng = new(1);
        for (int round = 0; round < 20_000; round++)
        {
            AssertFailsAsPlanned(small, ref prng);
        }
    }

    /// <summary>Slab, page, page, table; it prints how often it was asked before.</summary>
    [CTheory]
    [InlineData(FaultSite.Page, 1, "2 visits\n")]
    [InlineData(FaultSite.Any, 3, "3 visits\n")]
    [InlineData(FaultSite.Table, 1, "")]
    [InlineData(FaultSite.None, 0, "")]
    public void Is_read_by_another_task_before_the_visit_that_is_armed(
        FaultSite site, int index, string expected)
    {
        using CLibrary small = new(CCompiler.Library(SmallLibrary.WithVmalloc("""
            static const enum vmcheck_fault_site sites[] = {
                VMCHECK_SITE_SLAB, VMCHECK_SITE_PAGE, VMCHECK_SITE_PAGE, VMCHECK_SITE_TABLE,
            };

            for (int i = 0; i < 4; i++) {
                if (vmcheck_is_read(step, sites[i])) {
                    vmcheck_event(step, (struct vmcheck_event){
                        .kind = VMCHECK_EVENT_LIST_READ });
                    step->text_length = (uint32_t)snprintf(
                        step->text, step->text_capacity, "%d visits\n", i);
                }
                vmcheck_fails(step, sites[i]);
            }
            return size;
            """)));
        Step step = new();
        step.Call.Take(Vmalloc(64) with { Reading = new(site, index) });
        small.Boot(Machines.Toy);
        small.Execute(step);

        Assert.Equal(expected, step.Text.ToString());
        Assert.Equal(expected.Length > 0 ? 1 : 0, step.EventCount);
    }

    static void AssertFailsAsPlanned(CLibrary library, ref Prng prng)
    {
        Fault fault = Draw(ref prng);
        Fault also = Draw(ref prng);
        FaultPlan plan = default;
        plan.Arm(fault, also);
        ulong visits = 0;
        ulong failed = 0;
        for (int visit = 0; visit < 12; visit++)
        {
            FaultSite site = (FaultSite)(prng.Below(3) + 1);
            visits |= (ulong)site << 2 * visit;
            failed |= plan.Fails(site) ? 1UL << visit : 0;
        }

        Step step = new();
        step.Call.Take(Vmalloc(visits) with { Fault = fault, AlsoFault = also });
        library.Execute(step);

        Assert.Equal((failed << 1 | 1, plan.Fired), (step.Outcome.Value, step.FaultFired));
    }

    static Fault Draw(ref Prng prng) =>
        new((FaultSite)prng.Below(5), (FaultMode)prng.Below(3), prng.Below(6));

    static Command Vmalloc(ulong size) => new(CommandKind.Vmalloc) { Name = 0, Size = size };

    static Trace Toy(params Command[] commands) =>
        new(Machines.Toy, Era.V2632, DefectMode.Fixed, commands);
}
