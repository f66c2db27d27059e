// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>call_rcu: what a walker may still see is given back only when none can.</summary>
/// <remarks>Simplified: grace periods end with the command, or when the trace says so.</remarks>
public sealed partial class Model
{
    SlabObject[] rcuQueue = new SlabObject[64];
    int rcuPending;

    void CallRcu(SlabObject item)
    {
        if (rcuPending == rcuQueue.Length)
        {
            Array.Resize(ref rcuQueue, rcuPending * 2);
        }

        rcuQueue[rcuPending++] = item;
    }

    /// <summary>Callbacks run in the order in which they were queued.</summary>
    void RunRcuCallbacks()
    {
        for (int i = 0; i < rcuPending; i++)
        {
            switch (rcuQueue[i])
            {
                case VmapArea va: Kfree(va); break;
                case VmapBlock vb: Kfree(vb); break;
                case RadixNode node: Kfree(node); break;
                default: break;
            }
        }

        rcuPending = 0;
    }
}
