// SPDX-License-Identifier: GPL-2.0-only
namespace Verification.Spec;

/// <summary>The translation of one page, with what the ledger remembers about it.</summary>
public struct Translation
{
    int framePlusOne;

    public readonly bool IsPresent => framePlusOne != 0;

    /// <summary>Frame it leads to; -1: none.</summary>
    public int Frame
    {
        readonly get => framePlusOne - 1;
        internal set => framePlusOne = value + 1;
    }

    public Pgprot Prot { get; internal set; }

    /// <summary>The frame's generation when the translation was made.</summary>
    public int Generation { get; internal set; }

    /// <summary>Mask of CPUs whose TLB holds an entry for the page.</summary>
    public uint Tlb { get; internal set; }

    /// <summary>Cleared, and some TLB has not been flushed since.</summary>
    public bool IsUnflushed { get; internal set; }

    /// <summary>Set while present, or while a TLB could still hold the old entry.</summary>
    public bool WasOverwritten { get; internal set; }

    /// <summary>Part of a huge entry: no table of the lowest level is needed.</summary>
    public bool IsHuge { get; internal set; }

    internal void Clear()
    {
        framePlusOne = 0;
        IsHuge = false;
    }
}

/// <summary>Translations by page number, in chunks of 64 pages.</summary>
public sealed class TranslationMap
{
    const int ChunkBits = 6;
    const int ChunkSize = 1 << ChunkBits;

    /// <summary>
    /// A range of at most so many chunks is indexed directly: 16 GiB of 4 KiB pages.
    /// </summary>
    const ulong MostDirect = 1 << 16;

    readonly Dictionary<ulong, Chunk> byNumber = [];
    readonly List<Chunk> used = [];
    readonly Stack<Chunk> spare = [];
    Chunk last = new() { Number = ulong.MaxValue };
    Chunk?[] direct = [];
    ulong firstChunk;
    int pageShift;

    /// <summary>Forgets everything; the addresses to come lie mostly in [start, end].</summary>
    public void Clear(int shift, ulong start, ulong end)
    {
        foreach (Chunk chunk in used)
        {
            Array.Clear(chunk.Pages);
            spare.Push(chunk);
            if (unchecked(chunk.Number - firstChunk) < (ulong)direct.Length)
            {
                direct[chunk.Number - firstChunk] = null;
            }
        }

        pageShift = shift;
        firstChunk = start >> shift >> ChunkBits;
        ulong chunks = (end >> shift >> ChunkBits) - firstChunk + 1;
        if (chunks > MostDirect)
        {
            direct = [];
        }
        else if ((ulong)direct.Length != chunks)
        {
            direct = new Chunk?[chunks];
        }

        used.Clear();
        byNumber.Clear();
        last = new() { Number = ulong.MaxValue };
    }

    /// <summary>
    /// The translation of the page that holds the address; none is a default value.
    /// </summary>
    public Translation Get(ulong address)
    {
        ulong page = address >> pageShift;
        if (page >> ChunkBits != last.Number)
        {
            if (Find(page >> ChunkBits) is not { } chunk)
            {
                return default;
            }

            last = chunk;
        }

        return last.Pages[(int)(page & (ChunkSize - 1))];
    }

    /// <summary>A reference to the entry of a page, made when it did not exist.</summary>
    public ref Translation At(ulong address)
    {
        ulong page = address >> pageShift;
        if (page >> ChunkBits != last.Number)
        {
            ulong number = page >> ChunkBits;
            last = Find(number) ?? Add(number);
        }

        return ref last.Pages[(int)(page & (ChunkSize - 1))];
    }

    /// <summary>
    /// Appends the addresses of present pages in [start, end) to a list; a huge range costs what
    /// lies in it, not its size.
    /// </summary>
    public void PresentIn(ulong start, ulong end, List<ulong> addresses)
    {
        ulong pages = unchecked(end - start) >> pageShift;
        if (pages <= (ulong)used.Count * ChunkSize)
        {
            for (ulong address = start; address < end; address += 1UL << pageShift)
            {
                if (Get(address).IsPresent)
                {
                    addresses.Add(address);
                }
            }

            return;
        }

        foreach (Chunk chunk in used)
        {
            for (int i = 0; i < ChunkSize; i++)
            {
                ulong address = ((chunk.Number << ChunkBits) + (ulong)i) << pageShift;
                if (chunk.Pages[i].IsPresent && address >= start && address < end)
                {
                    addresses.Add(address);
                }
            }
        }
    }

    Chunk? Find(ulong number)
    {
        ulong at = unchecked(number - firstChunk);
        return at < (ulong)direct.Length ? direct[at] : byNumber.GetValueOrDefault(number);
    }

    Chunk Add(ulong number)
    {
        Chunk chunk = spare.Count > 0 ? spare.Pop() : new Chunk();
        chunk.Number = number;
        used.Add(chunk);
        ulong at = unchecked(number - firstChunk);
        if (at < (ulong)direct.Length)
        {
            direct[at] = chunk;
        }
        else
        {
            byNumber.Add(number, chunk);
        }

        return chunk;
    }

    sealed class Chunk
    {
        public readonly Translation[] Pages = new Translation[ChunkSize];
        public ulong Number;
    }
}
