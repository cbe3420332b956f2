using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Mails that were not delivered, for those who can mend it: the leaders of the network they are about, the coordinators of the municipality, and the operator. What a mail says is not shown.</summary>
public static class FailedMails
{
    private const int Most = 50;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/{slug}/mails/{id:guid}", async Task<Results<RedirectHttpResult, NotFound>> (string slug, Guid id, IFormCollection posted, MestringDb db, TimeProvider clock, CancellationToken ct) =>
            await Retry(db.Mails.Where(m => m.Network == slug), id, clock, ct) ? TypedResults.Redirect($"/desk/{slug}") : TypedResults.NotFound()).ForLeader();
        app.MapPost("/m/{municipality}/mails/{id:guid}", async Task<Results<RedirectHttpResult, NotFound>> (MunicipalityCode municipality, Guid id, IFormCollection posted, MestringDb db, TimeProvider clock, CancellationToken ct) =>
            await Retry(db.Mails.Where(m => m.Municipality == municipality), id, clock, ct) ? TypedResults.Redirect($"/m/{municipality}/people") : TypedResults.NotFound()).ForRightsGivers();
        app.MapPost("/operator/mails/{id:guid}", async Task<Results<RedirectHttpResult, NotFound>> (Guid id, IFormCollection posted, MestringDb db, TimeProvider clock, CancellationToken ct) =>
            await Retry(db.Mails, id, clock, ct) ? TypedResults.Redirect("/operator") : TypedResults.NotFound()).ForOperator();
    }

    internal static Task<List<View>> OfNetwork(MestringDb db, string network, CancellationToken ct) => List(db.Mails.Where(m => m.Network == network), ct);

    internal static Task<List<View>> OfMunicipality(MestringDb db, MunicipalityCode municipality, CancellationToken ct) => List(db.Mails.Where(m => m.Municipality == municipality), ct);

    internal static Task<List<View>> All(MestringDb db, CancellationToken ct) => List(db.Mails, ct);

    /// <summary>Those that were set aside, and those that have failed and are still tried.</summary>
    private static Task<List<View>> List(IQueryable<Mail> mails, CancellationToken ct) =>
        mails.AsNoTracking().Where(m => m.SentAt == null && m.Error != null).OrderByDescending(m => m.CreatedAt).ThenBy(m => m.Id).Take(Most)
            .Select(m => new View(m.Id, m.CreatedAt, m.Recipient, m.Subject, m.Error!, m.Attempts, m.GivenUpAt == null ? m.NextAttemptAt : null)).ToListAsync(ct);

    private static async Task<bool> Retry(IQueryable<Mail> mails, Guid id, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await mails.Where(m => m.Id == id && m.SentAt == null).ExecuteUpdateAsync(
            m => m.SetProperty(x => x.Attempts, 0).SetProperty(x => x.NextAttemptAt, now).SetProperty(x => x.GivenUpAt, (DateTimeOffset?)null), ct) > 0;
    }

    /// <param name="Error">What went wrong, as the mail server or this program says it.</param>
    /// <param name="Next">When it is tried again; null when it was set aside.</param>
    public sealed record View(Guid Id, DateTimeOffset At, string Recipient, string Subject, string Error, int Attempts, DateTimeOffset? Next);
}
