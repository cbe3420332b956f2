using System.Net;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Mestring.Web.Tests.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Quality;

/// <summary>What the rules find, what may stand, and what colleagues ask. It is 11 February 2027.</summary>
public sealed class CaseQualityTests
{
    private const string Reason = "reason-age-unusual-birth-year";

    [Fact]
    public async Task A_warning_stands_with_a_reason_and_comes_back_when_the_value_changes()
    {
        using var world = await CaseWorld.New();
        var course = await Young(world);
        Assert.NotNull(await Warning(world, course));

        var refused = await world.Nurse.Submit($"{course}/quality", (Reason, ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Skriv hvorfor", refused.ErrorOf(Reason), StringComparison.Ordinal);

        var stood = await world.Nurse.Submit($"{course}/quality", (Reason, "Ung med MS, avklart med lege"));
        Assert.Equal($"{course}/quality", stood.Location);
        Assert.Contains("Ung med MS, avklart med lege", (await world.Nurse.Get($"{course}/quality")).Text, StringComparison.Ordinal);
        Assert.Null(await Warning(world, course));

        await world.Nurse.Submit($"{course}/edit", ("birth-year", "1992"));
        Assert.NotNull(await Warning(world, course));
    }

    [Fact]
    public async Task A_warning_that_stands_can_be_brought_back()
    {
        using var world = await CaseWorld.New();
        var course = await Young(world);
        await world.Nurse.Submit($"{course}/quality", (Reason, "Stemmer"));

        await world.Nurse.Post($"{course}/quality/restore", ("rule", "age-unusual"), ("path", "birth-year"));

        Assert.NotNull(await Warning(world, course));
    }

    [Fact]
    public async Task An_error_cannot_be_let_stand()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.App.Database(CaseWorld.Own, db => db.Cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.BirthYear, 2015)));

        var reply = await world.Nurse.Post($"{course}/quality/overrule", ("rule", "age-child"), ("path", "birth-year"), ("reason-age-child-birth-year", "Det er riktig"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.Status);
        Assert.Contains("Rett verdien", reply.Page.QuerySelector(".ds-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.CaseOverrules.CountAsync()));
    }

    [Fact]
    public async Task A_question_is_asked_answered_and_closed_and_seen_on_the_course_until_then()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        var colleague = await world.App.As(Role.Coordinator, CaseWorld.Own);

        var asked = await colleague.Submit($"{course}/quality", ("question", "Er datoen rett?"));
        Assert.Equal($"{course}/quality#queries", asked.Location);
        Assert.Contains("Ett spørsmål er ikke lukket", (await world.Nurse.Get(course)).Text, StringComparison.Ordinal);
        Assert.Contains("Er datoen rett?", (await world.Nurse.Get($"/m/{CaseWorld.Own}/{CaseWorld.Slug}/quality")).Text, StringComparison.Ordinal);

        var id = await Only(world);
        await world.Nurse.Submit($"{course}/quality", ($"answer-{id}", "Ja, sjekket mot journal"), ("do", "answer"));
        var answered = await colleague.Get($"{course}/quality");
        Assert.Contains("besvart", answered.Text, StringComparison.Ordinal);
        Assert.Contains("Ja, sjekket mot journal", answered.Text, StringComparison.Ordinal);

        await colleague.Submit($"{course}/quality", ($"answer-{id}", ""), ("do", "close"));
        var row = await world.App.Database(CaseWorld.Own, db => db.CaseQueries.SingleAsync());
        Assert.Equal(("Test Coordinator", "Test Professional", "Test Coordinator"), (row.AskedBy, row.AnsweredBy, row.ClosedBy));
        Assert.DoesNotContain("ikke lukket", (await world.Nurse.Get(course)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_answer_at_once_are_told_about_each_other()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Submit($"{course}/quality", ("question", "Er datoen rett?"));
        var id = await Only(world);
        var mine = await world.Nurse.Get($"{course}/quality");
        await world.Nurse.Submit($"{course}/quality", ($"answer-{id}", "Ja"), ("do", "answer"));

        var late = await world.Nurse.Send(mine, $"{course}/quality", ($"answer-{id}", "Nei"), ("do", "answer"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Nei", late.Page.GetElementById($"answer-{id}")!.TextContent);
    }

    [Fact]
    public async Task A_second_answer_leaves_the_first()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Submit($"{course}/quality", ("question", "Er datoen rett?"));
        var id = await Only(world);
        await world.Nurse.Submit($"{course}/quality", ($"answer-{id}", "Ja"), ("do", "answer"));

        await world.Nurse.Submit($"{course}/quality", ($"answer-{id}", "Nei, den var feil"), ("do", "answer"));

        Assert.Contains("Ja\n(Test Professional, 11. februar 2027 kl. 14.03)\n\nNei, den var feil", (await world.Nurse.Get($"{course}/quality")).Page.QuerySelector("p.lines")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_loses_the_race_is_shown_again_and_not_lost()
    {
        using var world = await CaseWorld.New();
        var course = await world.Course("E-0001", "2026-11-16");
        await world.Nurse.Submit($"{course}/quality", ("question", "Er datoen rett?"));
        var id = await Only(world);
        var mine = await world.Nurse.Get($"{course}/quality");
        world.App.Rival.Before = _ => world.App.Database(CaseWorld.Own, db => db.CaseQueries.ExecuteUpdateAsync(q => q.SetProperty(x => x.Answer, "Først").SetProperty(x => x.Version, x => x.Version + 1)));

        var late = await world.Nurse.Send(mine, $"{course}/quality", ($"answer-{id}", "Sist"), ("do", "answer"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal("Sist", late.Page.GetElementById($"answer-{id}")!.TextContent);
    }

    private static Task<Guid> Only(CaseWorld world) => world.App.Database(CaseWorld.Own, db => db.CaseQueries.Select(q => q.Id).SingleAsync());

    private static async Task<AngleSharp.Dom.IElement?> Warning(CaseWorld world, string course) => (await world.Nurse.Get($"{course}/quality")).Page.GetElementById($"f-{Reason}");

    private static async Task<string> Young(CaseWorld world)
    {
        var course = await world.Course("E-0001", "2026-11-16");
        Assert.Equal(HttpStatusCode.Redirect, (await world.Nurse.Submit($"{course}/edit", ("birth-year", "1990"))).Status);
        return course;
    }
}
