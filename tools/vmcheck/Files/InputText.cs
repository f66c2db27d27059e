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
    public static async Task<string> ReadAsync(
        string? path, InputKind kind, CancellationToken cancel)
    {
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
            return stream.CanSeek && stream.Length > kind.LargestBytes
                ? throw kind.TooLarge(name)
                : await ReadAsync(stream, name, kind, cancel);
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
        Stream stream, string name, InputKind kind, CancellationToken cancel)
    {
        using MemoryStream bytes = new();
        byte[] chunk = new byte[ChunkBytes];
        while (true)
        {
            // A read from a terminal does not end by itself when Ctrl-C is pressed.
            int read = await stream.ReadAsync(chunk, cancel).AsTask().WaitAsync(cancel);
            if (read == 0)
            {
                string text = Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
                return text.StartsWith(ByteOrderMark) ? text[1..] : text;
            }

            int nul = chunk.AsSpan(0, read).IndexOf((byte)0);
            if (nul >= 0)
            {
                throw new VerbException(
                    ExitCode.BadInput,
                    $"{name} is no text: byte {bytes.Length + nul} is NUL");
            }

            if (bytes.Length + read > kind.LargestBytes)
            {
                throw kind.TooLarge(name);
            }

            bytes.Write(chunk, 0, read);
        }
    }
}
