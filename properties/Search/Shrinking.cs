// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using Verification.Search;
using Verification.Spec;
using Xunit;
using Trace = Verification.Spec.Trace;

namespace Verification.Properties;

/// <summary>
/// The shrinker against failures that are made up, so that the best result is known.
/// </summary>
public sealed class Shrinking
{
    [Fact]
    public void Finds_a_core_of_4_commands_among_500_within_300_runs()
    {
        for (ulong seed = 0; seed < 40; seed++)
        {
            Trace trace = WithCore(seed, 500);
            Shrunk shrunk = new Shrinker(CoreFails).Shrink(trace)!;
            Assert.InRange(shrunk.Runs, 1, 300);
            Assert.True(shrunk is { IsOneMinimal: true, IsFinished: true });
            string[] expected =
                ["p0 = vmalloc(12288)", "vm_unmap_aliases()", "vfree(p0)", "read(p0)"];
            Assert.Equal(expected, TraceWriter.Lines(shrunk.Trace.Commands));
        }
    }

    [Fact]
    public void Counts_the_runs_it_makes_and_keeps_to_their_bound()
    {
        for (int bound = 2; bound < 120; bound += 13)
        {
            int runs = 0;
            Shrinker shrinker = new(trace =>
            {
                runs++;
                return CoreFails(trace);
            }) { MaxRuns = bound };
            Shrunk shrunk = shrinker.Shrink(WithCore(3, 300))!;
            Assert.Equal(runs, shrunk.Runs);
            Assert.InRange(runs, 1, bound);
            Assert.NotNull(CoreFails(shrunk.Trace));
        }
    }

    [Fact]
    public void Says_when_its_budget_ended_it()
    {
        Shrunk shrunk = new Shrinker(CoreFails) { MaxRuns = 10 }.Shrink(WithCore(3, 300))!;
        Assert.False(shrunk.IsFinished);
        Assert.False(shrunk.IsOneMinimal);
        Shrunk late = new Shrinker(CoreFails) { MaxTime = TimeSpan.Zero }.Shrink(WithCore(3, 300))!;
        Assert.Equal((1, false), (late.Runs, late.IsFinished));
    }

