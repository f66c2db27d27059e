// SPDX-License-Identifier: GPL-2.0-only
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Verification.Properties;

/// <summary>The database of a store, looked at past vmcheck.</summary>
static class StoreBook
{
    /// <summary>The number that a statement answers; 0 for none.</summary>
    public static long Ask(string folder, string statement)
    {
        using SqliteConnection connection = new(
            $"Data Source={Path.Combine(folder, "campaigns.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
