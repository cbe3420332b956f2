using Mestring.Core.Networks;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Quality;

/// <summary>Asks about a course, answers, and closes the question. The words stand with the question and nowhere else; an answer that is added leaves the earlier ones.</summary>
public static class CaseQueries
{
    private const int LongestText = 1000;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost($"{CaseQuality.Route}/queries", Ask).WithMetadata(new PartOfPage(1)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{CaseQuality.Route}/queries/{{query:guid}}", Answer).WithMetadata(new PartOfPage(2)).ForCaseWorkers(Registration.FollowUps);
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Ask([AsParameters] QualityCall call, IFormCollection posted)
    {
        if (await Course.Find(call) is not { } course)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted) { Draft = Drafts.Of(call.Request) };
        var question = form.Text("question", call.Texts["quality.question.missing"], LongestText, lines: true);
        if (!form.IsValid)
        {
            return CaseQuality.Show(call, course, form);
        }

        var id = form.Once(call.Clock);
        if (course.Review.Queries.All(q => q.Id != id))
        {
            call.Db.CaseQueries.Add(new CaseQueryRow
            {
                Municipality = call.Municipality,
                Id = id,
                CaseId = call.Id,
                Network = call.Slug,
                Question = question,
                AskedBy = call.Visitor.Name,
                AskedAt = call.Clock.GetUtcNow(),
            });
            Note(call, "ask-query");
            await call.Db.SaveChangesAsync(call.Ct);
        }

        return TypedResults.Redirect($"{call.Address}#queries");
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Answer([AsParameters] QualityCall call, Guid query, IFormCollection posted)
    {
        if (await Course.Find(call) is not { } course || await call.Db.CaseQueries.SingleOrDefaultAsync(q => q.Id == query && q.CaseId == call.Id, call.Ct) is not { } row)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted) { Draft = Drafts.Of(call.Request) };
        var (field, now, closes) = ($"answer-{query}", call.Clock.GetUtcNow(), form.Raw("do") is "close");
        var answer = closes ? form.Optional(field, LongestText, lines: true) : form.Text(field, call.Texts["quality.answer.missing"], LongestText, lines: true);
        if (form.IsValid && form.Version != row.Version)
        {
            form.Refuse(field, call.Texts["quality.answer.changed"]);
        }

        if (!form.IsValid)
        {
            return CaseQuality.Show(call, course, form);
        }

        if (answer.Length > 0)
        {
            var earlier = row.AnsweredAt is { } at ? $"{row.Answer}\n({row.AnsweredBy}, {call.Texts.Moment(at)})\n\n" : string.Empty;
            (row.Answer, row.AnsweredBy, row.AnsweredAt) = (earlier + answer, call.Visitor.Name, now);
        }

        (row.ClosedBy, row.ClosedAt) = closes ? (call.Visitor.Name, (DateTimeOffset?)now) : (string.Empty, null);
        row.Version++;
        Note(call, closes ? "close-query" : "answer-query");
        try
        {
            await call.Db.SaveChangesAsync(call.Ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else was first: both are shown, and nothing typed is lost.
            call.Db.ChangeTracker.Clear();
            form.Refuse(field, call.Texts["quality.answer.changed"]);
            return await Course.Find(call) is { } again ? CaseQuality.Show(call, again, form) : TypedResults.NotFound();
        }

        return TypedResults.Redirect($"{call.Address}#queries");
    }

    private static void Note(QualityCall call, string action) => call.Audit.Note(action, $"{Audit.Subject(call.Id)}/quality", call.Municipality, call.Slug);
}
