using Mestring.Core.Measures;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>Reads the courses of a network as values, in one SQL command however many there are.</summary>
internal static class CaseOutcomes
{
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
}
