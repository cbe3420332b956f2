using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>
/// Writes rows by prepared commands, past the change tracker: some twenty times as fast. For imports, inside a transaction of the caller. What is
/// handed over is gathered until <see cref="Write"/>, so that rows can be written table by table.
/// </summary>
internal sealed class BulkWriter(MestringDb db) : IAsyncDisposable
{
    private readonly Dictionary<(IEntityType Type, EntityState State, int Rows), Prepared> _commands = [];
    private readonly Dictionary<Type, Table> _tables = [];

    /// <summary>A server is asked seldom; SQLite is in the process.</summary>
    private readonly int _rowsACommand = db.Database.IsSqlite() ? 1 : 50;

    public void Insert(object row) => Of(row).Added.Add(row);

    /// <param name="row">All its columns are written.</param>
    /// <param name="version">The version it was read with, where its table counts versions.</param>
    public void Update(object row, int version = 0) => Of(row).Changed.Add((row, version));

    /// <inheritdoc cref="Update"/>
    public void Delete(object row, int version = 0) => Of(row).Removed.Add((row, version));

    /// <summary>Writes what was handed over.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row since it was read.</exception>
    public async Task Write(CancellationToken ct)
    {
        var tables = _tables.Values.OrderBy(t => t.Depth).ToList();
        foreach (var table in Enumerable.Reverse(tables))
        {
            await One(table, EntityState.Deleted, table.Removed, ct);
        }

        foreach (var table in tables)
        {
            await Insert(table, ct);
            await One(table, EntityState.Modified, table.Changed, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }
    }

    /// <summary>Lets SQLite keep more of the file in memory until the connection is opened anew: pages of many indexes would be written and read again and again.</summary>
    private void Remember()
    {
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            using var statement = new SqliteStatement(sqlite, "PRAGMA cache_size = -65536");
            statement.Run();
        }
    }

    private async Task Insert(Table table, CancellationToken ct)
    {
        for (var first = 0; first < table.Added.Count;)
        {
            // Whole commands, then the rest row by row: each size is prepared once.
            var count = table.Added.Count - first >= _rowsACommand ? _rowsACommand : 1;
            var command = Command(table, EntityState.Added, count);
            var at = 0;
            for (var row = 0; row < count; row++)
            {
                foreach (var column in table.Columns)
                {
                    command.Set(at++, column.Value(table.Added[first + row]));
                }
            }

            await command.Run(ct);
            first += count;
        }

        table.Added.Clear();
    }

    private async Task One(Table table, EntityState state, List<(object Row, int Version)> rows, CancellationToken ct)
    {
        foreach (var (row, version) in rows)
        {
            var command = Command(table, state, 1);
            var at = 0;
            foreach (var column in state is EntityState.Modified ? table.Values : [])
            {
                command.Set(at++, column.Value(row));
            }

            foreach (var column in table.Keys)
            {
                command.Set(at++, column.Value(row));
            }

            if (table.Version is not null)
            {
                command.Set(at, version);
            }

            if (await command.Run(ct) != 1 && table.Version is not null)
            {
                throw new DbUpdateConcurrencyException($"A row of {table.Name} was changed by somebody else in the meantime.");
            }
        }

        rows.Clear();
    }

    private Prepared Command(Table table, EntityState state, int rows)
    {
        if (_commands.TryGetValue((table.Type, state, rows), out var known))
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
        return _commands[(table.Type, state, rows)] = new Prepared(command);

        void Where() => sql.Append(" WHERE ").AppendJoin(" AND ", table.Keys.Concat(table.Version is { } version ? [version] : []).Select(c => $"{c.Name} = {Parameter(c)}"));

        string Parameter(Column column)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
            command.Parameters.Add(column.Mapping.CreateParameter(command, name, null, column.Property.IsNullable));
            return name;
        }
    }

    private Table Of(object row)
    {
        if (!_tables.TryGetValue(row.GetType(), out var table))
        {
            var (type, sql) = (db.Model.FindEntityType(row.GetType())!, db.GetService<ISqlGenerationHelper>());
            _tables[row.GetType()] = table = new Table(type, sql.DelimitIdentifier(type.GetTableName()!), [.. type.GetProperties().Select(p => new Column(sql.DelimitIdentifier(p.GetColumnName()), p))]);
        }

        return table;
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

    /// <summary>One table, and what of it waits to be written.</summary>
    private sealed class Table(IEntityType type, string name, Column[] columns)
    {
        public IEntityType Type => type;

        public string Name => name;

        public Column[] Columns => columns;

        public Column[] Keys { get; } = Array.FindAll(columns, c => c.Property.IsPrimaryKey());

        public Column[] Values { get; } = Array.FindAll(columns, c => !c.Property.IsPrimaryKey());

        public Column? Version { get; } = Array.Find(columns, c => c.Property.IsConcurrencyToken);

        /// <summary>How many tables stand above: what others refer to is written first.</summary>
        public int Depth { get; } = Above(type);

        public List<object> Added { get; } = [];

        public List<(object Row, int Version)> Changed { get; } = [];

        public List<(object Row, int Version)> Removed { get; } = [];

        private static int Above(IEntityType type) => type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != type).Select(p => Above(p) + 1).DefaultIfEmpty().Max();
    }

    private sealed class Column(string name, IProperty property)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly Func<object?, object?>? _stored = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;

        public IProperty Property => property;

        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        /// <summary>The value as it is stored.</summary>
        public object Value(object entity) => _getter.GetClrValue(entity) is { } value ? _stored is null ? value : _stored(value) ?? DBNull.Value : DBNull.Value;
    }
}
