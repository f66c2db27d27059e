// SPDX-License-Identifier: GPL-2.0-only
using Stateless;
using Stateless.Graph;
using Stateless.Reflection;

namespace Verification.Model;

/// <summary>
/// Where a reserved range stands between reservation and the end of its grace period.
/// </summary>
public enum AreaState : byte
{
    /// <summary>In the tree, without a descriptor (flags 0), which <c>vm_map_ram</c> never makes.</summary>
    Reserved,

    /// <summary>Its vm_struct is on vmlist (flags 4).</summary>
    Listed,

    /// <summary>nr_pages is published, the pages are not there yet.</summary>
    Counted,

    /// <summary>The pages array is complete.</summary>
    Populated,

    /// <summary>All translations are set.</summary>
    Mapped,

    /// <summary>Off vmlist, still reserved.</summary>
    Unlisted,

    /// <summary>Waits for the purge (flag 1).</summary>
    Lazy,

    /// <summary>A purge has it in hand (flag 2).</summary>
    Freeing,

    /// <summary>Out of the tree: the range can be handed out, the object waits for RCU.</summary>
    Gone,
}

/// <summary>What moves a range on; each is one place in the code.</summary>
public enum AreaTrigger : byte
{
    /// <summary><c>insert_vmalloc_vm</c>.</summary>
    List,

    /// <summary><c>__vmalloc_area_node</c> stores nr_pages.</summary>
    Count,

    /// <summary>The last page is in the array.</summary>
    Populate,

    /// <summary><c>map_vm_area</c> succeeded.</summary>
    Map,

    /// <summary><c>remove_vm_area</c> takes the descriptor off vmlist.</summary>
    Unlist,

    /// <summary><c>free_unmap_vmap_area_noflush</c>.</summary>
    Defer,

    /// <summary><c>__purge_vmap_area_lazy</c> picks it up.</summary>
    Purge,

    /// <summary><c>__free_vmap_area</c>.</summary>
    Release,
}

/// <summary>
/// The life of a range: one state machine defines it, and a table compiled from it at start serves
/// the hot loop. A transition the machine does not permit is a defect of the model.
/// </summary>
public static class LifeCycle
{
    public const AreaState Initial = AreaState.Reserved;

    const byte Illegal = 255;

    static readonly int triggers = Enum.GetValues<AreaTrigger>().Length;
    static readonly byte[] table = Compile(Machine(Initial).GetInfo());

    /// <summary>The definition, as a machine that starts in a given state.</summary>
    public static StateMachine<AreaState, AreaTrigger> Machine(AreaState state)
    {
        var machine = new StateMachine<AreaState, AreaTrigger>(state);
        machine.Configure(AreaState.Reserved)
            .Permit(AreaTrigger.List, AreaState.Listed)
            .Permit(AreaTrigger.Defer, AreaState.Lazy)
            .Permit(AreaTrigger.Release, AreaState.Gone);
        machine.Configure(AreaState.Listed)
            .Permit(AreaTrigger.Count, AreaState.Counted)
            .Permit(AreaTrigger.Map, AreaState.Mapped)
            .Permit(AreaTrigger.Unlist, AreaState.Unlisted);
        machine.Configure(AreaState.Counted)
            .Permit(AreaTrigger.Populate, AreaState.Populated)
            .Permit(AreaTrigger.Unlist, AreaState.Unlisted);
        machine.Configure(AreaState.Populated)
            .Permit(AreaTrigger.Map, AreaState.Mapped)
            .Permit(AreaTrigger.Unlist, AreaState.Unlisted);
        machine.Configure(AreaState.Mapped)
            .PermitReentry(AreaTrigger.Map)
            .Permit(AreaTrigger.Count, AreaState.Counted)
            .Permit(AreaTrigger.Unlist, AreaState.Unlisted);
        machine.Configure(AreaState.Unlisted)
            .Permit(AreaTrigger.Defer, AreaState.Lazy);
        machine.Configure(AreaState.Lazy)
            .Permit(AreaTrigger.Purge, AreaState.Freeing);
        machine.Configure(AreaState.Freeing)
            .Permit(AreaTrigger.Release, AreaState.Gone);
        return machine;
    }

    /// <summary>The state after a trigger.</summary>
    /// <exception cref="InvalidOperationException">The machine does not permit it.</exception>
    public static AreaState Next(AreaState state, AreaTrigger trigger)
    {
        byte next = table[((int)state * triggers) + (int)trigger];
        return next == Illegal ? throw Refused(state, trigger) : (AreaState)next;
    }

    /// <summary>True when the table has a transition.</summary>
    public static bool Permits(AreaState state, AreaTrigger trigger) =>
        table[((int)state * triggers) + (int)trigger] != Illegal;

    /// <summary>The diagram of the machine, as Mermaid text.</summary>
    public static string Mermaid() => MermaidGraph.Format(Machine(Initial).GetInfo());

    static byte[] Compile(StateMachineInfo info)
    {
        byte[] compiled = new byte[Enum.GetValues<AreaState>().Length * triggers];
        Array.Fill(compiled, Illegal);
        foreach (StateInfo state in info.States)
        {
            foreach (FixedTransitionInfo move in state.FixedTransitions)
            {
                int from = (int)(AreaState)state.UnderlyingState;
                int trigger = (int)(AreaTrigger)move.Trigger.UnderlyingTrigger;
                compiled[(from * triggers) + trigger] =
                    (byte)(AreaState)move.DestinationState.UnderlyingState;
            }
        }

        return compiled;
    }

    static InvalidOperationException Refused(AreaState state, AreaTrigger trigger) =>
        new($"An area that is {state} cannot go through {trigger}: a defect of the model.");
}
