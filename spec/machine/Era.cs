// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A version of <c>mm/vmalloc.c</c> whose behaviour differs in kind.</summary>
public enum Era
{
    /// <summary>Translations stay until the purge (2.6.28 to 2.6.36).</summary>
    V2632,

    /// <summary>Translations are cleared at free, TLBs flushed at the purge.</summary>
    V2637,
}

/// <summary>What a model does where the era has a defect.</summary>
public enum DefectMode
{
    /// <summary>As the code should be: an illegal call warns and changes nothing.</summary>
    Fixed,

    /// <summary>As the code was, defects included.</summary>
    Faithful,
}
