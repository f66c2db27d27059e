// SPDX-License-Identifier: GPL-2.0-only
using Verification.Targets;
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A test of real code, which takes a minute to build: made where .ci/run has asked for it, and
/// skipped aloud everywhere else.
/// </summary>
public sealed class KernelTheoryAttribute : TheoryAttribute
{
    /// <summary>Set to 1 where the packages of the trees are installed.</summary>
    const string Demanded = "VMCHECK_DEMANDS_KERNEL_SOURCE";

    public KernelTheoryAttribute() => Skip =
        System.Environment.GetEnvironmentVariable(Demanded) == "1" ? null
        : $"builds kernels: set {Demanded}=1 where linux-source-6.1 and -6.12 are installed "
            + "(docs/kernel-source.md)";
}

/// <summary>The libraries of the kernels that these tests are about, built once.</summary>
static class BuiltKernel
{
    /// <summary>Path of the library of a version, such as 6.1.</summary>
    public static string Of(string version) => KernelSource.OfDebian(
        version, static (_, _) => { }, CancellationToken.None).Build(CancellationToken.None);
}

/// <summary>
/// Real code maps memory at addresses of its own and answers page faults: nothing else runs
/// meanwhile.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RealCodeTests
{
    public const string Name = "real code";
}
