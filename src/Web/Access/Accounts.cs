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

    public static string Normal(string email) => email.Trim().ToLower(CultureInfo.InvariantCulture);

    /// <summary>The person with this address, made if there is none.</summary>
    public static async Task<Person> FindOrAdd(MestringDb db, string email, string name, Texts texts, DateTimeOffset now, CancellationToken ct)
    {
        var normal = Normal(email);
        var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == normal, ct);
        if (person is null)
        {
            person = new Person { Id = Guid.CreateVersion7(now), Email = normal, Name = name.Trim(), Language = texts.Tag, CreatedAt = now };
            db.Persons.Add(person);
        }

        return person;
    }

    /// <summary>Gives a role unless the person has it.</summary>
    public static async Task Grant(MestringDb db, Person person, Role role, MunicipalityCode municipality, string network, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.PersonRoles.FindAsync([person.Id, role, municipality, network], ct) is null)
        {
            db.PersonRoles.Add(new PersonRole { PersonId = person.Id, Role = role, Municipality = municipality, Network = network, GrantedAt = now });
        }
    }

    /// <summary>Mails a link with which the person chooses a password. Older unused links of the person stop working.</summary>
    /// <param name="address">Where this installation answers, such as https://mestring.example.</param>
    /// <param name="why">Which of the texts access.mail.* to send: invite or reset.</param>
    public static async Task MailLink(MestringDb db, Person person, string address, string why, DateTimeOffset now, CancellationToken ct)
    {
        var token = Sessions.NewToken();
        await db.OneTimeLinks.Where(l => l.PersonId == person.Id && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), ct);
        db.OneTimeLinks.Add(new OneTimeLink { TokenHash = Sessions.Hash(token), PersonId = person.Id, CreatedAt = now, ExpiresAt = now + LinkLength });
        var texts = new Texts(Texts.Parse(person.Language) ?? Core.Language.Nb);
        db.Send(now, person.Email, texts, texts[$"access.mail.{why}.subject"], texts[$"access.mail.{why}.body", person.Name, $"{address}/link/{token}", now + LinkLength]);
    }

    /// <summary>The address this request came to, for links in mails.</summary>
    public static string Address(this HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
