using Mestring.Core.Networks;
using Mestring.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Storage;

/// <summary>A municipality in a network: its name there, the optional instruments it has chosen, the network's definition and state, and whether the municipality has left it.</summary>
internal sealed record Membership(MunicipalityCode Municipality, string Name, IReadOnlyList<string> Instruments, NetworkDefinition Definition, NetworkState State, bool HasLeft)
{
    /// <summary>Compiled: every request about a network asks it.</summary>
    private static readonly Func<MestringDb, string, CancellationToken, Task<Found?>> Asked = EF.CompileAsyncQuery((MestringDb db, string network, CancellationToken ct) => (
        from enrolment in db.Enrolments
        join run in db.Networks on enrolment.Network equals run.Slug
        where enrolment.Network == network && (enrolment.State == EnrolmentState.Confirmed || enrolment.State == EnrolmentState.Withdrawn)
        select new Found(enrolment.Municipality, enrolment.MunicipalityName, enrolment.Instruments, run.Definition, run.State, enrolment.State == EnrolmentState.Withdrawn)).SingleOrDefault());

    /// <summary>The membership of the tenant's municipality; null when it neither is nor has been a member.</summary>
    public static async Task<Membership?> Find(MestringDb db, string network, CancellationToken ct) => await Asked(db, network, ct) is { } found
        ? new Membership(found.Municipality, found.Name, found.Instruments.Split(' '), Definitions.Of(network, found.Definition), found.State, found.HasLeft)
        : null;

    /// <summary>What may be registered about its courses on a local day; nothing once it has left.</summary>
    public Registration Registration(DateOnly today) => HasLeft ? Core.Networks.Registration.Closed : Definition.Registration(State, today);

    private sealed record Found(MunicipalityCode Municipality, string Name, string Instruments, string Definition, NetworkState State, bool HasLeft);
}
