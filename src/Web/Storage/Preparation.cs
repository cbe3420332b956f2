using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Brings the database up to date before the first request.</summary>
internal static class Preparation
{
    private const int SqliteReadOnly = 8;

    public static async Task Prepare(this MestringDb db, CancellationToken ct)
    {
        if (db.Database.IsSqlite())
        {
            var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder && file is not ":memory:")
            {
                PrivateFiles.MakeFolder(folder);
                PrivateFiles.KeepPrivate(file);
            }
        }

        try
        {
            await db.Database.MigrateAsync(ct);
            if (db.Database.IsSqlite())
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
            }
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode is SqliteReadOnly)
        {
            throw new SettingsException($"The database '{db.Database.GetDbConnection().DataSource}' can only be read. Let the user Mestring runs as write in the file and in the folder it stands in.", e);
        }
    }

    /// <summary>Empties the log beside the file of SQLite, so that what was deleted is not left in it either.</summary>
    public static Task<int> EmptyLog(this MestringDb db, CancellationToken ct) =>
        db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct) : Task.FromResult(0);
}
