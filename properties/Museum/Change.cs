// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Museum;

/// <summary>A piece of one member of the model, replaced.</summary>
/// <param name="Member">
/// Name of a method, property, constructor or field: <c>VmallocNodeInner</c>; where that is not
/// enough, <c>SlabCache.Take</c>, or <c>Find(ulong,ulong)</c>.
/// </param>
/// <param name="Old">
/// What is replaced: whole tokens, white space and comments aside; it stands once in the member.
/// </param>
/// <param name="New">What comes in its place; empty: nothing.</param>
public sealed record Change(string Member, string Old, string New);
