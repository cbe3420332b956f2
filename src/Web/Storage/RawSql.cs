using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>SQL of our own, for the few questions that are asked too often or answered too long for LINQ. It is logged and counted as all other.</summary>
internal static class RawSql
{
    /// <param name="db">Where to ask.</param>
    /// <param name="sql">One or more commands; {0} and so on stand for the values.</param>
    /// <param name="values">The values.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The answer; the caller disposes of it.</returns>
    public static Task<RelationalDataReader> Read(this MestringDb db, string sql, object[] values, CancellationToken ct)
    {
        var command = db.GetService<IRawSqlCommandBuilder>().Build(sql, values, db.Model);
        return command.RelationalCommand.ExecuteReaderAsync(
            new RelationalCommandParameterObject(
                db.GetService<IRelationalConnection>(), command.ParameterValues, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery), ct);
    }
}
