using System.Globalization;
using System.Runtime.CompilerServices;
using Mestring.Web.Places;
using Mestring.Web.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mestring.Web.Tests.Storage;

/// <summary>A migrated database of its own for one test, with the municipalities in it and nothing else: SQLite in memory or PostgreSQL.</summary>
internal abstract class TestDatabase : IDisposable
{
    /// <summary>The kind the whole HTTP suite runs on: SQLite, unless MESTRING_TEST_PROVIDER says PostgreSQL.</summary>
    public static TestDatabase Usual() =>
        string.Equals(Environment.GetEnvironmentVariable("MESTRING_TEST_PROVIDER"), "PostgreSQL", StringComparison.Ordinal) ? new OnPostgres() : new OnSqlite();

    public abstract void Use(DbContextOptionsBuilder options);

    public MestringDb Open(Tenant? tenant = null)
    {
        var options = new DbContextOptionsBuilder<MestringDb>();
        Use(options);
        return new MestringDb(options.Options, tenant ?? new Tenant());
    }

    public abstract void Dispose();

    /// <summary>What every application would do first, at three quarters of the cost of its start: the tables, and the municipalities in them.</summary>
    private static void Fill(MestringDb db)
    {
        db.Database.Migrate();
        PlaceTable.Seed(db, CancellationToken.None).GetAwaiter().GetResult();
    }

    internal sealed class OnSqlite : TestDatabase
    {
        private static readonly Lazy<SqliteConnection> Template = new(() =>
        {
            var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            using var db = new MestringDb(new DbContextOptionsBuilder<MestringDb>().UseSqlite(connection).Options, new Tenant());
            Fill(db);
            return connection;
        });

        private readonly SqliteConnection _connection = new("Data Source=:memory:");

        public OnSqlite()
        {
            _connection.Open();
            lock (Template)
            {
                Template.Value.BackupDatabase(_connection);
            }
        }

        public override void Use(DbContextOptionsBuilder options) => options.UseSqlite(_connection);

        public override void Dispose() => _connection.Dispose();
    }

    /// <summary>A file as installations have it: a connection for each request, and one that writes at a time.</summary>
    internal sealed class OnFile : TestDatabase
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("mestring-file-").FullName;

        public OnFile()
        {
            using var db = Open();
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode = WAL");
        }

        public override void Use(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={Path.Combine(_folder, "mestring.db")}").AddInterceptors(SqliteDurability.Instance);

        public override void Dispose()
        {
            SqliteConnection.ClearAllPools();
            if (Directory.Exists(_folder))
            {
                Directory.Delete(_folder, recursive: true);
            }
        }
    }

    /// <summary>The kind requests may run at once on: a file, or PostgreSQL where the suite runs on that.</summary>
    public static TestDatabase ForMany() =>
        string.Equals(Environment.GetEnvironmentVariable("MESTRING_TEST_PROVIDER"), "PostgreSQL", StringComparison.Ordinal) ? new OnPostgres() : new OnFile();

    internal sealed class OnPostgres : TestDatabase
    {
        private static readonly Lazy<bool> Template = new(() =>
        {
            Command("CREATE DATABASE template_mestring");
            using var db = new MestringDb(new DbContextOptionsBuilder<MestringDb>().UseNpgsql(PostgresServer.Connection("template_mestring") + ";Pooling=false").Options, new Tenant());
            Fill(db);
            return true;
        });

        private static int _count;

        private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _count)}");

        public OnPostgres()
        {
            _ = Template.Value;
            lock (Template)
            {
                Command($"CREATE DATABASE {_name} TEMPLATE template_mestring");
            }
        }

        public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(PostgresServer.Connection(_name));

        public override void Dispose() => NpgsqlConnection.ClearPool(new NpgsqlConnection(PostgresServer.Connection(_name)));

        private static void Command(string text)
        {
            using var connection = new NpgsqlConnection(PostgresServer.Connection("postgres"));
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are this class's own
            command.CommandText = text;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
