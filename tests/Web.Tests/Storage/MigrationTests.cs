using Mestring.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Storage;

public sealed class MigrationTests
{
    private const string Columns = """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || c.pk AS Value
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.name NOT LIKE '\_\_EF%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
        """;

    private const string Indexes = """
        SELECT t.name || ' ' || i.name || ' ' || i."unique" || ' ' || (SELECT group_concat(x.name) FROM pragma_index_info(i.name) x) AS Value
        FROM sqlite_master t, pragma_index_list(t.name) i WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        """;

    private const string ForeignKeys = """
        SELECT t.name || ' ' || f.id || ' ' || f."from" || ' ' || f."table" || ' ' || f."to" || ' ' || f.on_delete AS Value
        FROM sqlite_master t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
        """;

    [Theory]
    [InlineData(Columns)]
    [InlineData(Indexes)]
    [InlineData(ForeignKeys)]
    public async Task The_migrations_build_exactly_the_tables_of_the_model(string question)
    {
        Assert.Equal(
            await Schema(question, db => db.Database.EnsureCreatedAsync()),
            await Schema(question, db => db.Database.MigrateAsync()));
    }

    private static async Task<List<string>> Schema(string question, Func<MestringDb, Task> build)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new MestringDb(new DbContextOptionsBuilder<MestringDb>().UseSqlite(connection).Options, new Tenant());
        await build(db);
        return [.. (await db.Database.SqlQueryRaw<string>(question).ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
