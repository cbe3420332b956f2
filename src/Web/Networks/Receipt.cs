using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Networks;

/// <summary>The receipt of an enrolment, for whoever has its reference.</summary>
public static class Receipt
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/networks/{slug}/receipt/{reference}", Show).ForEveryone();

    private static async Task<Results<RazorComponentResult, NotFound>> Show(string slug, string reference, string? kept, HttpContext http, MestringDb db, CancellationToken ct)
    {
        var wanted = reference.ToUpperInvariant();
        var row = await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking().SingleOrDefaultAsync(e => e.Network == slug && e.Reference == wanted, ct);
        if (row is null || await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct) is not { } network)
        {
            return TypedResults.NotFound();
        }

        var people = await db.EnrolmentPeople.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking()
            .Where(p => p.Network == slug && p.Municipality == row.Municipality).OrderBy(p => p.Number).ToListAsync(ct);
        int? place = row.State is not EnrolmentState.WaitingList ? null : 1 + await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter])
            .CountAsync(e => e.Network == slug && e.State == EnrolmentState.WaitingList && e.DecidedAt < row.DecidedAt, ct);
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return ReceiptPage.Show(new View(slug, network.Read(), kept is "first", Sent.Of(row), [.. people.Select(p => new Participant(p.Who, p.Role, p.Gatherings))], place));
    }

    /// <param name="Place">The place on the waiting list, 1 for the first to be asked; null when it does not stand there.</param>
    public sealed record View(string Slug, NetworkDefinition Run, bool KeptFirst, Sent Sent, IReadOnlyList<Participant> People, int? Place)
    {
        public string Choice(IEnumerable<Core.Networks.Choice> choices, string id, Language language) => choices.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal))?.Label[language] ?? id;
    }

    public sealed record Participant(string Who, string Role, string Gatherings);

    /// <summary>What was sent, and what has become of it.</summary>
    public sealed record Sent(
        string Reference,
        EnrolmentState State,
        DateTimeOffset At,
        string Municipality,
        string Organisation,
        string Name,
        string Email,
        string Phone,
        string Status,
        IReadOnlyList<string> Anchoring,
        bool InformationMeeting,
        string Comment,
        Fee Fee,
        int? Amount)
    {
        internal static Sent Of(EnrolmentRow row) => new(
            row.Reference,
            row.State,
            row.SubmittedAt,
            row.MunicipalityName,
            row.OrganisationNumber,
            row.CoordinatorName,
            row.CoordinatorEmail,
            row.CoordinatorPhone,
            row.Status,
            row.Anchoring.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            row.InformationMeeting,
            row.Comment,
            row.FeeRule.Length > 0 ? ProgrammeJson.ReadFee(row.FeeRule) : new Fee { Amount = row.FeeAmount },
            row.FeeAmount);
    }
}
