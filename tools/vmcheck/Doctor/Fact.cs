// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Vmcheck;

/// <summary>Something around vmcheck that it can use.</summary>
/// <param name="What">What it is.</param>
/// <param name="Found">What was found; null: it is not here.</param>
/// <param name="Get">How to get it, a command where there is one.</param>
/// <param name="Lack">What does not work without it.</param>
sealed record Fact(string What, string? Found, string Get, string Lack);
