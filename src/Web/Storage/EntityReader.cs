using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>
/// Reads rows as Entity Framework would, out of a command of our own: one command can then answer with several tables. Columns, types and
/// conversions are those of the model.
/// </summary>
internal sealed class EntityReader<T>
    where T : class
{
    private static readonly ConcurrentDictionary<(IEntityType Type, string Except), EntityReader<T>> Made = new();
    private readonly Func<DbDataReader, T> _read;

    private EntityReader(IEntityType type, ISqlGenerationHelper sql, string[] except)
    {
        var properties = type.GetProperties().Where(p => !except.Contains(p.Name, StringComparer.Ordinal)).ToList();
        Table = sql.DelimitIdentifier(type.GetTableName()!);
        Columns = string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName())));
        var reader = Expression.Parameter(typeof(DbDataReader));
        _read = Expression.Lambda<Func<DbDataReader, T>>(
            Expression.MemberInit(Expression.New(typeof(T)), properties.Select((p, i) => Expression.Bind(p.PropertyInfo!, Value(p, reader, Expression.Constant(i))))), reader).Compile();
    }

    /// <summary>The name of the table, as SQL writes it.</summary>
    public string Table { get; }

    /// <summary>The columns to select, in the order <see cref="ReadAll"/> takes them.</summary>
    public string Columns { get; }

    /// <param name="db">Whose model it is.</param>
    /// <param name="except">Properties that are not read and keep what a new row holds.</param>
    public static EntityReader<T> Of(DbContext db, params string[] except) => Made.GetOrAdd(
        (db.Model.FindEntityType(typeof(T))!, string.Join(' ', except)),
        static (key, context) => new EntityReader<T>(key.Type, context.GetService<ISqlGenerationHelper>(), key.Except.Split(' ')),
        db);

    /// <summary>The rows of the result the reader stands at, to its end; the reader goes on to the next result.</summary>
    public async Task<List<T>> ReadAll(DbDataReader reader, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(_read(reader));
        }

        await reader.NextResultAsync(ct);
        return rows;
    }

    private static Expression Value(IProperty property, Expression reader, Expression at)
    {
        var mapping = property.GetRelationalTypeMapping();
        var method = mapping.GetDataReaderMethod();
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(Expression.Convert(reader, method.DeclaringType!), method, at));
        if (mapping.Converter?.ConvertFromProviderExpression is { } convert)
        {
            value = ReplacingExpressionVisitor.Replace(convert.Parameters[0], Expression.Convert(value, convert.Parameters[0].Type), convert.Body);
        }

        value = value.Type == property.ClrType ? value : Expression.Convert(value, property.ClrType);
        return property.IsNullable ? Expression.Condition(Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, at), Expression.Default(property.ClrType), value) : value;
    }
}
