using System.Data;
using System.Data.Common;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mestring.Web.Storage;

/// <summary>Writes municipalities and populations by prepared commands, in the transaction the caller has begun: all or nothing.</summary>
internal static class PlaceWriter
{
    private const string AddPlace =
        "INSERT INTO places (code, valid_from, valid_to, name, county_code, county_name) VALUES (@code, @from, @to, @name, @county_code, @county_name)";

    private const string ChangePlace =
        "UPDATE places SET name = @name, county_code = @county_code, county_name = @county_name WHERE code = @code AND valid_to IS NULL";

    private const string EndPlace = "UPDATE places SET valid_to = @to WHERE code = @code AND valid_to IS NULL";

    private const string PutPopulation =
        """
        INSERT INTO populations (code, as_of, inhabitants, source) VALUES (@code, @as_of, @inhabitants, @source)
        ON CONFLICT (code, as_of) DO UPDATE SET inhabitants = excluded.inhabitants, source = excluded.source
        """;

    public static async Task Add(MestringDb db, IEnumerable<Municipality> municipalities, CancellationToken ct)
    {
        await using var command = Command(db, AddPlace, ("code", DbType.Int16), ("from", DbType.Date), ("to", DbType.Date), ("name", DbType.String), ("county_code", DbType.String), ("county_name", DbType.String));
        foreach (var place in municipalities)
        {
            await Run(command, ct, place.Code.Number, place.ValidFrom, place.ValidTo, place.Name, place.CountyCode, place.CountyName);
        }
    }

    /// <summary>New name and county of the municipality in force under the code.</summary>
    public static async Task Change(MestringDb db, IEnumerable<Municipality> municipalities, CancellationToken ct)
    {
        await using var command = Command(db, ChangePlace, ("code", DbType.Int16), ("name", DbType.String), ("county_code", DbType.String), ("county_name", DbType.String));
        foreach (var place in municipalities)
        {
            await Run(command, ct, place.Code.Number, place.Name, place.CountyCode, place.CountyName);
        }
    }

    /// <param name="db">The database.</param>
    /// <param name="municipalities">The codes that go out of force.</param>
    /// <param name="day">The day after their last.</param>
    /// <param name="ct">Stops the writing.</param>
    public static async Task End(MestringDb db, IEnumerable<MunicipalityCode> municipalities, DateOnly day, CancellationToken ct)
    {
        await using var command = Command(db, EndPlace, ("code", DbType.Int16), ("to", DbType.Date));
        foreach (var code in municipalities)
        {
            await Run(command, ct, code.Number, day);
        }
    }

    /// <summary>A population that is known for the day already is replaced.</summary>
    public static async Task Put(MestringDb db, IEnumerable<Population> populations, CancellationToken ct)
    {
        await using var command = Command(db, PutPopulation, ("code", DbType.Int16), ("as_of", DbType.Date), ("inhabitants", DbType.Int32), ("source", DbType.String));
        foreach (var population in populations)
        {
            await Run(command, ct, population.Municipality.Number, population.AsOf, population.Inhabitants, population.Source);
        }
    }

    private static DbCommand Command(MestringDb db, string sql, params ReadOnlySpan<(string Name, DbType Type)> parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The four texts above, none of them put together
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Begin a transaction first.");
        foreach (var (name, type) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private static Task<int> Run(DbCommand command, CancellationToken ct, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command.ExecuteNonQueryAsync(ct);
    }
}
