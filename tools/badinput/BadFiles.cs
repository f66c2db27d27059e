// SPDX-License-Identifier: GPL-2.0-only
using System.Diagnostics;
using System.Text;
using Verification.Search;

namespace Verification.BadInput;

/// <summary>Files of every sort that is no good, made in a scratch folder.</summary>
sealed class BadFiles(string folder)
{
    const int Spoilt = 8;
    const ulong Seed = 20261125;

    /// <summary>A pipe that nobody writes to: reading it waits.</summary>
    public const string Pipe = "pipe";

    /// <summary>Paths that hold no text of any kind, and those that lead nowhere.</summary>
    public static IReadOnlyList<string> Unusable { get; } =
    [
        "missing", "missing/deep", "folder", "", "/dev/zero", "/dev/full", "/proc/self/mem",
        "dangling", "loop", "junk", "nul", "sparse", "gigantic", "long-line", "many-lines", "/",
        "good.trace/below", "name\u001b[31m\nof two lines", new string('x', 5000), "utf16", "gzip",
    ];

    /// <summary>Those of them, and of the doubtful, that are read, and refused at a place.</summary>
    public static bool HasPlaces(string file) => file.StartsWith("spoilt-", StringComparison.Ordinal)
        || file is "junk" or "nul" or "long-line" or "many-lines" or "utf16" or "gzip" or "sparse"
            or "gigantic" or "blank";

    /// <summary>Made of good ones: some may still be read.</summary>
    public static IReadOnlyList<string> Doubtful { get; } =
    [
        "empty", "/dev/null", "blank", "bom", "link",
        .. Enumerable.Range(0, Spoilt).Select(static number => $"spoilt-{number}"),
    ];

    /// <summary>Stores that are damaged, or hold what no vmcheck put there.</summary>
    public static IReadOnlyList<string> Stores { get; } =
        ["store-of-junk", "store-of-text", "store-of-folders", "store-of-nothing"];

    /// <summary>Makes them all, and the good ones of the repository beside them.</summary>
    public void Make(string repository)
    {
        Directory.CreateDirectory(Path.Combine(folder, "folder"));
        Directory.CreateDirectory(Path.Combine(folder, "recordings"));
        string trace = Good(repository, "snapshots/double-vfree.trace", "good.trace");
        string dump = Good(
            repository, "snapshots/dumps/Vmalloc.Of_one_page.verified.txt", "good.dump");
        string list = Good(
            repository, "properties/Vmallocinfo/samples/linux-6.1-plain.txt", "good.vmallocinfo");
        string recording = Good(
            repository, "properties/Recorded/golden-2.6.32/case-align.txt",
            "recordings/case-align.txt");
        Write("good.cell", string.Join('\n', trace.Split('\n')[..3])
            + "\np0 = vmalloc(4096) fail page once 0\n");
        Texts(trace);
        Mutator mutator = new([trace, dump, list, recording]);
        for (int number = 0; number < Spoilt; number++)
        {
            string text = number % 3 == 0 ? dump : number % 3 == 1 ? list : trace;
            Write($"spoilt-{number}", mutator.Spoil(text, Prng.Derive(Seed, (ulong)number)));
        }

        MakeStores(trace);
        File.CreateSymbolicLink(At("dangling"), "nowhere");
        File.CreateSymbolicLink(At("adrift"), "nowhere-yet");
        File.CreateSymbolicLink(At("loop"), "loop");
        File.CreateSymbolicLink(At("link"), "good.trace");
        Process.Start("mkfifo", [At(Pipe)]).WaitForExit();
    }

    void Texts(string trace)
    {
        Prng prng = new(Seed);
        byte[] junk = new byte[4096];
        for (int at = 0; at < junk.Length; at++)
        {
            junk[at] = (byte)(1 + prng.Below(255));
        }

        File.WriteAllBytes(At("junk"), junk);
        File.WriteAllBytes(At("utf16"), Encoding.Unicode.GetBytes(trace));
        File.WriteAllBytes(At("gzip"), [0x1f, 0x8b, 8, 0, 1, 2, 3, 4]);
        Write("empty", "");
        Write("blank", " \n\t\r\n\n");
        Write("bom", "\ufeff" + trace);
        Write("nul", trace.Replace("vfree", "v\0ree"));
        Write("long-line", trace + new string('x', 1 << 20));
        Write("many-lines", string.Concat(Enumerable.Repeat("x\n", 1 << 18)));
        Sparse("sparse", (16L << 20) + 1);
        Sparse("gigantic", 1L << 36);
    }

    void MakeStores(string trace)
    {
        Array.ForEach([.. Stores], name => Directory.CreateDirectory(At(name)));
        File.Copy(At("junk"), At("store-of-junk/campaigns.db"));
        File.Copy(At("junk"), At("store-of-junk/a.trace"));
        Write("store-of-text/campaigns.db", "SQLite format 3\0 and no more");
        Write("store-of-text/a.trace", trace.Replace("vfree", "vflee"));
        Directory.CreateDirectory(At("store-of-folders/campaigns.db"));
        Directory.CreateDirectory(At("store-of-folders/a.trace"));
        Write("store-of-nothing/campaigns.db", "");
        Sparse("store-of-nothing/a.trace", 1L << 36);
        File.CreateSymbolicLink(At("store-of-nothing/b.trace"), "b.trace");
    }

    string Good(string repository, string source, string name)
    {
        string text = File.ReadAllText(Path.Combine(repository, source));
        Write(name, text);
        return text;
    }

    void Sparse(string name, long bytes)
    {
        using FileStream file = new(At(name), FileMode.Create);
        file.SetLength(bytes);
    }

    void Write(string name, string text) =>
        File.WriteAllBytes(At(name), Encoding.UTF8.GetBytes(text));

    string At(string name) => Path.Combine(folder, name);
}
