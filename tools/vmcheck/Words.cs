// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Vmcheck;

/// <summary>How enumerated facts are called on the command line and in reports.</summary>
static class Words
{
    /// <summary>The version of the kernel, as it is typed.</summary>
    public static string Of(Era era) => Eras.Name(era);

    /// <summary><c>2.6.32, 2.6.37 and 3.0</c>; at least one.</summary>
    public static string Of(IReadOnlyList<Era> eras) => eras.Count == 1 ? Of(eras[0])
        : $"{string.Join(", ", eras.SkipLast(1).Select(Of))} and {Of(eras[^1])}";

    public static string Of(DefectMode mode) => mode == DefectMode.Fixed ? "fixed" : "faithful";

    /// <summary>The folder of <c>spec/</c> in which laws of this reach are written.</summary>
    public static string Of(Reach reach) => reach switch
    {
        Reach.Any => "any",
        Reach.Linux => "linux",
        _ => "linux-2.6.32",
    };

    /// <summary><c>1 law</c>, <c>2 laws</c>.</summary>
    public static string Of(long count, string noun) =>
        $"{count:N0} {noun}{(count == 1 ? "" : "s")}";
}
