using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>
/// Rows as they will be stored. What belongs together is gathered on one thread, any one, and then handed to a <see cref="BulkWriter"/>:
/// making values of rows takes as long as a good part of the writing, which only one thread can do.
/// </summary>
internal class StoredRows
{
    private readonly IModel _model;
    private readonly ISqlGenerationHelper _sql;
    private readonly ConcurrentDictionary<Type, StoredTable> _tables;

    protected StoredRows(IModel model, ISqlGenerationHelper sql) => (_model, _sql, _tables) = (model, sql, []);

    private StoredRows(StoredRows like) => (_model, _sql, _tables) = (like._model, like._sql, like._tables);

    protected List<Row> Rows { get; } = [];

    /// <summary>Others of the same database.</summary>
    public StoredRows More() => new(this);

    public void Insert(object row)
    {
        var table = Of(row);
        Rows.Add(new Row(table, EntityState.Added, Array.ConvertAll(table.Columns, c => c.Value(row))));
    }

    /// <param name="row">All its columns are written.</param>
    /// <param name="version">The version it was read with, where its table counts versions.</param>
    public void Update(object row, int version = 0)
    {
        var table = Of(row);
        Rows.Add(new Row(table, EntityState.Modified, [.. table.Values.Select(c => c.Value(row)), .. Known(table, row, version)]));
    }

    /// <inheritdoc cref="Update"/>
    public void Delete(object row, int version = 0)
    {
        var table = Of(row);
        Rows.Add(new Row(table, EntityState.Deleted, [.. Known(table, row, version)]));
    }

    /// <summary>Takes over what was gathered elsewhere.</summary>
    public void Add(StoredRows more)
    {
        Rows.AddRange(more.Rows);
        more.Rows.Clear();
    }

    private static IEnumerable<object> Known(StoredTable table, object row, int version) =>
        table.Keys.Select(c => c.Value(row)).Concat(table.Version is null ? [] : [(object)version]);

    private StoredTable Of(object row) => _tables.GetOrAdd(row.GetType(), (type, from) => new StoredTable(from._model.FindEntityType(type)!, from._sql), this);

    /// <param name="Table">Where it goes.</param>
    /// <param name="State">What is done.</param>
    /// <param name="Values">The values of the command, in its order.</param>
    protected readonly record struct Row(StoredTable Table, EntityState State, object[] Values);
}
