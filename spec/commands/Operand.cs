// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>What an operand of a command is relative to.</summary>
public enum OperandBase : byte
{
    /// <summary>The null pointer.</summary>
    Null,

    /// <summary>VMALLOC_START: an address the trace says outright.</summary>
    Start,

    /// <summary>The result of the command with this name (p3, f1).</summary>
    Name,

    /// <summary>
    /// The n-th live product of a kind, modulo their number: drafted by a generator, and replaced
    /// by a name in the first run. Never written to a trace file.
    /// </summary>
    Live,

    /// <summary>Like <see cref="Live"/>, among products already freed.</summary>
    Freed,
}

/// <summary>
/// An address argument: a base and a byte offset from it, modulo 2^64. Of says of a draft what it is
/// drafted from; of a name that nothing makes, what its letter says: Nothing for <c>p</c>.
/// </summary>
public readonly record struct Operand(OperandBase Base, int Index, ulong Offset, Product Of)
{
    public static readonly Operand Null;

    public static Operand FromStart(ulong offset) => new(OperandBase.Start, 0, offset, default);

    public static Operand Named(int name, ulong offset = 0) =>
        new(OperandBase.Name, name, offset, default);

    public static Operand NthLive(Product of, int index, ulong offset = 0) =>
        new(OperandBase.Live, index, offset, of);

    public static Operand NthFreed(Product of, int index, ulong offset = 0) =>
        new(OperandBase.Freed, index, offset, of);

    /// <summary>A draft has to be resolved in a run before it can be written down.</summary>
    public bool IsDraft => Base is OperandBase.Live or OperandBase.Freed;
}

/// <summary>
/// A stretch of a page-pointer array: frames <c>First</c> to <c>First + Count - 1</c> of what the
/// operand names (taken frames, or the pages behind a block), or Count NULL entries.
/// </summary>
public readonly record struct PageSlice(Operand Source, int First, int Count)
{
    /// <summary><paramref name="count"/> entries that are NULL.</summary>
    public static PageSlice NullEntries(int count) => new(Operand.Null, 0, count);

    public bool IsNull => Source.Base == OperandBase.Null;
}
