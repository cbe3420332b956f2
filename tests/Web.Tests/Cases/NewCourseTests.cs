using System.Net;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>A new course is asked for one group of questions at a time.</summary>
public sealed class NewCourseTests
{
    private const string Form = $"{CaseWorld.List}/new";

    [Fact]
    public async Task Each_screen_asks_its_own_group_and_nothing_is_stored_before_the_last()
    {
        using var world = await CaseWorld.New();
        var first = await world.Nurse.Get(Form);
        Assert.Equal(["pseudonym", "birth-year", "sex"], Asked(first));

        var second = await world.Nurse.Send(first, Form, ("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Woman"));
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(["household", "user"], Asked(second));
        Assert.Contains("del 2 av 5", second.Text, StringComparison.Ordinal);

        var third = await world.Nurse.Send(second, Form, ("household", "Alone"), ("user", "existing"));
        Assert.Equal(["referral", "condition"], Asked(third));
        var fourth = await world.Nurse.Send(third, Form, ("referral", "Hospital"), ("condition", "Fracture"));
        Assert.Equal("started-on", Asked(fourth)[0]);
        Assert.Equal(0, await Count(world));

        var saved = await world.Nurse.Send(fourth, Form, ("started-on", "2027-02-10"));
        Assert.EndsWith("/goals", saved.Location, StringComparison.Ordinal);
        var course = await world.App.Database(CaseWorld.Own, db => db.Cases.SingleAsync());
        Assert.Equal(("E-0147", 1944, new DateOnly(2027, 2, 10), "Test Professional"), (course.Pseudonym, course.BirthYear, course.StartedOn, course.Responsible));
    }

    [Fact]
    public async Task A_screen_that_is_not_right_stays_and_says_only_what_is_wrong_on_it()
    {
        using var world = await CaseWorld.New();

        var refused = await world.Nurse.Submit(Form, ("pseudonym", "E-0147"), ("birth-year", "44"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["birth-year", "sex"], refused.Page.QuerySelectorAll(".ds-error-summary a").Select(a => a.GetAttribute("href")![1..]));
        Assert.Equal(["pseudonym", "birth-year", "sex"], Asked(refused));
    }

    [Fact]
    public async Task One_screen_back_everything_typed_is_still_there()
    {
        using var world = await CaseWorld.New();
        var second = await world.Nurse.Submit(Form, ("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Woman"));

        var back = await world.Nurse.Send(second, Form, ("back", "true"), ("household", "WithOthers"));
        Assert.Equal("1944", back.Page.GetElementById("birth-year")!.GetAttribute("value"));
        var again = await world.Nurse.Send(back, Form, ("birth-year", "1945"));

        Assert.True(again.Page.QuerySelector("input[name=household][value=WithOthers]")!.HasAttribute("checked"));
        Assert.Equal("1945", again.Page.QuerySelector("input[type=hidden][name=birth-year]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_the_rules_say_of_a_start_stands_on_the_screen_it_is_about()
    {
        using var world = await CaseWorld.New();
        (string, string)[] all = [("pseudonym", "E-0147"), ("birth-year", "2010"), ("sex", "Woman"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", "new"), ("started-on", "2027-02-10")];

        var child = await world.Nurse.Submit(Form, [.. all, ("screen", "4"), ("planned-end", "")]);
        var early = await world.Nurse.Submit(Form, [.. all.Where(f => f.Item1 is not "birth-year"), ("birth-year", "1944"), ("screen", "4"), ("planned-end", "2027-02-01")]);
        var young = await world.Nurse.Submit(Form, [.. all.Where(f => f.Item1 is not "birth-year"), ("birth-year", "1990"), ("screen", "4"), ("planned-end", "")]);

        Assert.StartsWith("Brukeren er 17 år ved start.", child.ErrorOf("birth-year"), StringComparison.Ordinal);
        Assert.Equal("Planlagt slutt, 01.02.2027, er før starten, 10.02.2027. Rett en av datoene.", early.ErrorOf("planned-end"));
        Assert.Contains("Brukeren er 37 år, under 50.", (await world.Nurse.Get(young.Location!)).Page.QuerySelector("aside[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    private static List<string?> Asked(Reply reply) => [.. reply.Page.QuerySelectorAll("main form [name]:not([type=hidden]):not(button)").Select(e => e.GetAttribute("name")).Distinct()];

    private static Task<int> Count(CaseWorld world) => world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync());
}
