namespace Mestring.Web.Tests.Storage;

[Trait("Database", "own")]
public sealed class PostgresStorageTests() : StorageSuite(() => new TestDatabase.OnPostgres())
{
    protected override void Ready() => Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
}
