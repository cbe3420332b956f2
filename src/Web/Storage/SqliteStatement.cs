using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Mestring.Web.Storage;

/// <summary>
/// A command of SQLite that is prepared once and gets its values by number. The ADO.NET driver looks each up by its name and makes a reader
/// of each run, which takes longer than the writing itself.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;
    private byte[] _text = new byte[4096];

    /// <param name="connection">An open connection, in a transaction that may write: then nothing waits for a lock.</param>
    /// <param name="sql">One command; its parameters are counted in the order they first stand in.</param>
    /// <exception cref="SqliteException">The command is wrong.</exception>
    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _db = connection.Handle ?? throw new InvalidOperationException("Open the connection first.");
        Check(raw.sqlite3_prepare_v2(_db, sql, out _statement));
    }

    /// <summary>Gives a parameter its value, as the driver would store it.</summary>
    /// <param name="at">The parameter, counted from 0.</param>
    /// <param name="value">What the model's converters give.</param>
    public void Set(int at, object value) => Check(value switch
    {
        DBNull => raw.sqlite3_bind_null(_statement, at + 1),
        string text => Text(at, text),
        Guid id => Text(at, id),
        DateOnly day => Text(at, day),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, at + 1, bytes),
        double real => raw.sqlite3_bind_double(_statement, at + 1, real),
        bool or byte or short or int or long => raw.sqlite3_bind_int64(_statement, at + 1, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"No column is stored as {value.GetType().Name}."),
    });

    /// <returns>How many rows it wrote.</returns>
    /// <exception cref="SqliteException">The database refused it.</exception>
    public int Run()
    {
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result is not raw.SQLITE_DONE)
        {
            Check(result);
        }

        return raw.sqlite3_changes(_db);
    }

    public void Dispose() => _statement.Dispose();

    private int Text(int at, string text)
    {
        if (_text.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _text = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return raw.sqlite3_bind_text(_statement, at + 1, _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text)));
    }

    /// <summary>Ids stand in capitals, as the driver writes them.</summary>
    private int Text(int at, Guid id)
    {
        id.TryFormat(_text, out var length);
        for (var i = 0; i < length; i++)
        {
            _text[i] = _text[i] is >= (byte)'a' ? (byte)(_text[i] - 'a' + 'A') : _text[i];
        }

        return raw.sqlite3_bind_text(_statement, at + 1, _text.AsSpan(0, length));
    }

    private int Text(int at, DateOnly day)
    {
        day.TryFormat(_text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, at + 1, _text.AsSpan(0, length));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _db);
}
