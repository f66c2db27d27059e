// SPDX-License-Identifier: GPL-2.0-only
using System.Text;

namespace Verification.Vmcheck;

/// <summary>Reads a whole text input, and refuses what is no text before it fills memory.</summary>
public static class InputText
{
    const int ChunkBytes = 1 << 16;
    const char ByteOrderMark = '\uFEFF';

    /// <summary>The text of the file, or of standard input when <paramref name="path"/> is null.
    /// A missing or unreadable file, a directory, a NUL byte or more than the kind may have end the
    /// verb with <see cref="ExitCode.BadInput"/>; of a file that is too large, nothing is read.
    /// </summary>
    public static Task<string> ReadAsync(
        string? path, InputKind kind, CancellationToken cancel) =>
        ReadAsync(path, kind, _ => kind, cancel);

    /// <summary>The same where the beginning of a text says of which kind it is.</summary>
    /// <param name="path">Null for standard input.</param>
    /// <param name="largest">The kind with the largest files: of a larger one, nothing is read.</param>
    /// <param name="kindOf">Tells the kind by the first 64 KiB.</param>
    /// <param name="cancel">Leaves what does not end.</param>
    public static async Task<string> ReadAsync(
        string? path, InputKind largest, Func<string, InputKind> kindOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(largest);
        ArgumentNullException.ThrowIfNull(kindOf);
        string name = path ?? "standard input";
        if (name.Length == 0)
        {
            throw new VerbException(ExitCode.BadInput, "the name of the file is empty; name one");
        }

        if (path is null && StandardStreams.IsClosed(StandardStreams.Input))
        {
            throw new VerbException(ExitCode.BadInput, "standard input is closed; name a file");
        }

        try
        {
            await using Stream stream = path is null
                ? Console.OpenStandardInput()
                : await OpenAsync(path, cancel);
            return stream.CanSeek && stream.Length > largest.LargestBytes
                ? throw largest.TooLarge(name)
                : await ReadAsync(stream, name, kindOf, cancel);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException
            or ArgumentException or NotSupportedException)
        {
            string reason = Directory.Exists(path) ? "is a directory; name a file in it"
                : unreadable is FileNotFoundException or DirectoryNotFoundException
                    ? "does not exist; look at the spelling of the path"
                : unreadable is UnauthorizedAccessException ? "may not be read by this user"
                : $"cannot be read: {unreadable.Message}";
            throw new VerbException(ExitCode.BadInput, $"{name} {reason}");
        }
    }

    /// <summary>
    /// The text of a file that has an end; a pipe or a device that a link leads to is refused too,
    /// and nothing of it is read.
    /// </summary>
    public static string ReadOrdinary(string path, InputKind kind) =>
        SystemCalls.IsOrdinary(path) || !Path.Exists(path)
            ? ReadAsync(path, kind, CancellationToken.None).GetAwaiter().GetResult()
            : throw new VerbException(ExitCode.BadInput, $"{path} is no ordinary file");

    /// <summary>A pipe with a name opens when somebody opens its other end, or never.</summary>
    static Task<FileStream> OpenAsync(string path, CancellationToken cancel) => Task.Run(
        () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), cancel)
        .WaitAsync(cancel);

    static async Task<string> ReadAsync(
        Stream stream, string name, Func<string, InputKind> kindOf, CancellationToken cancel)
    {
        using MemoryStream bytes = new();
        byte[] chunk = new byte[ChunkBytes];
        InputKind? kind = null;
        while (true)
        {
            // A read from a terminal does not end by itself when Ctrl-C is pressed.
            int read = await stream.ReadAtLeastAsync(
                chunk, ChunkBytes, throwOnEndOfStream: false, cancel).AsTask().WaitAsync(cancel);
            if (read == 0)
            {
                return Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            }

            int nul = chunk.AsSpan(0, read).IndexOf((byte)0);
            if (nul >= 0)
            {
                throw new VerbException(
                    ExitCode.BadInput,
                    $"{name} is no text: byte {bytes.Length + nul} is NUL");
            }

            bytes.Write(chunk, 0, read);
            kind ??= kindOf(Text(chunk.AsSpan(0, read)));
            if (bytes.Length > kind.LargestBytes
                || (stream.CanSeek && stream.Length > kind.LargestBytes))
            {
                throw kind.TooLarge(name);
            }
        }
    }

    static string Text(ReadOnlySpan<byte> bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        return text.StartsWith(ByteOrderMark) ? text[1..] : text;
    }
}
