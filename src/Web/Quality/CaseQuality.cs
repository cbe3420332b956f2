using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Quality;

/// <summary>What the rules find in one course, what colleagues let stand and why, and what they ask each other about it.</summary>
public static class CaseQuality
{
    internal const string Route = "/m/{municipality}/{slug}/cases/{id:guid}/quality";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Route, Open).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{Route}/overrule", Overrule).WithMetadata(new PartOfPage(1)).ForCaseWorkers(Registration.FollowUps);
        app.MapPost($"{Route}/restore", Restore).ForCaseWorkers(Registration.FollowUps);
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Open([AsParameters] QualityCall call)
    {
        if (await Course.Find(call) is not { } course)
        {
            return TypedResults.NotFound();
        }

        call.Audit.Note(Audit.ReadCase, Audit.Subject(call.Id), call.Municipality, call.Slug);
        await call.Db.SaveChangesAsync(call.Ct);
        return Show(call, course, await call.Drafts.Open(call.Request, call.Texts, call.Ct));
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, NotFound>> Overrule([AsParameters] QualityCall call, IFormCollection posted)
    {
        if (await Course.Find(call) is not { } course)
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted) { Draft = Drafts.Of(call.Request) };
        var (rule, path) = (form.Raw("rule"), form.Raw("path"));
        var field = FieldOf(rule, path);
        var reason = form.Text(field, call.Texts["quality.reason.missing"], 500);
        var found = course.Findings.FirstOrDefault(f => string.Equals(f.Rule, rule, StringComparison.Ordinal) && string.Equals(f.Path, path, StringComparison.Ordinal));
        if (found is null)
        {
            return TypedResults.Redirect(call.Address);
        }

        if (found.Severity is RuleSeverity.Error)
        {
            form.Refuse(field, call.Texts["quality.error.stands"]);
        }

        if (!form.IsValid)
        {
            return Show(call, course, form);
        }

        await Remove(call, found.Rule, found.Path);
        call.Db.CaseOverrules.Add(new CaseOverruleRow
        {
            Municipality = call.Municipality,
            CaseId = call.Id,
            Rule = found.Rule,
            Path = found.Path,
            Value = CaseReview.ValueOf(found, course.File.Stored),
            Reason = reason,
            By = call.Visitor.Name,
            At = call.Clock.GetUtcNow(),
        });
        Note(call, "overrule-warning", found.Rule, found.Path);
        await call.Db.SaveChangesAsync(call.Ct);
        return TypedResults.Redirect(call.Address);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Restore([AsParameters] QualityCall call, IFormCollection posted)
    {
        if (!await call.Db.Cases.AnyAsync(c => c.Id == call.Id && c.Network == call.Slug, call.Ct))
        {
            return TypedResults.NotFound();
        }

        var form = new Form(call.Texts, posted);
        if (form.Raw("rule") is { } rule && form.Raw("path") is { } path && await Remove(call, rule, path) > 0)
        {
            Note(call, "restore-warning", rule, path);
            await call.Db.SaveChangesAsync(call.Ct);
        }

        return TypedResults.Redirect(call.Address);
    }

    private static Task<int> Remove(QualityCall call, string rule, string path) =>
        call.Db.CaseOverrules.Where(o => o.CaseId == call.Id && o.Rule == rule && o.Path == path).ExecuteDeleteAsync(call.Ct);

    private static void Note(QualityCall call, string action, string rule, string path) =>
        call.Audit.Note(action, $"{Audit.Subject(call.Id)}/quality", call.Municipality, call.Slug, after: new { rule, path });

    /// <summary>The name of the field a reason is typed in; one for each warning of the page.</summary>
    internal static string FieldOf(string? rule, string? path) => $"reason-{rule}-{path}".Replace('.', '-');

    internal static RazorComponentResult Show(QualityCall call, Course course, Form form)
    {
        call.Frame.Back = new Crumb(call.Texts["quality.back"], call.Case);
        var fields = course.File.Stored;
        var judged = course.Findings.Select(f => (Finding: f, Overrule: CaseReview.OverruleOf(course.Review.Overrules, f, fields))).ToList();
        return CaseQualityPage.Show(
            new View(
                form, course.File.Row.Pseudonym, call.Address,
                [.. judged.Where(j => j.Overrule is null).Select(j => j.Finding).OrderByDescending(f => f.Severity)],
                [.. judged.Where(j => j.Overrule is not null).Select(j => new Stands(j.Finding, j.Overrule!.Reason, j.Overrule.By, j.Overrule.At))],
                [.. course.Review.Queries.Select(CaseQuery.Of)]),
            form.Status);
    }

    public sealed record View(Form Form, string Pseudonym, string Address, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<Stands> Standing, IReadOnlyList<CaseQuery> Queries);

    /// <summary>A warning that was let stand.</summary>
    public sealed record Stands(RuleFinding Finding, string Reason, string By, DateTimeOffset At);
}
