using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>A municipality's home: its networks, what is due, its coordinators, and what the network leaders wrote.</summary>
public static class Home
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/m/{municipality}", Show).ForMunicipality(Rules.Members);

    private static async Task<RazorComponentResult> Show(
        MunicipalityCode municipality, Texts texts, Visitor visitor, MestringDb db, Frame frame, TimeProvider clock, CancellationToken ct)
    {
        var today = clock.Today();
        var rows = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join network in db.Networks.AsNoTracking() on enrolment.Network equals network.Slug
            where enrolment.State == EnrolmentState.Confirmed
            orderby network.FirstDay descending
            select network).Take(50).ToListAsync(ct);
        var left = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join network in db.Networks.AsNoTracking() on enrolment.Network equals network.Slug
            where enrolment.State == EnrolmentState.Withdrawn
            orderby network.FirstDay descending
            select network).Take(50).ToListAsync(ct);
        var slugs = rows.Select(r => r.Slug).ToArray();
        var handIns = await db.HandIns.AsNoTracking().Where(h => slugs.Contains(h.Network)).Select(h => new { h.Network, h.Assignment, h.State, h.At }).ToListAsync(ct);
        var messages = await db.Messages.AsNoTracking().Where(m => slugs.Contains(m.Network)).OrderByDescending(m => m.At).Take(5).ToListAsync(ct);
        var coordinators = await (
            from role in db.PersonRoles.AsNoTracking()
            join person in db.Persons.AsNoTracking() on role.PersonId equals person.Id
            where role.Municipality == municipality && role.Role == Role.Coordinator
            orderby person.Email
            select person.Name).Take(20).ToListAsync(ct);
        coordinators.Sort(Texts.NameOrder);
        var waiting = visitor.Is(municipality, Rules.CaseWorkers)
            ? await FollowUp.Counted(db, today).Where(f => f.Standing <= FollowUpStanding.Missed).GroupBy(f => f.Network).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct)
            : [];
        var oldest = visitor.Is(municipality, Role.Coordinator)
            ? await db.Cases.AsNoTracking().GroupBy(c => c.Network).Select(g => new { g.Key, First = g.Min(c => c.StartedOn) }).ToDictionaryAsync(g => g.Key, g => g.First, StringComparer.Ordinal, ct)
            : [];
        var asked = visitor.Is(municipality, Rules.CaseWorkers)
            ? await db.CaseQueries.AsNoTracking().Where(q => q.ClosedAt == null && q.AnsweredAt == null).GroupBy(q => q.Network).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, ct)
            : [];
        var networks = rows.Select(row =>
        {
            var definition = row.Read();
            var cells = definition.Assignments().Select(a =>
            {
                var handIn = handIns.FirstOrDefault(h => h.Assignment == a.Assignment.Number && string.Equals(h.Network, row.Slug, StringComparison.Ordinal));
                return new Due(row.Slug, a.Assignment.Title, AssignmentCell.Of(a, handIn?.State, handIn is null ? null : DateOnly.FromDateTime(Clock.Local(handIn.At)), today));
            });
            var next = definition.Gatherings().FirstOrDefault(g => g.Plan.Dates.Last >= today);
            return new InNetwork(
                row.Slug, definition.Terms.Name, row.State, definition.Programme.Features,
                next is null ? null : texts["gatherings.home.next", next.Gathering.Number, texts.When(next.Plan.Dates), texts.Where(next.Plan)], [.. cells], definition.Registration(row.State, today) is Registration.Closed ? 0 : waiting.GetValueOrDefault(row.Slug), oldest.TryGetValue(row.Slug, out var first) && first < definition.Programme.KeepsCoursesFrom(today),
                asked.GetValueOrDefault(row.Slug));
        }).ToList();
        var name = await MunicipalityNames.Own(db, ct);
        frame.Place = name;
        var named = rows.ToDictionary(r => r.Slug, r => r.Read().Terms.Name, StringComparer.Ordinal);
        return HomePage.Show(new View(
            municipality, name, networks, coordinators,
            [.. messages.Select(m => new Message(m.At, m.By, named[m.Network], m.Subject, m.Body))],
            [.. left.Select(row => (row.Slug, row.Read())).Where(n => n.Item2.Programme.Features.RegistersCases).Select(n => new Left(n.Slug, n.Item2.Terms.Name))],
            visitor.Is(municipality, Rules.CaseWorkers), visitor.Is(municipality, Role.Coordinator)));
    }

    public sealed record View(
        MunicipalityCode Municipality, string Name, IReadOnlyList<InNetwork> Networks, IReadOnlyList<string> Coordinators, IReadOnlyList<Message> Messages, IReadOnlyList<Left> Left, bool IsCaseWorker, bool IsCoordinator)
    {
        /// <summary>What is open, late or sent back, the earliest deadline first.</summary>
        public IReadOnlyList<Due> Dues => [.. Networks.Where(n => n.State is NetworkState.Running).SelectMany(n => n.Assignments).Where(d => d.Cell.Standing is AssignmentStanding.Open or AssignmentStanding.Late or AssignmentStanding.Returned).OrderBy(d => d.Cell.Due)];
    }

    /// <summary>A network the municipality has left, and may have courses in.</summary>
    public sealed record Left(string Slug, LocalizedText Name);

    /// <param name="FollowUps">How much of what courses wait for somebody can do something about now.</param>
    /// <param name="Queries">Questions about courses that nobody has answered.</param>
    /// <param name="KeepsTooLong">Whether there are courses that have been kept longer than the programme says.</param>
    public sealed record InNetwork(string Slug, LocalizedText Name, NetworkState State, ProgrammeFeatures Features, string? Next, IReadOnlyList<Due> Assignments, int FollowUps, bool KeepsTooLong, int Queries)
    {
        /// <summary>Whether the network has gone ahead, so that there is work to do and to look back on.</summary>
        public bool IsWorking => State is NetworkState.Running or NetworkState.Ended;
    }

    public sealed record Due(string Slug, LocalizedText Title, AssignmentCell Cell);

    public sealed record Message(DateTimeOffset At, string By, LocalizedText Network, string Subject, string Body);
}
