using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Gatherings;

/// <summary>The leader writes to the members: the message is kept, and mailed to every coordinator.</summary>
public static class WriteToMembers
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/{slug}/messages", async Task<Results<RazorComponentResult, NotFound>> (string slug, Texts texts, MestringDb db, TimeProvider clock, CancellationToken ct) =>
            await Run.Find(db, slug, ct) is { } run ? await Show(run, new Form(texts), db, clock, ct) : TypedResults.NotFound()).ForLeader();
        app.MapPost("/desk/{slug}/messages", Send).ForLeader();
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Send(
        string slug, SiteAddress site, IFormCollection posted, Texts texts, Visitor visitor, MestringDb db, Audit audit, TimeProvider clock, CancellationToken ct)
    {
        if (await Run.Find(db, slug, ct) is not { } run)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(texts, posted);
        var subject = form.Text("subject", texts["gatherings.messages.subject.missing"], 150);
        var body = form.Text("body", texts["gatherings.messages.body.missing"], 10_000, lines: true);
        var id = form.Once(clock);
        if (!form.IsValid)
        {
            return await Show(run, form, db, clock, ct);
        }

        if (!await db.Messages.AnyAsync(m => m.Id == id, ct))
        {
            var now = clock.GetUtcNow();
            var members = (await Run.Enrolments(db, slug, ct)).Where(e => e.State is EnrolmentState.Confirmed).ToList();
            db.Messages.Add(new MessageRow { Id = id, Network = slug, At = now, By = visitor.Name, Subject = subject, Body = body });
            foreach (var member in members)
            {
                var spoken = Run.Spoken(member);
                db.Send(
                    now, member.CoordinatorEmail, spoken, spoken["gatherings.mail.message.subject", run.Name, subject],
                    spoken["gatherings.mail.message.body", visitor.Name, run.Name, body, site.Of($"/m/{member.Municipality}")], slug, member.Municipality, run.ReplyTo);
            }

            audit.Note("send-message", $"message/{id}", network: slug, after: new { subject, recipients = members.Count });
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.Redirect($"/desk/{slug}/messages");
    }

    private static async Task<RazorComponentResult> Show(Run run, Form form, MestringDb db, TimeProvider clock, CancellationToken ct)
    {
        var sent = await db.Messages.AsNoTracking().Where(m => m.Network == run.Slug).OrderByDescending(m => m.At).Take(100).Select(m => new Message(m.At, m.By, m.Subject, m.Body)).ToListAsync(ct);
        var members = await db.Enrolments.IgnoreQueryFilters([MestringDb.TenantFilter]).CountAsync(e => e.Network == run.Slug && e.State == EnrolmentState.Confirmed, ct);
        return WriteToMembersPage.Show(new View(run.Slug, run.Name, form, form.Once(clock), members, sent), form.Status);
    }

    public sealed record View(string Slug, LocalizedText Network, Form Form, Guid Once, int Members, IReadOnlyList<Message> Sent);

    public sealed record Message(DateTimeOffset At, string By, string Subject, string Body);
}
