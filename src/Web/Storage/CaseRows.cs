namespace Mestring.Web.Storage;

/// <summary>A course with all its rows.</summary>
internal sealed record CaseRows(CaseRow Row, List<GoalRow> Goals, List<MeasurementRow> Measurements, List<GrantRow> Grants, List<InputRow> Input, List<FollowUpRow> FollowUps)
{
    /// <summary>Reads a course by one SQL command, for every screen of a course begins here. Its rows are not tracked.</summary>
    /// <param name="withFollowUps">Whether what it waits for is read along.</param>
    /// <returns>Null when the tenant's municipality has no course of that id in the network.</returns>
    public static async Task<CaseRows?> Find(MestringDb db, string network, Guid id, bool withFollowUps, CancellationToken ct)
    {
        var (courses, goals, measurements, grants, input, followUps) = (
            EntityReader<CaseRow>.Of(db), EntityReader<GoalRow>.Of(db), EntityReader<MeasurementRow>.Of(db), EntityReader<GrantRow>.Of(db), EntityReader<InputRow>.Of(db), EntityReader<FollowUpRow>.Of(db));
        const string OfCourse = "WHERE municipality = {0} AND case_id = {1}";
        await using var answer = await db.Read(
            $$"""
            SELECT {{courses.Columns}} FROM {{courses.Table}} WHERE municipality = {0} AND id = {1} AND network = {2};
            SELECT {{goals.Columns}} FROM {{goals.Table}} {{OfCourse}} ORDER BY number;
            SELECT {{measurements.Columns}} FROM {{measurements.Table}} {{OfCourse}};
            SELECT {{grants.Columns}} FROM {{grants.Table}} {{OfCourse}};
            SELECT {{input.Columns}} FROM {{input.Table}} {{OfCourse}} ORDER BY week;
            """ + (withFollowUps ? $"SELECT {followUps.Columns} FROM {followUps.Table} {OfCourse}" : ""),
            [db.Tenant.Number, id, network],
            ct);
        var reader = answer.DbDataReader;
        return await courses.ReadAll(reader, ct) is [var row]
            ? new CaseRows(
                row, await goals.ReadAll(reader, ct), await measurements.ReadAll(reader, ct), await grants.ReadAll(reader, ct), await input.ReadAll(reader, ct), withFollowUps ? await followUps.ReadAll(reader, ct) : [])
            : null;
    }
}
