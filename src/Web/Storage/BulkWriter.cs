using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>
/// Writes rows by prepared commands, past the change tracker: some twenty times as fast. For imports, inside a transaction of the caller. What is
/// handed over is gathered until <see cref="Write"/>, so that rows can be written table by table.
/// </summary>
internal sealed class BulkWriter(MestringDb db) : StoredRows(db.Model, db.GetService<ISqlGenerationHelper>()), IAsyncDisposable
{
    private readonly Dictionary<(StoredTable Table, EntityState State, int Rows), Prepared> _commands = [];

    /// <summary>Rows in one command, the most first: a server is asked seldom, and SQLite is in the process. Each size is prepared once.</summary>
    private readonly int[] _rowsACommand = db.Database.IsSqlite() ? [1] : [64, 16, 4, 1];
    private long _written;
    private long _analyze = 500;

    /// <summary>Writes what was handed over.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row since it was read.</exception>
    public async Task Write(CancellationToken ct)
    {
        var rows = Rows.ToLookup(r => (r.Table, r.State), r => r.Values);
        var tables = Rows.Select(r => r.Table).Distinct().OrderBy(t => t.Depth).ToList();
        foreach (var table in Enumerable.Reverse(tables))
        {
            await One(table, EntityState.Deleted, rows[(table, EntityState.Deleted)], ct);
        }

        foreach (var table in tables)
        {
            await Insert(table, [.. rows[(table, EntityState.Added)]], ct);
            await One(table, EntityState.Modified, rows[(table, EntityState.Modified)], ct);
        }

        _written += Rows.Count;
        Rows.Clear();
        await Analyze(tables, ct);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }
    }

    /// <summary>
    /// Until the connection is opened anew SQLite keeps more of the file in memory of its own, as pages of many indexes would be written and read
    /// again and again, and maps none of it: that is made anew each time the file has grown.
    /// </summary>
    private void Remember()
    {
        if (db.Database.IsSqlite())
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA cache_size = -65536; PRAGMA mmap_size = 0";
            command.ExecuteNonQuery();
        }
    }

    /// <summary>
    /// PostgreSQL plans once how it finds what a row refers to. Planned while the tables are small, that may be by any index, and by the wrong one a
    /// hundred thousand rows take minutes: so it is told of the tables again as they grow. A table somebody else is telling it of is left out:
    /// that would wait for the other transaction to end.
    /// </summary>
    private async Task Analyze(IEnumerable<StoredTable> tables, CancellationToken ct)
    {
        if (_written < _analyze || db.Database.IsSqlite())
        {
            return;
        }

        _analyze = _written * 10;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"ANALYZE (SKIP_LOCKED) {string.Join(", ", tables.Select(t => t.Name))}";
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task Insert(StoredTable table, object[][] rows, CancellationToken ct)
    {
        for (var first = 0; first < rows.Length;)
        {
            var count = Array.Find(_rowsACommand, size => size <= rows.Length - first);
            var command = Command(table, EntityState.Added, count);
            var at = 0;
            for (var row = 0; row < count; row++)
            {
                foreach (var value in rows[first + row])
                {
                    command.Set(at++, value);
                }
            }

            await command.Run(ct);
            first += count;
        }
    }

    private async Task One(StoredTable table, EntityState state, IEnumerable<object[]> rows, CancellationToken ct)
    {
        foreach (var values in rows)
        {
            var command = Command(table, state, 1);
            for (var at = 0; at < values.Length; at++)
            {
                command.Set(at, values[at]);
            }

            if (await command.Run(ct) != 1 && table.Version is not null)
            {
                throw new DbUpdateConcurrencyException($"A row of {table.Name} was changed by somebody else in the meantime.");
            }
        }
    }

    private Prepared Command(StoredTable table, EntityState state, int rows)
    {
        if (_commands.TryGetValue((table, state, rows), out var known))
        {
            return known;
        }

        if (_commands.Count == 0)
        {
            Remember();
        }

        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Begin a transaction first.");
        var sql = new StringBuilder();
        switch (state)
        {
            case EntityState.Added:
                sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) VALUES ");
                for (var row = 0; row < rows; row++)
                {
                    sql.Append(row > 0 ? ", (" : "(").AppendJoin(", ", table.Columns.Select(Parameter)).Append(')');
                }

                break;
            case EntityState.Modified:
                sql.Append(CultureInfo.InvariantCulture, $"UPDATE {table.Name} SET {string.Join(", ", table.Values.Select(c => $"{c.Name} = {Parameter(c)}"))}");
                Where();
                break;
            default:
                sql.Append(CultureInfo.InvariantCulture, $"DELETE FROM {table.Name}");
                Where();
                break;
        }

        command.CommandText = sql.ToString();
        return _commands[(table, state, rows)] = new Prepared(command);

        void Where() => sql.Append(" WHERE ").AppendJoin(" AND ", table.Keys.Concat(table.Version is { } version ? [version] : []).Select(c => $"{c.Name} = {Parameter(c)}"));

        string Parameter(StoredTable.Column column)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
            command.Parameters.Add(column.Mapping.CreateParameter(command, name, null, column.Property.IsNullable));
            return name;
        }
    }

    /// <summary>A command that is prepared once and run many times.</summary>
    private sealed class Prepared : IAsyncDisposable
    {
        private readonly DbCommand _command;
        private readonly SqliteStatement? _statement;

        public Prepared(DbCommand command)
        {
            _command = command;
            if (command.Connection is SqliteConnection sqlite)
            {
                _statement = new SqliteStatement(sqlite, command.CommandText);
            }
            else
            {
                command.Prepare();
            }
        }

        public void Set(int at, object value)
        {
            if (_statement is null)
            {
                _command.Parameters[at].Value = value;
            }
            else
            {
                _statement.Set(at, value);
            }
        }

        public ValueTask<int> Run(CancellationToken ct) => _statement is null ? new(_command.ExecuteNonQueryAsync(ct)) : new(_statement.Run());

        public ValueTask DisposeAsync()
        {
            _statement?.Dispose();
            return _command.DisposeAsync();
        }
    }
}
