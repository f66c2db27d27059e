// SPDX-License-Identifier: GPL-2.0-only
using Xunit.Abstractions;

namespace Verification.Mutants;

/// <summary>A test by its class and its name, which is the same however often it is loaded.</summary>
sealed record Test(string Class, string Name)
{
    const string Trait = "Length";
    const string Long = "long";

    public static Test Of(ITestCase test) =>
        new(test.TestMethod.TestClass.Class.Name, test.DisplayName);

    /// <summary>
    /// Mutants are held to all tests but those that say they are long: so a test that is new or
    /// renamed is among them.
    /// </summary>
    public static bool IsQuick(ITestCase test) =>
        !test.Traits.TryGetValue(Trait, out List<string>? values) || !values.Contains(Long);
}
