// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>What a worker asks of its library.</summary>
enum Doing
{
    Load,
    Boot,
    Reset,
    Execute,
    Walk,
    Content,
}

static class DoingWords
{
    /// <summary>The start of the process, of which the library is a small part.</summary>
    public const string Loading = "dlopen";

    /// <summary>The name of what was called: a command as traces have it, or a symbol.</summary>
    public static string PlaceOf(Doing doing, CommandKind command) => doing switch
    {
        Doing.Execute => Signature.Of(command).Name,
        Doing.Load => Loading,
        Doing.Boot => "vmcheck_init",
        Doing.Reset => "vmcheck_reset",
        Doing.Walk => "vmcheck_walk",
        _ => "vmcheck_content",
    };
}
