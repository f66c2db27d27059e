// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Why a command of a trace was not made.</summary>
public enum PassedOver : byte
{
    /// <summary>It uses a result that does not exist: its producer failed or is gone.</summary>
    NoSuchResult,

    /// <summary>
    /// Nothing is promised of it: its caller would break a duty that nothing in the kernel checks,
    /// or it meets a known defect that is excused.
    /// </summary>
    BrokenDuty,

    /// <summary>The version, or the target, does not know the call.</summary>
    UnknownCall,
}
