using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace Mestring.Web.Networks;

/// <summary>A municipality enrols, without signing in. What it is to pay is worked out and frozen with the enrolment.</summary>
public static class Enrol
{
    /// <summary>What was typed in the calculator of the invitation.</summary>
    private static readonly string[] Known = ["inhabitants", "counted"];

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/networks/{slug}/enrol", Open).ForEveryone();
        app.MapPost("/networks/{slug}/enrol", Send).RequireRateLimiting(RateLimits.ByAddress).ForEveryone();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open(
        string slug, HttpContext http, Texts texts, Visitor visitor, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(slug, visitor, db, ct) is not { } row)
        {
            return TypedResults.NotFound();
        }

        var run = row.Read();
        if (Closed(row, run, clock.Today()) is { } closed)
        {
            return EnrolmentClosedPage.Show(closed);
        }

        var rows = EnrolmentReader.FirstRows(run);
        var filled = new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["municipality"] = http.Request.Query["municipality"], ["rows"] = Rows(rows) };
        foreach (var known in Known.Where(http.Request.Query.ContainsKey))
        {
            filled[known] = http.Request.Query[known];
        }

        if (KnownOrganisation(http.Request.Query["municipality"]) is { } organisation)
        {
            filled["organisation"] = organisation;
        }

        for (var i = 1; i <= rows; i++)
        {
            filled[$"gatherings-{i}"] = EnrolmentReader.All(run);
        }

        var form = new Form(texts, new FormCollection(filled));
        return await Show(form, row.Slug, run, texts, db, clock, ct);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Send(
        string slug, SiteAddress site, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Find(slug, visitor, db, ct) is not { } row)
        {
            return TypedResults.NotFound();
        }

        var run = row.Read();
        var form = new Form(texts, posted);
        var once = form.Once(clock);
        if (await Sent(once, db, ct) is { } reference)
        {
            return TypedResults.Redirect($"/networks/{slug}/receipt/{reference}{(await Differs(form, once, db, ct) ? "?kept=first" : null)}");
        }

        if (Closed(row, run, clock.Today()) is { } closed)
        {
            return EnrolmentClosedPage.Show(closed, StatusCodes.Status409Conflict);
        }

        switch (form.Raw("do"))
        {
            case "fee":
                return await Show(new Form(texts, WithOrganisation(posted, form)), slug, run, texts, db, clock, ct);
            case "row":
                return await Show(new Form(texts, WithOneMoreRow(posted, form, run)), slug, run, texts, db, clock, ct);
        }

        var fee = await FeeCalculator.Read(form, run.Fee(), mayBeOther: false, texts, db, clock.Today(), ct);
        var read = EnrolmentReader.Read(form, fee, run, texts);
        if (fee.Chosen is { } chosen && await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking()
            .SingleOrDefaultAsync(e => e.Network == slug && e.Municipality == chosen.Code, ct) is { } there)
        {
            form.Refuse("municipality", texts["networks.municipality.enrolled", chosen.Name, there.SubmittedAt]);
        }

        if (!form.IsValid)
        {
            return Page(form, slug, run, fee, clock);
        }

        var enrolment = read.Freeze(slug, once, fee, run, texts, clock.GetUtcNow());
        db.Enrolments.Add(enrolment);
        db.EnrolmentPeople.AddRange(read.People.Select((person, i) => person.Row(enrolment, i + 1)));
        audit.Note("enrol", $"enrolment/{enrolment.Municipality}", enrolment.Municipality, slug, after: new { enrolment.MunicipalityName, enrolment.OrganisationNumber, enrolment.FeeAmount, enrolment.FeeBand, enrolment.Population });
        await EnrolmentMails.Send(db, enrolment, run, texts, site, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException fault)
        {
            // The same form, or the same municipality, was sent in the same moment: tell what stands there now.
            db.ChangeTracker.Clear();
            return await Sent(once, db, ct) is { } first
                ? TypedResults.Redirect($"/networks/{slug}/receipt/{first}")
                : await Refused(form, slug, run, fee, texts, db, clock, ct) ?? throw new InvalidOperationException("The enrolment could not be saved.", fault);
        }

        return TypedResults.Redirect($"/networks/{slug}/receipt/{enrolment.Reference}");
    }

    /// <summary>The page that says the municipality is enrolled; null when it is not.</summary>
    private static async Task<RazorComponentResult?> Refused(
        Form form, string slug, NetworkDefinition run, FeeCalculator.Answer fee, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking().SingleOrDefaultAsync(e => e.Network == slug && e.Municipality == fee.Chosen!.Code, ct) is not { } there)
        {
            return null;
        }

        form.Refuse("municipality", texts["networks.municipality.enrolled", fee.Chosen!.Name, there.SubmittedAt]);
        return Page(form, slug, run, fee, clock);
    }

    private static async Task<NetworkRow?> Find(string slug, Visitor visitor, MestringDb db, CancellationToken ct) =>
        await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.Slug == slug, ct) is { } row && (row.State is not NetworkState.Draft || visitor.Leads(slug)) ? row : null;

    private static ClosedView? Closed(NetworkRow row, NetworkDefinition run, DateOnly today)
    {
        Kind? kind = row.State is NetworkState.Draft ? null : NetworkList.KindOf(row.State, run, today);
        return kind is Kind.Open ? null : new ClosedView(row.Slug, run.Terms.Name, kind, run, today);
    }

    private static Task<string?> Sent(Guid once, MestringDb db, CancellationToken ct) =>
        db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(e => e.SubmissionId == once).Select(e => e.Reference).SingleOrDefaultAsync(ct);

    /// <summary>Whether what is sent again says something else than what was sent first, which stands.</summary>
    private static async Task<bool> Differs(Form form, Guid once, MestringDb db, CancellationToken ct)
    {
        var first = await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).AsNoTracking().SingleAsync(e => e.SubmissionId == once, ct);
        var people = await db.EnrolmentPeople.IgnoreQueryFilters([MestringDb.TenantFilter]).Where(p => p.Network == first.Network && p.Municipality == first.Municipality).Select(p => p.Who).ToListAsync(ct);
        var sent = Enumerable.Range(1, EnrolmentReader.RowsOf(form)).Select(row => form.Optional($"who-{row}")).Where(who => who.Length > 0);
        return !(string.Equals(form.Optional("name"), first.CoordinatorName, StringComparison.Ordinal)
            && string.Equals(form.Optional("email"), first.CoordinatorEmail, StringComparison.OrdinalIgnoreCase)
            && string.Equals(form.Optional("comment", int.MaxValue), first.Comment, StringComparison.Ordinal)
            && people.ToHashSet(StringComparer.Ordinal).SetEquals(sent));
    }

    /// <summary>What was typed, with the organisation number the municipality is known to have where none was.</summary>
    private static IFormCollection WithOrganisation(IFormCollection posted, Form form) =>
        string.IsNullOrWhiteSpace(form.Raw("organisation")) && KnownOrganisation(form.Raw("municipality")) is { } organisation
            ? new FormCollection(posted.Where(p => p.Key is not "organisation").ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal).Append(KeyValuePair.Create("organisation", new StringValues(organisation))).ToDictionary(StringComparer.Ordinal))
            : posted;

    private static string? KnownOrganisation(string? municipality) =>
        MunicipalityCode.TryParse(municipality, null, out var code) && MunicipalityFacts.All.TryGetValue(code, out var facts) ? facts.Organisation?.ToString() : null;

    /// <summary>Everything that was typed, and one more line with all gatherings ticked.</summary>
    private static FormCollection WithOneMoreRow(IFormCollection posted, Form form, NetworkDefinition run)
    {
        var rows = Math.Min(EnrolmentReader.RowsOf(form) + 1, EnrolmentReader.MostRows);
        var fields = posted.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        fields["rows"] = Rows(rows);
        fields.TryAdd($"gatherings-{rows}", EnrolmentReader.All(run));
        return new FormCollection(fields);
    }

    private static async Task<RazorComponentResult> Show(Form form, string slug, NetworkDefinition run, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        Page(form, slug, run, await FeeCalculator.Read(form, run.Fee(), mayBeOther: false, texts, db, clock.Today(), ct), clock);

    private static RazorComponentResult Page(Form form, string slug, NetworkDefinition run, FeeCalculator.Answer fee, TimeProvider clock) =>
        EnrolPage.Show(new View(slug, run, form, form.Once(clock), EnrolmentReader.RowsOf(form), fee), form.Status);

    private static string Rows(int rows) => rows.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="Once">The id of the enrolment to be, so that sending twice makes one.</param>
    /// <param name="Rows">Lines for participants.</param>
    public sealed record View(string Slug, NetworkDefinition Run, Form Form, Guid Once, int Rows, FeeCalculator.Answer Fee);

    public sealed record ClosedView(string Slug, LocalizedText Name, Kind? Kind, NetworkDefinition Run, DateOnly Today);
}
