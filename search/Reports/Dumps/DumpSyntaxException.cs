// SPDX-License-Identifier: GPL-2.0-only
using Verification.Spec;

namespace Verification.Search;

/// <summary>A dump that cannot be read.</summary>
public sealed class DumpSyntaxException(int line, int column, string problem)
    : TextSyntaxException(line, column, problem);
