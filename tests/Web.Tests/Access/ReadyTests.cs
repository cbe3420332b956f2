using System.Net;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>What watches over the site, and who uses it, are told when the database is away.</summary>
public sealed class ReadyTests : IDisposable
{
    private readonly AwayDatabase _database = new();
    private readonly App _app;

    public ReadyTests() => _app = new App(database: _database);

    [Fact]
    public async Task Ready_says_whether_the_database_can_be_written_to()
    {
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().Get("/health/ready")).Status);

        _database.How = ";Mode=ReadOnly";
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _app.Open().Get("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().Get("/health/live")).Status);
    }

    [Fact]
    public async Task A_database_that_is_away_is_answered_503_with_words()
    {
        var browser = _app.Open();
        var open = await browser.Get("/sign-in");
        _database.How = ";Mode=ReadOnly";

        var written = await browser.Send(open, "/sign-in", ("email", "kari@example.no"), ("password", "et langt passord"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, written.Status);
        Assert.Contains("Mestring får ikke lagret nå", written.Text, StringComparison.Ordinal);
        _database.Gone = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _app.Open().Get("/")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _app.Open().Get("/health/ready")).Status);
    }

    public void Dispose()
    {
        _app.Dispose();
        _database.Dispose();
    }

    /// <summary>A file that can be made read-only, or be gone.</summary>
    private sealed class AwayDatabase : TestDatabase
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("mestring-away-").FullName;

        public AwayDatabase()
        {
            using var db = Open();
            db.Database.Migrate();
        }

        public string How { get; set; } = "";

        public bool Gone { get; set; }

        public override void Use(DbContextOptionsBuilder options) =>
            options.UseSqlite($"Data Source={Path.Combine(_folder, Gone ? "borte/mestring.db" : "mestring.db")};Pooling=False{How}").AddInterceptors(SqliteDurability.Instance);

        public override void Dispose()
        {
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }
}
