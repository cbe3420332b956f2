namespace Mestring.Web.Tests.Storage;

[Trait("Database", "own")]
public sealed class SqliteStorageTests() : StorageSuite(() => new TestDatabase.OnSqlite())
{
    protected override void Ready()
    {
        // Always there: it is part of the application.
    }
}
