// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Museum.Exhibits;

static class V277
{
    public static Exhibit Exhibit { get; } = new()
    {
        Id = "V277",
        Title = "only CPUs that run have a queue of blocks",
        Source = "classic mistake",
        Story = "vmalloc_init prepares the queues of online CPUs. Those that could be there have "
            + "none, and the first walk over all that are possible follows a pointer to "
            + "nothing.",
        Plant =
        [
            new(
                "InitVmapBlocks",
                "blockQueues.Length != machine.Cpus",
                "blockQueues.Length != machine.Online"),
            new(
                "InitVmapBlocks",
                "blockQueues = new VmapBlock?[machine.Cpus];",
                "blockQueues = new VmapBlock?[machine.Online];"),
            new(
                "PurgeFragmentedBlocks",
                "VmapBlock? purge = null;",
                """
                if (cpu >= blockQueues.Length)
                {
                    throw new KernelBug("purge_fragmented_blocks");
                }

                VmapBlock? purge = null;
                """),
        ],
        Steps = ["init.3"],
        Breaks = [FailureLaws.NoCallEndsInABug],
        Shortest = 1,
    };
}
