// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>What a host asks of a worker; the first byte of each request.</summary>
enum Request : byte
{
    /// <summary>A machine: can it be simulated? Boots it.</summary>
    Accept,

    /// <summary>The machine of the last boot, afresh.</summary>
    Reset,

    Execute,
    Walk,
    Content,

    /// <summary>A plan, from which all later hunts draw.</summary>
    Plan,

    /// <summary>So many traces of the plan, with checker and laws in the worker.</summary>
    Hunt,

    /// <summary>All cells of a call of the fault matrix, likewise.</summary>
    Cells,
}
