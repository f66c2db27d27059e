// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>
/// One command of a trace, as written: it names the commands whose results it uses. Only the
/// arguments in its <see cref="Signature"/> mean anything; the others keep their defaults.
/// </summary>
public sealed record Command(CommandKind Kind)
{
    /// <summary>The name of the result: n of <c>pn</c>; -1 when nothing is produced.</summary>
    public int Name { get; init; } = -1;

    public Operand Pointer { get; init; }

    /// <summary>Bytes.</summary>
    public ulong Size { get; init; }

    /// <summary>Bytes; 1 means "as it falls out of page-aligned sizes".</summary>
    public ulong Align { get; init; } = 1;

    public Gfp Gfp { get; init; } = Gfp.Kernel | Gfp.Highmem;

    public VmFlags Flags { get; init; }

    /// <summary>Bounds of <c>__get_vm_area</c>, bytes from VMALLOC_START, modulo 2^64.</summary>
    public ulong Start { get; init; }

    /// <inheritdoc cref="Start"/>
    public ulong End { get; init; }

    public Pgprot Prot { get; init; } = Pgprot.Kernel;

    /// <summary>-1: any node.</summary>
    public int Node { get; init; } = -1;

    public IReadOnlyList<PageSlice> Pages { get; init; } = [];

    /// <summary>
    /// Pages (vmap, take), where it may be larger than the list in <see cref="Pages"/>; the page
    /// of an area from which on it is remapped.
    /// </summary>
    public ulong Count { get; init; }

    /// <summary>The group of <c>pcpu_get_vm_areas</c>.</summary>
    public IReadOnlyList<PercpuArea> Areas { get; init; } = [];

    /// <summary>A byte (write, vwrite), or 0 / 1 (interrupt).</summary>
    public byte Value { get; init; }

    /// <summary>A physical address, bytes; page frame n begins at n pages.</summary>
    public ulong Phys { get; init; }

    /// <summary>The CPU the command runs on.</summary>
    public int Cpu { get; init; }

    public Fault Fault { get; init; }

    /// <summary>A second fault, armed only beside the first.</summary>
    public Fault AlsoFault { get; init; }

    /// <summary>Another task's look at the list while the command runs.</summary>
    public Reading Reading { get; init; }

    public Signature Signature => Signature.Of(Kind);

    /// <summary>Compares by value, the lists element by element.</summary>
    public bool Equals(Command? other) =>
        other is not null && Kind == other.Kind && Name == other.Name && Pointer == other.Pointer
        && Size == other.Size && Align == other.Align && Gfp == other.Gfp && Flags == other.Flags
        && Start == other.Start && End == other.End && Prot == other.Prot && Node == other.Node
        && Count == other.Count && Value == other.Value && Cpu == other.Cpu && Phys == other.Phys
        && Fault == other.Fault && AlsoFault == other.AlsoFault && Reading == other.Reading
        && Pages.SequenceEqual(other.Pages) && Areas.SequenceEqual(other.Areas);

    public override int GetHashCode() => HashCode.Combine(Kind, Name, Pointer, Size, Count, Fault);
}
