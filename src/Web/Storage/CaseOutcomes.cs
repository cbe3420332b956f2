using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Courses as values: made of a course's rows, and read for a whole network in one SQL command however many there are.</summary>
internal static class CaseOutcomes
{
    /// <summary>One course, of its rows as they are now.</summary>
    public static CaseOutcome Of(CaseFile file, IReadOnlyList<FollowUpWindow> windows)
    {
        var row = file.Row;
        List<Grant> grants = [.. file.Grants.Select(g => g.Value)];
        List<(int, int?)> goals = [.. file.Goals.OrderBy(g => g.Number).Select(g => (g.Number, g.Weight))];
        return new CaseOutcome
        {
            Id = row.Id,
            Municipality = row.Municipality,
            Instrument = row.GoalInstrument,
            BirthYear = row.BirthYear,
            Sex = row.Sex,
            Household = row.Household,
            Referral = row.Referral,
            Condition = row.Condition,
            Motivation = row.Motivation,
            NewUser = row.NewUser,
            StartedOn = row.StartedOn,
            EndedOn = row.EndedOn,
            EndReason = row.EndReason,
            SettingAtEnd = row.Setting,
            SettingAt91Days = row.Setting91Days,
            SettingAt12Months = row.Setting12Months,
            Goals = [.. file.Goals.OrderBy(g => g.Number).Select(g => new GoalPlan((byte)g.Number, g.Domain))],
            Steps = GrantSteps.Steps(grants, GrantedServices.Headline),
            RanOutOn = GrantSteps.RanOut(grants, GrantedServices.Headline),
            EstimatedHours = GrantSteps.EstimateOn(grants, GrantedServices.Headline, row.StartedOn),
            Input = ProfessionTime.Of(file.Input.Select(i => i.Value)),
            Points = [.. file.Measurements.OrderBy(m => m.Point).Select(m => MeasurementAnswers.Score(m.Point, m.Status, m.MeasuredOn, file.At(m.Point), goals, HoursAt(row, m, grants, windows)) with { IsBegun = m.IsBegun })],
        };
    }

    /// <summary>The courses of the tenant's municipality in one network, by start and id.</summary>
    public static async Task<IReadOnlyList<CaseOutcome>> Of(MestringDb db, string network, CancellationToken ct) =>
        (await db.Cases.AsNoTracking().Where(c => c.Network == network).OrderBy(c => c.StartedOn).ThenBy(c => c.Id).Select(c => new { c.Municipality, c.Outcome }).ToListAsync(ct))
        .ConvertAll(c => CaseOutcomeCodec.Read(c.Municipality, c.Outcome));

    /// <summary>
    /// The courses of every municipality in one network, in any order, past the tenant filter. What comes out holds single persons: only
    /// figures that have passed disclosure control may leave the municipality.
    /// </summary>
    /// <remarks>Past Entity Framework as well: every page of results reads all of them, and 20 000 are to take no more than a blink.</remarks>
    public static async Task<List<CaseOutcome>> OfWholeNetwork(MestringDb db, string network, CancellationToken ct)
    {
        var courses = new List<CaseOutcome>();
        await using var answer = await db.Read("SELECT municipality, outcome FROM cases WHERE network = {0}", [network], ct);
        var reader = answer.DbDataReader;
        while (await reader.ReadAsync(ct))
        {
            courses.Add(CaseOutcomeCodec.Read(MunicipalityCode.FromNumber(reader.GetInt16(0)), await reader.GetFieldValueAsync<byte[]>(1, ct)));
        }

        return courses;
    }

    /// <summary>At the start what was granted that day; later on the day of the measurement, or when it was due.</summary>
    private static double? HoursAt(CaseRow row, MeasurementRow measurement, List<Grant> grants, IReadOnlyList<FollowUpWindow> windows) => GrantSteps.HoursOn(
        grants,
        GrantedServices.Headline,
        measurement.Point is MeasurementPoint.Start ? row.StartedOn
            : measurement.MeasuredOn ?? windows.FirstOrDefault(w => w.Point == measurement.Point)?.Due(row.StartedOn) ?? row.StartedOn);
}
