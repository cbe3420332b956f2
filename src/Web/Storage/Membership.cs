using Mestring.Core.Networks;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>A municipality in a network: its name there, the optional instruments it has chosen, and the network's definition and state.</summary>
internal sealed record Membership(MunicipalityCode Municipality, string Name, IReadOnlyList<string> Instruments, NetworkDefinition Definition, NetworkState State)
{
    /// <summary>Compiled: every request about a network asks it.</summary>
    private static readonly Func<MestringDb, string, CancellationToken, Task<Found?>> Confirmed = EF.CompileAsyncQuery((MestringDb db, string network, CancellationToken ct) => (
        from enrolment in db.Enrolments
        join run in db.Networks on enrolment.Network equals run.Slug
        where enrolment.Network == network && enrolment.State == EnrolmentState.Confirmed
        select new Found(enrolment.Municipality, enrolment.MunicipalityName, enrolment.Instruments, run.Definition, run.State)).SingleOrDefault());

    /// <summary>The membership of the tenant's municipality; null when it is not a confirmed member.</summary>
    public static async Task<Membership?> Find(MestringDb db, string network, CancellationToken ct) => await Confirmed(db, network, ct) is { } found
        ? new Membership(found.Municipality, found.Name, found.Instruments.Split(' '), Definitions.Of(network, found.Definition), found.State)
        : null;

    private sealed record Found(MunicipalityCode Municipality, string Name, string Instruments, string Definition, NetworkState State);
}
