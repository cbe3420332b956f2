using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Networks;

/// <summary>The mails of an enrolment: a receipt to the coordinator, and a word to those who lead the network, each in their own language.</summary>
internal static class EnrolmentMails
{
    public static async Task Send(MestringDb db, EnrolmentRow enrolment, NetworkDefinition run, Texts texts, SiteAddress site, CancellationToken ct)
    {
        var now = enrolment.SubmittedAt;
        Receipt(db, now, enrolment, run, texts, site);
        var leaders = await (
            from role in db.PersonRoles.AsNoTracking()
            join person in db.Persons.AsNoTracking() on role.PersonId equals person.Id
            where role.Role == Role.Leader && role.Network == enrolment.Network && person.DisabledAt == null
            orderby person.Email
            select new { person.Email, person.Name, person.Language }).Take(100).ToListAsync(ct);
        foreach (var leader in leaders)
        {
            var theirs = new Texts(Texts.Parse(leader.Language) ?? Language.Nb);
            db.Send(
                now,
                leader.Email,
                theirs,
                theirs["networks.mail.notice.subject", enrolment.MunicipalityName, run.Terms.Name],
                theirs["networks.mail.notice.body", leader.Name, enrolment.MunicipalityName, run.Terms.Name, enrolment.CoordinatorName, enrolment.CoordinatorEmail, site.Of($"/desk/{enrolment.Network}")],
                enrolment.Network,
                replyTo: enrolment.CoordinatorEmail);
        }
    }

    /// <summary>The receipt, to the coordinator.</summary>
    public static void Receipt(MestringDb db, DateTimeOffset now, EnrolmentRow enrolment, NetworkDefinition run, Texts texts, SiteAddress site) =>
        db.Send(
            now,
            enrolment.CoordinatorEmail,
            texts,
            texts["networks.mail.received.subject", run.Terms.Name, enrolment.Reference],
            texts["networks.mail.received.body", enrolment.CoordinatorName, enrolment.MunicipalityName, run.Terms.Name, enrolment.Reference, FeeText(enrolment, texts), site.Of($"/networks/{enrolment.Network}/receipt/{enrolment.Reference}")],
            enrolment.Network,
            enrolment.Municipality,
            run.Terms.Contact?.Email ?? string.Empty);

    private static string FeeText(EnrolmentRow enrolment, Texts texts)
    {
        var fee = ProgrammeJson.ReadFee(enrolment.FeeRule);
        return texts.Sentences($"{texts.About(enrolment.FeeAmount, fee.Approximate)}.", texts[$"networks.vat.{fee.Vat}"], fee.Condition?[texts.Language]);
    }
}
