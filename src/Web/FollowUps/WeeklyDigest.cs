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
/// From six on Monday morning, at the first chance, one mail to each person who works with courses and has something to follow up: how many, and where to look. Once a
/// week for each person, also with several instances and after a crash half way: the week is stored with the mail.
/// </summary>
internal sealed partial class WeeklyDigest(IServiceScopeFactory scopes, SiteAddress site, TimeProvider clock, ILogger<WeeklyDigest> log) : BackgroundService
{
    private const string LeaseName = "digest";
    private const int FromHour = 6;

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
        if (local is { DayOfWeek: DayOfWeek.Monday, Hour: < FromHour } || !await Leases.Take(db, LeaseName, _holder, now, LeaseLength, ct))
        {
            return 0;
        }

        var week = (ISOWeek.GetYear(local) * 100) + ISOWeek.GetWeekOfYear(local);
        var monday = local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)).AddHours(FromHour);
        var waiting = await Waiting(db, DateOnly.FromDateTime(local), ct);
        var workers = await (
            from person in db.Persons.AsNoTracking()
            join role in db.PersonRoles.AsNoTracking() on person.Id equals role.PersonId
            where person.DisabledAt == null && !person.Demonstration && !person.NoDigest && (person.DigestWeek == null || person.DigestWeek < week) && Rules.CaseWorkers.Contains(role.Role)
            select new { person.Id, person.Email, person.Name, person.Language, role.Municipality, role.GrantedAt }).ToListAsync(ct);
        var (sent, nothing) = (0, new List<Guid>());

        // Who came to the work after the mails of the week went out, waits for the next ones.
        foreach (var person in workers.Where(w => Clock.Local(w.GrantedAt) < monday).GroupBy(w => w.Id))
        {
            var who = person.First();
            var places = waiting.Where(w => person.Any(p => p.Municipality == w.Municipality)).ToList();
            if (places.Count == 0)
            {
                nothing.Add(who.Id);
            }
            else if (await Send(db, who.Id, who.Email, who.Name, new Texts(Texts.Parse(who.Language) ?? Language.Nb), places, week, ct))
            {
                sent++;
            }
        }

        // Nothing waited for them when the week's mails went out: what comes later in the week is in the next mail.
        await db.Persons.Where(p => nothing.Contains(p.Id)).ExecuteUpdateAsync(p => p.SetProperty(x => x.DigestWeek, week), ct);
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
            texts["follow-ups.mail.place", p.MunicipalityName, p.Name, p.Say(texts)],
            site.Of($"/m/{p.Municipality}/{p.Network}/follow-ups")));
        db.Send(
            clock.GetUtcNow(), email, texts, texts.Count("follow-ups.mail.subject", places.Sum(p => p.All)),
            texts["follow-ups.mail.body", name, string.Join("\n\n", lines)]);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>What waits today, by municipality and network, across municipalities: numbers only.</summary>
    private static async Task<IReadOnlyList<Place>> Waiting(MestringDb db, DateOnly today, CancellationToken ct)
    {
        var counted = await FollowUp.Counted(db, today).IgnoreQueryFilters([MestringDb.TenantFilter]).Where(f => f.Standing <= FollowUpStanding.Missed)
            .GroupBy(f => new { f.Municipality, f.Network })
            .Select(g => new
            {
                g.Key.Municipality,
                g.Key.Network,
                Overdue = g.Count(f => f.Standing == FollowUpStanding.Overdue),
                Due = g.Count(f => f.Standing == FollowUpStanding.Due),
                Missed = g.Count(f => f.Standing == FollowUpStanding.Missed),
            }).ToListAsync(ct);
        var slugs = counted.Select(c => c.Network).Distinct(StringComparer.Ordinal).ToList();
        var names = await (
            from enrolment in db.Enrolments.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter])
            join network in db.Networks.AsNoTracking() on enrolment.Network equals network.Slug
            where enrolment.State == EnrolmentState.Confirmed && slugs.Contains(enrolment.Network)
            select new { enrolment.Municipality, enrolment.Network, enrolment.MunicipalityName, network.Definition, network.State }).ToListAsync(ct);
        return [.. from c in counted
                   join n in names on (c.Municipality, c.Network) equals (n.Municipality, n.Network)
                   let definition = Definitions.Of(c.Network, n.Definition)
                   where definition.Registration(n.State, today) is not Registration.Closed
                   orderby c.Municipality.Number
                   select new Place(c.Municipality, n.MunicipalityName, c.Network, definition.Terms.Name, c.Overdue, c.Due, c.Missed)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of the weekly mail failed; the next one tries again.")]
    private static partial void RoundFailed(ILogger log, Exception e);

    private sealed record Place(MunicipalityCode Municipality, string MunicipalityName, string Network, LocalizedText Name, int Overdue, int Due, int Missed)
    {
        public int All => Overdue + Due + Missed;

        public string Say(Texts texts) => string.Join(
            ", ", new[] { ("follow-ups.mail.overdue", Overdue), ("follow-ups.mail.due", Due), ("follow-ups.mail.missed", Missed) }.Where(part => part.Item2 > 0).Select(part => texts.Count(part.Item1, part.Item2)));
    }
}
