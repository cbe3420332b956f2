using System.Globalization;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Access;

/// <summary>Accounts and the links that open them.</summary>
internal static class Accounts
{
    public static readonly TimeSpan LinkLength = TimeSpan.FromDays(7);

    /// <summary>A link made so short a time ago is not made again: the button was pressed twice, or somebody plays with it.</summary>
    public static readonly TimeSpan LinkPause = TimeSpan.FromMinutes(5);

    /// <summary>The account somebody means who writes an address; also one from before addresses were written alike.</summary>
    public static Task<Person?> Find(MestringDb db, string typed, CancellationToken ct)
    {
        var old = typed.Trim().ToLower(CultureInfo.InvariantCulture);
        var plain = EmailAddress.TryParse(typed, CultureInfo.InvariantCulture, out var address) ? address.Text : old;
        return db.Persons.OrderBy(p => p.Email == plain ? 0 : 1).FirstOrDefaultAsync(p => p.Email == plain || p.Email == old, ct);
    }

    /// <summary>The person with this address, made if there is none. An account that was ended begins anew, with nothing it had.</summary>
    public static async Task<Person> FindOrAdd(MestringDb db, EmailAddress email, string name, Texts texts, DateTimeOffset now, CancellationToken ct)
    {
        var person = await Find(db, email.Text, ct);
        if (person is null)
        {
            person = new Person { Id = Guid.CreateVersion7(now), Email = email.Text, Name = name.Trim(), Language = texts.Tag, CreatedAt = now };
            db.Persons.Add(person);
        }
        else if (person.DisabledAt is not null)
        {
            (person.DisabledAt, person.Name, person.Language) = (null, name.Trim(), texts.Tag);
        }

        return person;
    }

    /// <summary>Gives a role unless the person has it.</summary>
    /// <returns>Whether it was given now.</returns>
    public static async Task<bool> Grant(MestringDb db, Person person, Role role, MunicipalityCode municipality, string network, string name, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.PersonRoles.FindAsync([person.Id, role, municipality, network], ct) is not null)
        {
            return false;
        }

        db.PersonRoles.Add(new PersonRole { PersonId = person.Id, Role = role, Municipality = municipality, Network = network, GrantedAt = now, Name = name.Trim() });
        return true;
    }

    /// <summary>Makes a link with which the person chooses a password. Older ones stop working: only the newest of a kind does.</summary>
    /// <returns>The full address.</returns>
    public static string MakeLink(MestringDb db, Audit audit, Person person, SiteAddress site, DateTimeOffset now, MunicipalityCode municipality = default)
    {
        var token = Sessions.NewToken();
        db.OneTimeLinks.Add(new OneTimeLink { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now + LinkLength });
        audit.NoteAccount("make-link", person.Id, municipality: municipality);
        return site.Of($"/link/{token}");
    }

    /// <summary>Mails such a link.</summary>
    /// <param name="why">Which of the texts access.mail.* to send: invite or reset.</param>
    public static void MailLink(MestringDb db, Audit audit, Person person, SiteAddress site, string why, DateTimeOffset now, MunicipalityCode municipality = default, string network = "")
    {
        var link = MakeLink(db, audit, person, site, now, municipality);
        var texts = Spoken(person);
        db.Send(now, person.Email, texts, texts[$"access.mail.{why}.subject"], texts[$"access.mail.{why}.body", person.Name, link, now + LinkLength], network, municipality);
    }

    /// <summary>Tells somebody by mail what happened to their account.</summary>
    /// <param name="what">Which of the texts access.mail.* to send.</param>
    public static void Tell(MestringDb db, Person person, string what, SiteAddress site, DateTimeOffset now)
    {
        var texts = Spoken(person);
        db.Send(now, person.Email, texts, texts[$"access.mail.{what}.subject"], texts[$"access.mail.{what}.body", person.Name, site.Of("/account")]);
    }

    /// <summary>Whether a link was made for the person a moment ago.</summary>
    public static Task<bool> HasFreshLink(MestringDb db, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - LinkPause;
        return db.OneTimeLinks.AnyAsync(l => l.PersonId == person && l.Email == "" && l.UsedAt == null && l.CreatedAt > since, ct);
    }

    public static Texts Spoken(Person person) => new(Texts.Parse(person.Language) ?? Language.Nb);

    /// <summary>The link a token opens, if it is the newest of its kind, unused and in time, and its person's account has not ended.</summary>
    /// <param name="isForAddress">Whether it is one that confirms an address, or one that lets a password be chosen.</param>
    public static async Task<(OneTimeLink Link, Person Person)?> Opened(MestringDb db, string token, bool isForAddress, DateTimeOffset now, CancellationToken ct)
    {
        var hash = Sessions.Hash(token);
#pragma warning disable CA1309 // Becomes SQL, which compares by the column's own order.
        var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(
            l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now && (l.Email != "") == isForAddress
                && !db.OneTimeLinks.Any(n => n.PersonId == l.PersonId && (n.Email != "") == isForAddress
                    && (n.CreatedAt > l.CreatedAt || (n.CreatedAt == l.CreatedAt && string.Compare(n.TokenHash, l.TokenHash) > 0))),
            ct);
#pragma warning restore CA1309
        return link is not null && await db.Persons.SingleOrDefaultAsync(p => p.Id == link.PersonId && p.DisabledAt == null, ct) is { } person ? (link, person) : null;
    }

    /// <summary>Uses the link up.</summary>
    /// <returns>False when somebody else has, in the same moment.</returns>
    public static async Task<bool> Use(MestringDb db, OneTimeLink link, DateTimeOffset now, CancellationToken ct) =>
        await db.OneTimeLinks.Where(l => l.TokenHash == link.TokenHash && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), ct) > 0;
}
