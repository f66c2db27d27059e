// SPDX-License-Identifier: GPL-2.0-only
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Verification.Vmcheck;

/// <summary>Why a store cannot be used, in words.</summary>
static class StoreTrouble
{
    /// <summary>Whether an exception is about the store, and no defect of vmcheck.</summary>
    public static bool Is(Exception wrong) => wrong is SqliteException or IOException
        or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Another process holds the database.</summary>
    public static bool IsLock(Exception wrong) =>
        wrong is SqliteException { SqliteErrorCode: SQLITE_BUSY or SQLITE_LOCKED };

    /// <summary>The database is not to be trusted.</summary>
    public static bool IsDamage(Exception wrong) =>
        wrong is SqliteException { SqliteErrorCode: SQLITE_NOTADB or SQLITE_CORRUPT };

    /// <summary>A clause to go behind the name of the store.</summary>
    public static string Of(Exception wrong, string folder) =>
        File.Exists(folder) ? "it is a file, not a folder"
        : wrong is not SqliteException sqlite ? wrong.Message
        : sqlite.SqliteErrorCode switch
        {
            SQLITE_BUSY or SQLITE_LOCKED => "another process keeps its database locked",
            SQLITE_FULL => "the disk is full",
            SQLITE_READONLY => "its database may only be read",
            SQLITE_CANTOPEN => "its database cannot be opened or made",
            SQLITE_IOERR => "its database cannot be read or written to its end",
            SQLITE_NOTADB or SQLITE_CORRUPT => "its database was damaged since it was opened",
            _ => $"its database says: {sqlite.Message}",
        };
}
