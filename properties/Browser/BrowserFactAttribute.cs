// SPDX-License-Identifier: GPL-2.0-only
using Xunit;

namespace Verification.Browser;

/// <summary>
/// A test that opens a page: skipped aloud where no Chromium is, unless that is demanded.
/// </summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}
