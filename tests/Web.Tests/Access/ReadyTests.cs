using System.Data.Common;
using System.Net;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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

        (_database.Gone, _database.How) = (false, "");
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().Get("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _app.Open().Get("/health/ready")).Status);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_answered_503_with_words_and_what_is_there_can_be_read()
    {
        var browser = _app.Open();
        var open = await browser.Get("/sign-in");
        _database.IsFull = true;
        await Assert.ThrowsAsync<DbUpdateException>(() => _app.Database(async db =>
        {
            for (var n = 0; n < 1000; n++)
            {
                db.SignInAttempts.Add(new SignInAttempt { Id = Guid.CreateVersion7(App.Start), Key = "x", At = App.Start });
                await db.SaveChangesAsync();
            }
        }));

        var written = await browser.Send(open, "/sign-in", ("email", "kari@example.no"), ("password", "et langt passord"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, written.Status);
        Assert.Contains("Mestring får ikke lagret nå", written.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/")).Status);
        _database.IsFull = false;
        Assert.NotEqual(HttpStatusCode.ServiceUnavailable, (await browser.Send(open, "/sign-in", ("email", "kari@example.no"), ("password", "et langt passord"))).Status);
    }

    [SkippableFact]
    public async Task PostgreSQL_that_is_away_is_answered_503_with_words_and_used_again_when_it_is_back()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        using var database = new AwayPostgres();
        using var app = new App(database: database);
        var browser = app.Open();
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/")).Status);

        database.Gone = true;
        var away = await browser.Get("/");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Contains("Mestring får ikke lagret nå", away.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.Get("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/health/live")).Status);

        database.Gone = false;
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/health/ready")).Status);
    }

    public void Dispose()
    {
        _app.Dispose();
        _database.Dispose();
    }

    /// <summary>A server that can be gone.</summary>
    private sealed class AwayPostgres : TestDatabase
    {
        private readonly OnPostgres _there = new();

        public bool Gone { get; set; }

        public override void Use(DbContextOptionsBuilder options)
        {
            if (Gone)
            {
                options.UseNpgsql("Host=127.0.0.1;Port=1;Database=mestring;Username=mestring;Timeout=2");
            }
            else
            {
                _there.Use(options);
            }
        }

        public override void Dispose() => _there.Dispose();
    }

    /// <summary>Lets the file grow no more.</summary>
    private sealed class NoRoom : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count = 1";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
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

        public bool IsFull { get; set; }

        public override void Use(DbContextOptionsBuilder options) =>
            options.UseSqlite($"Data Source={Path.Combine(_folder, Gone ? "borte/mestring.db" : "mestring.db")};Pooling=False{How}").AddInterceptors(IsFull ? [SqliteDurability.Instance, new NoRoom()] : [SqliteDurability.Instance]);

        public override void Dispose()
        {
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }
}
