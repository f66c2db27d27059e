// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Snapshots;

/// <summary>Two blocks on machines whose tables have fewer levels, across a boundary.</summary>
public class PageTables
{
    const string Calls =
        """
        p0 = vmalloc(0x4000)
        p1 = vmalloc_exec(4096)
        """;

    [Fact]
    public Task Of_i386() =>
        Verify(Scenario.On(DumpMachine.I386).Dumps(Calls)).UseDirectory("dumps");

    [Fact]
    public Task Of_pae() =>
        Verify(Scenario.On(DumpMachine.Pae).Dumps(Calls)).UseDirectory("dumps");
}
