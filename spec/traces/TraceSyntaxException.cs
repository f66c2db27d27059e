// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>A trace file that cannot be read.</summary>
public sealed class TraceSyntaxException(int line, int column, string problem)
    : TextSyntaxException(line, column, problem);
