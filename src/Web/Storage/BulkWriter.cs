using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>
/// Writes what a context has gathered, as its SaveChanges would, but by prepared commands of many rows: some ten times as fast. For imports,
/// inside a transaction of the caller.
/// </summary>
internal sealed class BulkWriter(MestringDb db) : IAsyncDisposable
{
    private const int RowsACommand = 50;
    private readonly Dictionary<(IEntityType Type, EntityState State, int Rows), DbCommand> _commands = [];
    private readonly Dictionary<IEntityType, Table> _tables = [];

    /// <summary>Writes every row that is added, changed or removed, and lets go of all rows.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row since it was read.</exception>
    public async Task Write(CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToLookup(e => (e.Metadata, e.State));
        var types = entries.Select(g => g.Key.Metadata).Distinct().OrderBy(Depth).ToList();
        foreach (var type in Enumerable.Reverse(types))
        {
            await One(type, EntityState.Deleted, entries[(type, EntityState.Deleted)], ct);
        }

        foreach (var type in types)
        {
            await Insert(type, [.. entries[(type, EntityState.Added)]], ct);
            await One(type, EntityState.Modified, entries[(type, EntityState.Modified)], ct);
        }

        db.ChangeTracker.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands.Values)
        {
            await command.DisposeAsync();
        }
    }

    private async Task Insert(IEntityType type, List<EntityEntry> rows, CancellationToken ct)
    {
        var table = Of(type);
        for (var first = 0; first < rows.Count;)
        {
            // Whole commands, then the rest row by row: each size is prepared once.
            var count = rows.Count - first >= RowsACommand ? RowsACommand : 1;
            var command = Command(type, EntityState.Added, count);
            for (var row = 0; row < count; row++)
            {
                for (var column = 0; column < table.Columns.Length; column++)
                {
                    command.Parameters[(row * table.Columns.Length) + column].Value = table.Columns[column].Value(rows[first + row].Entity);
                }
            }

            await command.ExecuteNonQueryAsync(ct);
            first += count;
        }
    }

    private async Task One(IEntityType type, EntityState state, IEnumerable<EntityEntry> rows, CancellationToken ct)
    {
        var table = Of(type);
        foreach (var row in rows)
        {
            var command = Command(type, state, 1);
            var at = 0;
            foreach (var column in state is EntityState.Modified ? table.Columns.Where(c => !c.IsKey) : [])
            {
                command.Parameters[at++].Value = column.Value(row.Entity);
            }

            foreach (var column in table.Columns.Where(c => c.IsKey))
            {
                command.Parameters[at++].Value = column.Value(row.Entity);
            }

            foreach (var column in table.Columns.Where(c => c.Property.IsConcurrencyToken))
            {
                command.Parameters[at++].Value = column.Stored(row.OriginalValues[column.Property]);
            }

            if (await command.ExecuteNonQueryAsync(ct) != 1 && table.Columns.Any(c => c.Property.IsConcurrencyToken))
            {
                throw new DbUpdateConcurrencyException($"A row of {type.GetTableName()} was changed by somebody else in the meantime.");
            }
        }
    }

    private DbCommand Command(IEntityType type, EntityState state, int rows)
    {
        if (_commands.TryGetValue((type, state, rows), out var command))
        {
            return command;
        }

        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Begin a transaction first.");
        var table = Of(type);
        var sql = new StringBuilder();
        switch (state)
        {
            case EntityState.Added:
                sql.Append(CultureInfo.InvariantCulture, $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(c => c.Name))}) VALUES ");
                for (var row = 0; row < rows; row++)
                {
                    sql.Append(row > 0 ? ", (" : "(").AppendJoin(", ", table.Columns.Select(c => Parameter(c))).Append(')');
                }

                break;
            case EntityState.Modified:
                sql.Append(CultureInfo.InvariantCulture, $"UPDATE {table.Name} SET {string.Join(", ", table.Columns.Where(c => !c.IsKey).Select(c => $"{c.Name} = {Parameter(c)}"))}");
                Where();
                break;
            default:
                sql.Append(CultureInfo.InvariantCulture, $"DELETE FROM {table.Name}");
                Where();
                break;
        }

        command.CommandText = sql.ToString();
        command.Prepare();
        return _commands[(type, state, rows)] = command;

        void Where() => sql.Append(" WHERE ").AppendJoin(" AND ", table.Columns.Where(c => c.IsKey).Concat(table.Columns.Where(c => c.Property.IsConcurrencyToken)).Select(c => $"{c.Name} = {Parameter(c)}"));

        string Parameter(Column column)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"@p{command.Parameters.Count}");
            command.Parameters.Add(column.Mapping.CreateParameter(command, name, null, column.Property.IsNullable));
            return name;
        }
    }

    private Table Of(IEntityType type)
    {
        if (!_tables.TryGetValue(type, out var table))
        {
            var sql = db.GetService<ISqlGenerationHelper>();
            _tables[type] = table = new Table(sql.DelimitIdentifier(type.GetTableName()!), [.. type.GetProperties().Select(p => new Column(sql.DelimitIdentifier(p.GetColumnName()), p))]);
        }

        return table;
    }

    /// <summary>How many tables stand above: what others refer to is written first.</summary>
    private static int Depth(IEntityType type) => type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != type).Select(p => Depth(p) + 1).DefaultIfEmpty().Max();

    private sealed record Table(string Name, Column[] Columns);

    private sealed class Column(string name, IProperty property)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();

        public string Name => name;

        public IProperty Property => property;

        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

        public bool IsKey { get; } = property.IsPrimaryKey();

        public object Value(object entity) => Stored(_getter.GetClrValue(entity));

        /// <summary>The value as it is stored.</summary>
        public object Stored(object? value) => (value is null ? null : Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
    }
}
