// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;
using Xunit;

namespace Verification.Properties;

/// <summary>What the ledger remembers of per-CPU blocks.</summary>
public sealed class BlocksInTheLedger
{
    [Fact]
    public void Is_nothing_once_all_memory_of_vm_map_ram_was_given_back_and_its_block_went()
    {
        var script = new Script();
        ScriptedBlock block = new(script);
        block.MapFirst(1, 1);
        block.Unmap(1, at: 0, pages: 1);
        block.Retire(0);
        List<bool> seen = [];
        var checker = new Checker(new ScriptedTarget(script), [])
        {
            Observer = (ledger, _) => seen.Add(ledger.HasBlocks),
        };

        checker.Run(script.Trace);

        Assert.Equal([false, true, true, false], seen);
    }
}
