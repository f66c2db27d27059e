// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.CodeAnalysis;

namespace Verification.Mutants;

/// <summary>What stands instead of a node.</summary>
/// <param name="Node">What is changed.</param>
/// <param name="Text">What stands there instead.</param>
/// <param name="Gone">The part that is missing from the text; null: all of it is changed.</param>
sealed record Change(SyntaxNode Node, string Text, SyntaxNode? Gone = null);
