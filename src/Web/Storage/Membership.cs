using Mestring.Core.Networks;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>A municipality in a network: its name there, and the network's definition.</summary>
internal sealed record Membership(MunicipalityCode Municipality, string Name, NetworkDefinition Definition)
{
    /// <summary>The membership of the municipality of this request. The Gatekeeper has seen that there is one.</summary>
    public static async Task<Membership> Of(MestringDb db, string network, CancellationToken ct)
    {
        var found = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join run in db.Networks.AsNoTracking() on enrolment.Network equals run.Slug
            where enrolment.Network == network
            select new { enrolment.Municipality, enrolment.MunicipalityName, run.Definition }).SingleAsync(ct);
        return new Membership(found.Municipality, found.MunicipalityName, Definitions.Of(network, found.Definition));
    }
}
