using System.Runtime.CompilerServices;

namespace Mestring.Web.Storage;

/// <summary>Reads courses with goals and measurements, for those who go through all of them: neither decisions nor working time.</summary>
internal static class CaseReading
{
    private const int Portion = 1_000;

    /// <summary>
    /// The courses of the tenant's municipality in one network by start and id, in portions of one SQL command each so that memory does not grow
    /// with them. The next portion is read while one is used: leave the context alone until all are.
    /// </summary>
    public static async IAsyncEnumerable<IReadOnlyList<ReadCourse>> Portions(MestringDb db, string network, [EnumeratorCancellation] CancellationToken ct)
    {
        var courses = EntityReader<CaseRow>.Of(db, nameof(CaseRow.Municipality), nameof(CaseRow.Network), nameof(CaseRow.Outcome), nameof(CaseRow.CreatedAt), nameof(CaseRow.ChangedAt), nameof(CaseRow.Version));
        var goals = EntityReader<GoalRow>.Of(db, nameof(GoalRow.Municipality));
        var measurements = EntityReader<MeasurementRow>.Of(
            db, nameof(MeasurementRow.Municipality), nameof(MeasurementRow.Answered), nameof(MeasurementRow.ChangedAt), nameof(MeasurementRow.ChangedBy));
        var next = $$"""FROM {{courses.Table}} WHERE municipality = {0} AND network = {1} AND started_on >= {2} AND (started_on > {2} OR id > {3}) ORDER BY started_on, id LIMIT {{Portion}}""";
        var ofThem = $"WHERE municipality = {{0}} AND case_id IN (SELECT id {next})";
        var sql = $"SELECT {courses.Columns} {next}; SELECT {goals.Columns} FROM {goals.Table} {ofThem}; SELECT {measurements.Columns} FROM {measurements.Table} {ofThem}";
        for (var reading = Read(default, default); await reading is { Count: > 0 } portion;)
        {
            var last = portion[^1].Row;
            reading = Task.Run(() => Read(last.StartedOn, last.Id), ct);
            try
            {
                yield return portion;
            }
            finally
            {
                // Whoever stops in the middle gets the context back when nobody reads with it any more.
                await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        async Task<List<ReadCourse>> Read(DateOnly after, Guid id)
        {
            await using var answer = await db.Read(sql, [db.Tenant.Number, network, after, id], ct);
            var rows = await courses.ReadAll(answer.DbDataReader, ct);
            var goalsOf = (await goals.ReadAll(answer.DbDataReader, ct)).ToLookup(g => g.CaseId);
            var measurementsOf = (await measurements.ReadAll(answer.DbDataReader, ct)).ToLookup(m => m.CaseId);
            return rows.ConvertAll(r => new ReadCourse(r, goalsOf[r.Id], measurementsOf[r.Id]));
        }
    }
}
