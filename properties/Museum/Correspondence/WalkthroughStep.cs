// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>A numbered step of <c>model/walkthrough.md</c>.</summary>
/// <param name="Function">The kernel function, as its heading names it.</param>
/// <param name="Id">A word and a number: <c>area-node.4</c>.</param>
public sealed record WalkthroughStep(string Function, string Id);
