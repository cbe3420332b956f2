using Mestring.Core.Charts;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>The network leader's overview of one network: members, what waits, assignments, enrolments.</summary>
public static class NetworkDesk
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/{slug}", async Task<Results<RazorComponentResult, NotFound>> (
        string slug, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
        await Run.Find(db, slug, ct) is { } run ? await Show(run, new Form(texts), texts, db, clock, ct) : TypedResults.NotFound()).ForLeader();

    internal static async Task<RazorComponentResult> Show(Run run, Form form, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var definition = run.Definition;
        var enrolments = await Run.Enrolments(db, run.Slug, ct);
        var people = await Run.People(db, run.Slug, ct);
        var handIns = await db.HandIns.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]).Where(h => h.Network == run.Slug)
            .Select(h => new { h.Municipality, h.Assignment, h.State, h.At }).ToDictionaryAsync(h => (h.Municipality, h.Assignment), ct);
        int? delivered = definition.Programme.Features.CollectsDeliveries
            ? await db.Deliveries.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync(d => d.Network == run.Slug && d.Year == today.Year - 1 && d.State == Core.Indicators.DeliveryState.HandedOver, ct)
            : null;
        var next = definition.Gatherings().FirstOrDefault(g => g.Plan.Dates.Last >= today);
        var assignments = definition.Assignments();
        var members = enrolments.Select(e => Describe(e, definition, next, people[e.Municipality], texts)).ToList();
        var confirmed = members.Where(m => m.State is EnrolmentState.Confirmed).ToList();
        var matrix = confirmed.Select(m => new MatrixRow(m.Municipality, m.Name, [.. assignments.Select(a =>
        {
            var handIn = handIns.GetValueOrDefault((m.Municipality, a.Assignment.Number));
            return AssignmentCell.Of(a, handIn?.State, handIn is null ? null : DateOnly.FromDateTime(Clock.Local(handIn.At)), today);
        })])).ToList();
        var view = new View(
            run.Slug, run.Name, run.Row.State, run.Row.Version, clock.GetUtcNow(), form, definition.Members(), confirmed.Count,
            Squares(definition.Members(), confirmed.Count, texts), Next(next, confirmed, today, texts), [],
            [.. assignments.Select(a => new Column(a.Assignment.Number, a.Assignment.Title[texts.Language], a.Due, matrix.Count(r => r.Cells.Any(c => c.Number == a.Assignment.Number && c.HandedIn is not null))))],
            matrix, members, next?.Gathering.Number, definition.Terms.Deadline, today,
            NetworkUndo.Of(run.Row, enrolments.Count, clock.GetUtcNow()) is { } undo ? new UndoOffer(undo.From, undo.Mails.Count > 0 ? undo.Until : null) : null, definition.Terms.Contact is not null, delivered);
        return NetworkDeskPage.Show(view with { Waiting = [.. Waiting.For(view, texts)], Failed = await FailedMails.OfNetwork(db, run.Slug, ct) }, form.Status);
    }

    private static Member Describe(EnrolmentRow e, NetworkDefinition definition, ScheduledGathering? next, IEnumerable<EnrolmentPerson> people, Texts texts) => new(
        e.Municipality, e.MunicipalityName, e.State, e.Population, e.FeeAmount, texts.Fee(e.FeeAmount, definition.Fee().Approximate), e.CoordinatorName,
        next is null ? null : Attending.Of(definition.Programme, next.Gathering.Number, people, texts),
        e.DecidedAt is { } at ? DateOnly.FromDateTime(Clock.Local(at)) : null, e.DecidedAt ?? e.SubmittedAt);

    private static NextGathering? Next(ScheduledGathering? next, IReadOnlyList<Member> confirmed, DateOnly today, Texts texts) => next is null ? null : new(
        next.Gathering.Number, next.Gathering.Theme[texts.Language], texts.When(next.Plan.Dates), texts.Where(next.Plan),
        next.Plan.Dates.MonthsOnly ? 0 : Math.Max(0, next.Plan.Dates.First.DayNumber - today.DayNumber),
        confirmed.Sum(m => m.Next?.Count ?? 0), confirmed.Count(m => m.Next is { Count: > 0 }));

    private static MemberSquares? Squares(MemberRule rule, int confirmed, Texts texts) => rule.PlannedTo is not { } places ? null : new MemberSquares(
        new ChartText(
            "members", texts["gatherings.members.title"], string.Empty, string.Empty,
            texts["gatherings.members.described", confirmed, places, texts.Members(rule)], [], []),
        confirmed, rule.Minimum ?? 0, places, texts["gatherings.members.minimum", rule.Minimum ?? 0], texts["gatherings.members.room", places]);

    public sealed record View(
        string Slug, LocalizedText Name, NetworkState State, int Version, DateTimeOffset Now, Form Form, MemberRule Rule, int Confirmed, MemberSquares? Squares,
        NextGathering? Next, IReadOnlyList<Wait> Waiting, IReadOnlyList<Column> Assignments, IReadOnlyList<MatrixRow> Matrix, IReadOnlyList<Member> Members,
        int? NextNumber, DateOnly Deadline, DateOnly Today, UndoOffer? Undo, bool HasContact, int? Delivered)
    {
        /// <summary>Mails about the network that were not delivered.</summary>
        public IReadOnlyList<FailedMails.View> Failed { get; init; } = [];

        /// <summary>Places that nobody has, where the network plans for a number; 0 when it is full.</summary>
        public int Free => Math.Max(0, (Rule.PlannedTo ?? 0) - Confirmed);

        /// <summary>Those on the waiting list, the first to be asked first.</summary>
        public IReadOnlyList<Member> Queue => [.. Members.Where(m => m.State is EnrolmentState.WaitingList).OrderBy(m => m.Since)];

        public bool IsEnough => Rule.IsEnough(Confirmed);
    }

    /// <summary>The latest step can be taken back.</summary>
    /// <param name="Until">When its mails go out; null when it mailed nobody.</param>
    public sealed record UndoOffer(NetworkState From, DateTimeOffset? Until);

    /// <summary>Something that waits for the leader.</summary>
    public sealed record Wait(string Address, string Link, string? More);

    /// <param name="Days">Days until it begins; 0 when it has begun or only its months are known.</param>
    public sealed record NextGathering(int Number, string Theme, string When, string Where, int Days, int People, int Municipalities);

    public sealed record Column(int Number, string Title, DateOnly Due, int HandedIn);

    public sealed record MatrixRow(MunicipalityCode Municipality, string Name, IReadOnlyList<AssignmentCell> Cells);

    public sealed record Member(
        MunicipalityCode Municipality, string Name, EnrolmentState State, int Population, int? Amount, string Fee, string Coordinator, Attending? Next, DateOnly? Decided, DateTimeOffset Since);
}