    /// <summary>Candidates of a long trace take far longer to draw up than the runs allowed.</summary>
    [Fact]
    public void Draws_up_no_more_candidates_once_it_may_run_no_more()
    {
        const int Long = 10_000;
        Trace trace = NamedTraces.Draw(1, Machines.Toy, 1) with
        {
            Commands =
            [
                .. Enumerable.Range(0, Long).Select(static name =>
                    new Command(CommandKind.GetVmArea) { Name = name, Size = 64 }),
            ],
        };
        Shrinker shrinker = new(one =>
            one.Commands.Count == Long ? new("all of it", Long - 1) : null) { MaxRuns = 20 };

        long began = Stopwatch.GetTimestamp();
        Shrunk shrunk = shrinker.Shrink(trace)!;

        Assert.Equal((19, false), (shrunk.Runs, shrunk.IsFinished));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 5);
    }

    [Fact]
    public void Has_nothing_to_say_about_a_trace_that_passes() =>
        Assert.Null(new Shrinker(_ => null).Shrink(NamedTraces.Draw(1, Machines.Toy, 20)));

    [Fact]
    public void Never_grows_keeps_the_class_and_is_idempotent()
    {
        int finished = 0;
        for (ulong seed = 0; seed < 150; seed++)
        {
            Trace trace = NamedTraces.Draw(seed, NamedTraces.MachineOf(seed), 80);
            if (Failing(seed, trace) is not { } symptom)
            {
                continue;
            }

            Shrunk shrunk = new Shrinker(t => Failing(seed, t)) { MaxRuns = 2000 }.Shrink(trace)!;
            Assert.True(shrunk.Trace.Commands.Count <= trace.Commands.Count);
            Assert.Equal(symptom.Class, Failing(seed, shrunk.Trace)!.Value.Class);
            Assert.Equal(symptom.Class, shrunk.Symptom.Class);
            if (shrunk.IsFinished)
            {
                finished++;
                Shrunk again = new Shrinker(t => Failing(seed, t)) { MaxRuns = 2000 }
                    .Shrink(shrunk.Trace)!;
                Assert.Equal(shrunk.Trace, again.Trace);
            }
        }

        Assert.InRange(finished, 100, 150);
    }

    [Fact]
    public void Is_1_minimal_when_it_says_so()
    {
        int claimed = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            Trace trace = NamedTraces.Draw(seed, Machines.Toy, 60);
            Shrunk? shrunk = new Shrinker(t => Failing(seed, t)).Shrink(trace);
            if (shrunk is not { IsOneMinimal: true })
            {
                continue;
            }

            claimed++;
            for (int gone = 0; gone < shrunk.Trace.Commands.Count; gone++)
            {
                Trace less = shrunk.Trace with
                {
                    Commands = [.. shrunk.Trace.Commands.Where((_, i) => i != gone)],
                };
                Assert.NotEqual(shrunk.Symptom.Class, Failing(seed, less)?.Class);
            }
        }

        Assert.InRange(claimed, 40, 60);
    }

    [Fact]
    public void Finds_the_smallest_arguments_that_matter()
    {
        Command[] commands =
        [
            new(CommandKind.Take) { Name = 4, Count = 50 },
            new(CommandKind.VmallocNodeInner)
            {
                Name = 8, Size = 30 * 4096, Align = 8192, Gfp = Gfp.Nofs | Gfp.Zero,
                Node = 1, Cpu = 3, Prot = Pgprot.KernelExec,
                Fault = new(FaultSite.Page, FaultMode.Sticky, 25),
                AlsoFault = new(FaultSite.Table, FaultMode.Once, 3),
            },
            new(CommandKind.Vmap)
            {
                Name = 9, Count = 30, Flags = VmFlags.Ioremap,
                Pages = [new(Operand.Named(4), 3, 30)],
            },
        ];
        Machine machine = Machines.Find("numa")!;
        Trace trace = new(machine, Era.V2632, DefectMode.Fixed, commands);
        Shrunk shrunk = new Shrinker(ArgumentsFail).Shrink(trace)!;
        string[] expected =
        [
            "f0 = take(1, -1)",
            "p1 = vmalloc(28672) fail page once 5",
            "m2 = vmap([f0[0..1]], 2, VM_MAP, PAGE_KERNEL)",
        ];
        Assert.Equal(expected, TraceWriter.Lines(shrunk.Trace.Commands));
        Assert.Equal((1, 1), (shrunk.Trace.Machine.Cpus, shrunk.Trace.Machine.Nodes));
        Assert.Equal(RcuMode.EndOfCommand, shrunk.Trace.Machine.Rcu);
    }

    [Fact]
    public void Does_not_slip_to_a_failure_of_another_class()
    {
        Command[] commands =
        [
            new(CommandKind.Vmalloc) { Name = 0, Size = 4096 }, new(CommandKind.VmallocUsage),
            new(CommandKind.Vfree) { Pointer = Operand.Named(0) },
        ];
        Trace trace = new(Machines.Toy, Era.V2632, DefectMode.Fixed, commands);
        Shrunk shrunk = new Shrinker(t => new Symptom(
            t.Commands.Count(c => c.Kind != CommandKind.VmallocUsage) == 2 ? "deep" : "shallow",
            t.Commands.Count - 1)).Shrink(trace)!;
        Assert.Equal("deep", shrunk.Symptom.Class);
        Assert.Equal(2, shrunk.Trace.Commands.Count);
    }

    /// <summary>A block of 3 pages or more is read after vm_unmap_aliases and its vfree.</summary>
    internal static Symptom? CoreFails(Trace trace)
    {
        Dictionary<int, int> stages = [];
        for (int i = 0; i < trace.Commands.Count; i++)
        {
            Command command = trace.Commands[i];
            int name = command.Pointer is { Base: OperandBase.Name, Offset: 0 } operand
                ? operand.Index : -1;
            switch (command.Kind)
            {
                case CommandKind.Vmalloc when command.Size >= 3 * 4096:
                    stages[command.Name] = 0;
                    break;
                case CommandKind.VmUnmapAliases:
                    foreach (int block in stages.Keys.Where(block => stages[block] == 0).ToArray())
                    {
                        stages[block] = 1;
                    }

                    break;
                case CommandKind.Vfree when stages.GetValueOrDefault(name) == 1:
                    stages[name] = 2;
                    break;
                case CommandKind.Read when stages.GetValueOrDefault(name) == 2:
                    return new("reads a freed block", i);
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>Random traffic without another way to fail, and the core spread over it.</summary>
    internal static Trace WithCore(ulong seed, int length)
    {
        Prng prng = new(seed);
        Machine machine = Machines.Find("smp")!;
        List<Command> commands =
        [
            .. NamedTraces.Draw(seed, machine, length - 4).Commands
                .Where(command => command.Kind != CommandKind.Read),
        ];
        Command[] core =
        [
            new(CommandKind.Vmalloc) { Name = 900_000, Size = 20 * 4096, Cpu = 2 },
            new(CommandKind.VmUnmapAliases),
            new(CommandKind.Vfree) { Pointer = Operand.Named(900_000), Cpu = 1 },
            new(CommandKind.Read) { Pointer = Operand.Named(900_000) },
        ];
        int at = 0;
        for (int i = 0; i < core.Length; i++)
        {
            at += 1 + prng.Below((commands.Count - at) / (core.Length - i));
            commands.Insert(Math.Min(at, commands.Count), core[i]);
        }

        return new(machine, Era.V2632, DefectMode.Fixed, commands);
    }

    /// <summary>
    /// One of six made-up failures, some of which come and go as a trace gets shorter. A use whose
    /// producer is not in the trace counts for nothing.
    /// </summary>
    internal static Symptom? Failing(ulong seed, Trace trace)
    {
        HashSet<int> made = [];
        int blocks = 0;
        int frees = 0;
        int faults = 0;
        for (int i = 0; i < trace.Commands.Count; i++)
        {
            Command command = trace.Commands[i];
            if (command.Pointer.Base == OperandBase.Name && !made.Contains(command.Pointer.Index))
            {
                continue;
            }

            made.Add(command.Name);
            blocks += command.Signature.Product == Product.Block ? 1 : 0;
            frees += command.Kind == CommandKind.Vfree ? 1 : 0;
            faults += command.Fault.IsArmed ? command.Fault.Index : 0;
            bool fails = (seed % 6) switch
            {
                0 => blocks == 5,
                1 => blocks > 2 && frees > 1,
                2 => blocks > 1 && (blocks + frees) % 5 == 4,
                3 => command.Size > 7 * trace.Machine.PageSize && blocks % 3 == 0,
                4 => faults > 11 || blocks == 12,
                _ => frees == 2 && command.Pointer.Base == OperandBase.Name,
            };
            if (fails)
            {
                return new(seed % 6 == 4 && faults > 11 ? "faults" : "counts", i);
            }
        }

        return null;
    }

    static Symptom? ArgumentsFail(Trace trace)
    {
        bool block = trace.Commands.Any(command => command.Signature.Product == Product.Block
            && command.Size > 6 * 4096 && command.Fault is { Site: FaultSite.Page, Index: >= 5 });
        int map = trace.Commands.ToList().FindIndex(command => command.Kind == CommandKind.Vmap
            && command.Count >= 2
            && command.Pages.Any(slice => slice.Source.Index == Frames(trace)));
        return block && map >= 0 ? new("arguments", map) : null;
    }

    static int Frames(Trace trace) => trace.Commands
        .FirstOrDefault(command => command.Kind == CommandKind.Take)?.Name ?? -1;
}
