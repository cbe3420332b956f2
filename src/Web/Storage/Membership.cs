using Mestring.Core.Networks;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>A municipality in a network: its name there, the network's definition, and the optional instruments the municipality has chosen.</summary>
internal sealed record Membership(MunicipalityCode Municipality, string Name, NetworkDefinition Definition, IReadOnlyList<string> Instruments)
{
    /// <summary>The membership of the municipality of this request. The Gatekeeper has seen that there is one.</summary>
    public static async Task<Membership> Of(MestringDb db, string network, CancellationToken ct)
    {
        var found = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join run in db.Networks.AsNoTracking() on enrolment.Network equals run.Slug
            where enrolment.Network == network
            select new { enrolment.Municipality, enrolment.MunicipalityName, enrolment.Instruments, run.Definition }).SingleAsync(ct);
        return new Membership(found.Municipality, found.MunicipalityName, Definitions.Of(network, found.Definition), found.Instruments.Split(' '));
    }
}
