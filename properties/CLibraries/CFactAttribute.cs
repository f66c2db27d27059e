// SPDX-License-Identifier: GPL-2.0-only
using Xunit;

namespace Verification.Properties;

/// <summary>
/// A test that compiles C: skipped aloud where nothing can, unless that is demanded.
/// </summary>
public sealed class CFactAttribute : FactAttribute
{
    public CFactAttribute() => Skip = CCompiler.Missing;
}

/// <inheritdoc cref="CFactAttribute"/>
public sealed class CTheoryAttribute : TheoryAttribute
{
    public CTheoryAttribute() => Skip = CCompiler.Missing;
}

/// <summary>
/// Libraries in one process share what they hold when they are the same file: these tests take
/// turns.
/// </summary>
[CollectionDefinition(Name)]
public sealed class CLibraryTests
{
    public const string Name = "C libraries";
}
