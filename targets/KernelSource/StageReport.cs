// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Targets;

/// <summary>Is told what a build does next; not called when there is nothing to build.</summary>
/// <param name="what">"linux 6.1.192".</param>
/// <param name="stage">"unpacking".</param>
public delegate void StageReport(string what, string stage);
