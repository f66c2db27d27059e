// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Model;

/// <summary>call_rcu: a vmap_area is given back only when no walker can see it any more.</summary>
/// <remarks>Simplified: grace periods end with the command, or when the trace says so.</remarks>
public sealed partial class Model
{
    VmapArea[] rcuQueue = new VmapArea[64];
    int rcuPending;

    void CallRcu(VmapArea va)
    {
        if (rcuPending == rcuQueue.Length)
        {
            Array.Resize(ref rcuQueue, rcuPending * 2);
        }

        rcuQueue[rcuPending++] = va;
    }

    /// <summary>Callbacks run in the order in which they were queued.</summary>
    void RunRcuCallbacks()
    {
        for (int i = 0; i < rcuPending; i++)
        {
            Kfree(rcuQueue[i]);
        }

        rcuPending = 0;
    }
}
