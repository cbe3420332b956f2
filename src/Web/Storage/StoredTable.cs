using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>One table of the model, as rows are written to it past the change tracker.</summary>
internal sealed class StoredTable
{
    public StoredTable(IEntityType type, ISqlGenerationHelper sql)
    {
        Name = sql.DelimitIdentifier(type.GetTableName()!);
        Columns = [.. type.GetProperties().Select(p => new Column(sql.DelimitIdentifier(p.GetColumnName()), p))];
        Keys = Array.FindAll(Columns, c => c.Property.IsPrimaryKey());
        Values = Array.FindAll(Columns, c => !c.Property.IsPrimaryKey());
        Version = Array.Find(Columns, c => c.Property.IsConcurrencyToken);
        Depth = Above(type);
    }

    /// <summary>As it stands in SQL.</summary>
    public string Name { get; }

    public Column[] Columns { get; }

    public Column[] Keys { get; }

    public Column[] Values { get; }

    public Column? Version { get; }

    /// <summary>How many tables stand above: what others refer to is written first.</summary>
    public int Depth { get; }

    private static int Above(IEntityType type) => type.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != type).Select(p => Above(p) + 1).DefaultIfEmpty().Max();

    internal sealed class Column(string name, IProperty property)
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
