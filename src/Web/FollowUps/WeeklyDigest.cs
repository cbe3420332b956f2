using System.Globalization;
using Mestring.Core;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.FollowUps;

/// <summary>
/// On Monday morning, one mail to each person who works with courses and has something to follow up: how many, and where to look. Once a
/// week for each person, also with several instances and after a crash half way: the week is stored with the mail.
/// </summary>
internal sealed partial class WeeklyDigest(IServiceScopeFactory scopes, SiteAddress site, TimeProvider clock, ILogger<WeeklyDigest> log) : BackgroundService
{
    private const string LeaseName = "digest";
    private const int FromHour = 6;
    private const int ToHour = 12;

    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private readonly string _holder = Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await SendDue(scope.ServiceProvider.GetRequiredService<MestringDb>(), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                RoundFailed(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One round; answers with how many mails were put in line.</summary>
    internal async Task<int> SendDue(MestringDb db, CancellationToken ct)
    {
        var (now, local) = (clock.GetUtcNow(), Clock.Local(clock.GetUtcNow()));
        if (local is not { DayOfWeek: DayOfWeek.Monday, Hour: >= FromHour and < ToHour } || !await Leases.Take(db, LeaseName, _holder, now, LeaseLength, ct))
        {
            return 0;
        }

        var week = (ISOWeek.GetYear(local) * 100) + ISOWeek.GetWeekOfYear(local);
        var waiting = await Waiting(db, DateOnly.FromDateTime(local), ct);
        var places = waiting.Select(w => w.Municipality).Distinct().ToList();
        var workers = await (
            from person in db.Persons.AsNoTracking()
            join role in db.PersonRoles.AsNoTracking() on person.Id equals role.PersonId
            where person.DisabledAt == null && !person.Demonstration && !person.NoDigest && (person.DigestWeek == null || person.DigestWeek < week)
                && places.Contains(role.Municipality) && Rules.CaseWorkers.Contains(role.Role)
            select new { person.Id, person.Email, person.Name, person.Language, role.Municipality }).Distinct().ToListAsync(ct);
        var sent = 0;
        foreach (var person in workers.GroupBy(w => w.Id))
        {
            var who = person.First();
            var texts = new Texts(Texts.Parse(who.Language) ?? Language.Nb);
            if (await Send(db, who.Id, who.Email, who.Name, texts, [.. waiting.Where(w => person.Any(p => p.Municipality == w.Municipality))], week, ct))
            {
                sent++;
            }
        }

        return sent;
    }

    /// <summary>The mail and the week it is for are saved together; somebody who has had the week's mail gets no other.</summary>
    private async Task<bool> Send(MestringDb db, Guid person, string email, string name, Texts texts, IReadOnlyList<Place> places, int week, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var taken = await db.Persons.Where(p => p.Id == person && (p.DigestWeek == null || p.DigestWeek < week)).ExecuteUpdateAsync(p => p.SetProperty(x => x.DigestWeek, week), ct);
        if (taken == 0)
        {
            return false;
        }

        var lines = places.Select(p => string.Join('\n',
            texts["follow-ups.mail.place", p.MunicipalityName, p.Name, texts.Count("follow-ups.mail.overdue", p.Overdue), texts.Count("follow-ups.mail.due", p.Due)],
            site.Of($"/m/{p.Municipality}/{p.Network}/follow-ups")));
        db.Send(
            clock.GetUtcNow(), email, texts, texts.Count("follow-ups.mail.subject", places.Sum(p => p.Overdue + p.Due)),
            texts["follow-ups.mail.body", name, string.Join("\n\n", lines)]);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>What waits today, by municipality and network, across municipalities: numbers only.</summary>
    private static async Task<IReadOnlyList<Place>> Waiting(MestringDb db, DateOnly today, CancellationToken ct)
    {
        var counted = await db.FollowUps.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]).Where(f => f.Opens <= today && f.Closes >= today)
            .GroupBy(f => new { f.Municipality, f.Network }).Select(g => new { g.Key.Municipality, g.Key.Network, Overdue = g.Count(f => f.Due < today), Due = g.Count(f => f.Due >= today) }).ToListAsync(ct);
        var slugs = counted.Select(c => c.Network).Distinct(StringComparer.Ordinal).ToList();
        var names = await (
            from enrolment in db.Enrolments.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter])
            join network in db.Networks.AsNoTracking() on enrolment.Network equals network.Slug
            where enrolment.State == EnrolmentState.Confirmed && slugs.Contains(enrolment.Network)
            select new { enrolment.Municipality, enrolment.Network, enrolment.MunicipalityName, network.Definition }).ToListAsync(ct);
        return [.. from c in counted
                   join n in names on (c.Municipality, c.Network) equals (n.Municipality, n.Network)
                   orderby c.Municipality.Number
                   select new Place(c.Municipality, n.MunicipalityName, c.Network, Definitions.Of(c.Network, n.Definition).Terms.Name, c.Overdue, c.Due)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the weekly mail failed; the next one tries again.")]
    private static partial void RoundFailed(ILogger log, Exception e);

    private sealed record Place(MunicipalityCode Municipality, string MunicipalityName, string Network, LocalizedText Name, int Overdue, int Due);
}
