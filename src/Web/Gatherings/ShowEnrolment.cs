using System.Text.Json;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>Everything an enrolment says, and what the leader can decide.</summary>
public static class ShowEnrolment
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/{slug}/enrolments/{municipality}", async Task<Results<RazorComponentResult, NotFound>> (
        string slug, MunicipalityCode municipality, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await Find(db, slug, municipality, ct) is (_, not null) ? await Show(slug, municipality, new Form(texts), texts, db, clock, ct) : TypedResults.NotFound()).ForLeader();

    internal static async Task<(Run? Run, EnrolmentRow? Row)> Find(MestringDb db, string slug, MunicipalityCode municipality, CancellationToken ct) =>
        (await Run.Find(db, slug, ct), await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).SingleOrDefaultAsync(e => e.Network == slug && e.Municipality == municipality, ct));

    /// <summary>The fee as it was frozen; null when only the amount was kept.</summary>
    internal static Fee? Frozen(EnrolmentRow row)
    {
        try
        {
            return row.FeeRule.StartsWith('{') ? ProgrammeJson.ReadFee(row.FeeRule) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static async Task<RazorComponentResult> Show(string slug, MunicipalityCode municipality, Form form, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var (run, row) = await Find(db, slug, municipality, ct);
        var definition = run!.Definition;
        var people = await db.EnrolmentPeople.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]).Where(p => p.Network == slug && p.Municipality == municipality).OrderBy(p => p.Number).Take(200).ToListAsync(ct);
        var handIns = await db.HandIns.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]).Where(h => h.Network == slug && h.Municipality == municipality)
            .Select(h => new { h.Assignment, h.State, h.At }).ToDictionaryAsync(h => h.Assignment, ct);
        var fee = Frozen(row!);
        return ShowEnrolmentPage.Show(
            new View(
                slug, run.Name, municipality, row!.MunicipalityName, row.State, row.Version, form,
                [.. Facts(row, definition, fee, texts)],
                [.. people.Select(p => new Participant(p.Number, p.Who, Label(definition.Programme.Enrolment.Roles, p.Role, texts), p.Gatherings.Replace(" ", ", ", StringComparison.Ordinal)))],
                [.. definition.Assignments().Select(a => new Work(a.Assignment.Title[texts.Language], AssignmentCell.Of(a, handIns.GetValueOrDefault(a.Assignment.Number)?.State, handIns.GetValueOrDefault(a.Assignment.Number) is { } h ? DateOnly.FromDateTime(Clock.Local(h.At)) : null, clock.Today())))],
                row.State.Next(), fee is { ByAgreement: true }, row.FeeAmount, row.CoordinatorEmail,
                definition.Members().PlannedTo <= await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync(e => e.Network == slug && e.State == EnrolmentState.Confirmed, ct)),
            form.Status);
    }

    private static IEnumerable<Fact> Facts(EnrolmentRow row, NetworkDefinition definition, Fee? fee, Texts texts)
    {
        var asked = definition.Programme.Enrolment;
        yield return new(texts["gatherings.enrolment.reference"], row.Reference);
        yield return new(texts["gatherings.enrolment.submitted"], texts.Moment(row.SubmittedAt));
        yield return new(texts["gatherings.coordinator"], row.CoordinatorName);
        yield return new(texts["gatherings.enrolment.email"], row.CoordinatorEmail);
        yield return new(texts["gatherings.enrolment.phone"], row.CoordinatorPhone);
        yield return new(texts["gatherings.enrolment.organisation"], row.OrganisationNumber);
        yield return new(texts["gatherings.enrolment.language"], texts[$"gatherings.language.{(Texts.Parse(row.Language) is { } language ? Texts.TagOf(language) : "nb")}"]);
        yield return new(texts["gatherings.enrolment.status"], Label(asked.Statuses, row.Status, texts));
        yield return new(texts["gatherings.enrolment.anchoring"], string.Join(", ", row.Anchoring.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => Label(asked.Anchoring, a, texts))));
        yield return new(texts["gatherings.enrolment.meeting"], texts[row.InformationMeeting ? "gatherings.yes" : "gatherings.no"]);
        yield return new(texts["gatherings.inhabitants"], row.Population > 0 ? texts["gatherings.enrolment.population", row.Population, row.PopulationDate, row.PopulationSource] : string.Empty);
        yield return new(texts["gatherings.fee"], texts.Fee(row.FeeAmount, fee?.Approximate ?? definition.Fee().Approximate));
        yield return new(texts["gatherings.fee.reading"], fee?.Reading?[texts.Language] ?? string.Empty);
        yield return new(texts["gatherings.fee.condition"], fee?.Condition?[texts.Language] ?? string.Empty);
        yield return new(texts["gatherings.enrolment.comment"], row.Comment);
    }

    private static string Label(IEnumerable<Core.Networks.Choice> choices, string id, Texts texts) =>
        choices.FirstOrDefault(c => string.Equals(c.Id, id, StringComparison.Ordinal))?.Label[texts.Language] ?? id;

    public sealed record View(
        string Slug, LocalizedText Network, MunicipalityCode Municipality, string Name, EnrolmentState State, int Version, Form Form,
        IReadOnlyList<Fact> Facts, IReadOnlyList<Participant> People, IReadOnlyList<Work> Assignments, IReadOnlyList<EnrolmentState> Next, bool ByAgreement, int? Amount, string Email, bool IsFull);

    public sealed record Fact(string Name, string Value);

    public sealed record Participant(int Number, string Who, string Role, string Gatherings);

    public sealed record Work(string Title, AssignmentCell Cell);
}
