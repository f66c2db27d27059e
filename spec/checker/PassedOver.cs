// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>Why a command of a trace was not made.</summary>
public enum PassedOver : byte
{
    /// <summary>It uses a result that does not exist: its producer failed or is gone.</summary>
    NoSuchResult,

    /// <summary>Its caller would break a duty that nothing in the kernel checks.</summary>
    BrokenDuty,

    /// <summary>The target does not know the call.</summary>
    UnknownCall,
}
