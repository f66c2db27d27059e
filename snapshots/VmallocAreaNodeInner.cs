// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

/// <summary>
/// A failed call leaves a lazily freed range, its tables, and what was mapped of it; no page,
/// object or live area.
/// </summary>
public class VmallocAreaNodeInner
{
    [Fact]
    public Task Third_page_fails() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        "p0 = vmalloc(0x4000) fail page once 2")).UseDirectory("dumps");

    [Fact]
    public Task Array_in_slab_fails() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        "p0 = vmalloc(0x4000) fail slab once 2")).UseDirectory("dumps");

    /// <summary>513 pages: the second page of the nested array of two pages fails.</summary>
    [Fact]
    public Task Nested_array_fails() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        "p0 = vmalloc(0x201000) fail page once 1")).UseDirectory("dumps");

    /// <summary>256 pages are mapped when the table for the last two fails.</summary>
    [Fact]
    public Task Second_table_fails() => Verify(Scenario.On(DumpMachine.TableBoundary).Dumps(
        "p0 = vmalloc(0x102000) fail table once 3")).UseDirectory("dumps");

    [Fact]
    public Task Pmd_table_fails() => Verify(Scenario.On(DumpMachine.Plain).Dumps(
        "p0 = vmalloc(4096) fail table once 1")).UseDirectory("dumps");
}
