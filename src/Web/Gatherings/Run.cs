using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>A network as it is stored, with its definition read. The network leader sees all its members.</summary>
internal sealed record Run(NetworkRow Row, NetworkDefinition Definition)
{
    public string Slug => Row.Slug;

    public LocalizedText Name => Definition.Terms.Name;

    public static async Task<Run?> Find(MestringDb db, string slug, CancellationToken ct) =>
        await db.Networks.SingleOrDefaultAsync(n => n.Slug == slug, ct) is { } row ? new Run(row, row.Read()) : null;

    /// <summary>The enrolments of the network, whatever their state, in order of name.</summary>
    public static async Task<IReadOnlyList<EnrolmentRow>> Enrolments(MestringDb db, string slug, CancellationToken ct)
    {
        var rows = await db.Enrolments.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]).Where(e => e.Network == slug).OrderBy(e => e.Municipality).Take(500).ToListAsync(ct);
        return [.. rows.OrderBy(e => e.MunicipalityName, Texts.NameOrder)];
    }

    /// <summary>Everybody the municipalities have put on their enrolments.</summary>
    public static async Task<ILookup<MunicipalityCode, EnrolmentPerson>> People(MestringDb db, string slug, CancellationToken ct)
    {
        var people = await db.EnrolmentPeople.AsNoTracking().IgnoreQueryFilters([MestringDb.TenantFilter]).Where(p => p.Network == slug).OrderBy(p => p.Municipality).ThenBy(p => p.Number).Take(5000).ToListAsync(ct);
        return people.ToLookup(p => p.Municipality);
    }

    /// <summary>Where answers to the mails of the network go; empty when nobody is named.</summary>
    public string ReplyTo => Definition.Terms.Contact?.Email ?? string.Empty;

    /// <summary>Mails every coordinator in the language of the enrolment; what is held back can be taken back.</summary>
    public IReadOnlyList<Mail> MailCoordinators(MestringDb db, DateTimeOffset now, IEnumerable<EnrolmentRow> enrolments, Func<Texts, (string Subject, string Body)> say, TimeSpan held = default)
    {
        var mails = new List<Mail>();
        foreach (var enrolment in enrolments)
        {
            var texts = Spoken(enrolment);
            var (subject, body) = say(texts);
            mails.Add(db.Send(now, enrolment.CoordinatorEmail, texts, subject, body, enrolment.Network, enrolment.Municipality, ReplyTo, held));
        }

        return mails;
    }

    public static Texts Spoken(EnrolmentRow enrolment) => new(Texts.Parse(enrolment.Language) ?? Language.Nb);

    public static IReadOnlyList<Crumb> Crumbs(Texts texts, string slug, LocalizedText name, params ReadOnlySpan<Crumb> more) =>
        [new Crumb(texts["access.menu.desk"], "/desk"), new Crumb(name[texts.Language], $"/desk/{slug}"), .. more];
}
