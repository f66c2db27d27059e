// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>An exhibit that cannot be planted: the model is no longer as it was written for.</summary>
/// <param name="exhibit">Its id.</param>
/// <param name="problem">Which change, and why not.</param>
public sealed class PlantingException(string exhibit, string problem)
    : Exception($"exhibit {exhibit}: {problem}");
