using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Mestring.Web.Storage;

/// <summary>Ready means that the database answers and takes what is written, and that there is room for it. Nothing is written to find out.</summary>
internal sealed class DatabaseIsReady(MestringDb db, DatabaseSettings settings) : IHealthCheck
{
    /// <summary>Room that must be left where SQLite writes.</summary>
    internal const long LeastRoom = 32 * 1024 * 1024;

    private const int Busy = 5;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            return db.Database.IsSqlite() ? await OfSqlite(cancellationToken) : await OfPostgres(cancellationToken);
        }
        catch (Exception e) when (e is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<HealthCheckResult> OfSqlite(CancellationToken ct)
    {
        if (Directory.Exists(settings.Folder) && new DriveInfo(settings.Folder).AvailableFreeSpace < LeastRoom)
        {
            return HealthCheckResult.Unhealthy("The disk of the database is full.");
        }

        try
        {
            // Takes the writer's place and writes nothing: a file or a disk that cannot be written to refuses it.
            await Ask("PRAGMA busy_timeout = 200", ct);
            await Ask("DELETE FROM leases WHERE 1 = 0", ct);
        }
        catch (Microsoft.Data.Sqlite.SqliteException e) when (e.SqliteErrorCode is Busy)
        {
            // Somebody writes at this moment, so it can be written to.
        }
        finally
        {
            await Ask("PRAGMA busy_timeout = 10000", ct);
        }

        return HealthCheckResult.Healthy();
    }

    private async Task<HealthCheckResult> OfPostgres(CancellationToken ct) =>
        string.Equals(await Ask("SHOW transaction_read_only", ct) as string, "off", StringComparison.Ordinal) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database can only be read.");

    private async Task<object?> Ask(string sql, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Words of this class alone.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 1;
        return await command.ExecuteScalarAsync(ct);
    }
}
