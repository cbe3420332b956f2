using System.Collections.Concurrent;
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

    /// <summary>
    /// A server keeps what it learns of a database with each connection, and to copy one costs more than many a test: so a database that a test is
    /// done with is emptied and given to the next. One whose municipalities were changed is left alone.
    /// </summary>
    internal sealed class OnPostgres : TestDatabase
    {
        private static readonly ConcurrentBag<string> Free = [];
        private static readonly Lazy<(string Empty, string Look, string Filled)> Template = new(() =>
        {
            const string template = "template_mestring";
            Ask("postgres", $"CREATE DATABASE {template}");
            using (var db = new MestringDb(new DbContextOptionsBuilder<MestringDb>().UseNpgsql(PostgresServer.Connection(template)).Options, new Tenant()))
            {
                Fill(db);
            }

            var tables = Ask(template, "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'").Split(' ');
            var filled = Array.FindAll(tables, t => Ask(template, $"SELECT count(*)::text FROM \"{t}\"") is not "0");
            var look = $"SELECT md5(concat({string.Join(", ", filled.Select(t => $"(SELECT string_agg(x::text, '|' ORDER BY x::text) FROM \"{t}\" x)"))}))";
            var empty = $"""
                SET lock_timeout = '2s'; SET session_replication_role = replica;
                DO $$ DECLARE t text; BEGIN FOREACH t IN ARRAY ARRAY[{string.Join(", ", tables.Except(filled, StringComparer.Ordinal).Select(t => $"'{t}'"))}] LOOP
                  IF pg_relation_size(t::regclass) > 1000000 THEN EXECUTE format('TRUNCATE %I CASCADE', t); ELSE EXECUTE format('DELETE FROM %I', t); END IF;
                END LOOP; END $$;
                RESET session_replication_role; RESET lock_timeout
                """;
            var there = Ask(template, look);

            // Nobody may be in a database that is copied.
            NpgsqlConnection.ClearAllPools();
            return (empty, look, there);
        });

        private static int _count;

        private readonly string _name;
        private int _ended;

        public OnPostgres()
        {
            _ = Template.Value;
            _name = Free.TryTake(out var there) ? there : New();
        }

        public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(PostgresServer.Connection(_name));

        public override void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 1)
            {
                return;
            }

            try
            {
                Ask(_name, Template.Value.Empty);
                if (string.Equals(Ask(_name, Template.Value.Look), Template.Value.Filled, StringComparison.Ordinal))
                {
                    Free.Add(_name);
                    return;
                }
            }
            catch (NpgsqlException)
            {
                // Somebody still holds rows of it.
            }

            NpgsqlConnection.ClearPool(new NpgsqlConnection(PostgresServer.Connection(_name)));
        }

        private static string New()
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _count)}");
            lock (Template)
            {
                Ask("postgres", $"CREATE DATABASE {name} TEMPLATE template_mestring");
            }

            return name;
        }

        private static string Ask(string database, string text)
        {
            using var connection = new NpgsqlConnection(PostgresServer.Connection(database));
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are this class's own
            command.CommandText = text;
#pragma warning restore CA2100
            return command.ExecuteScalar() as string ?? string.Empty;
        }
    }
}
