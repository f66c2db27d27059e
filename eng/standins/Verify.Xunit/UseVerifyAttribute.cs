// SPDX-License-Identifier: GPL-2.0-only
using System.ComponentModel;
using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>Tells the verifier which test is running; the build puts it on every assembly that
/// uses it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    static readonly AsyncLocal<MethodInfo?> Running = new();

    /// <summary>Remembers the test about to run.</summary>
    public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

    /// <summary>Forgets the test that ran.</summary>
    public override void After(MethodInfo methodUnderTest) => Running.Value = null;

    internal static MethodInfo Current() => Running.Value ?? throw new InvalidOperationException(
        "Could not resolve the current test: verify in a test, of an assembly with [UseVerify].");
}
