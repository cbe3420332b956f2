using System.Net;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

/// <summary>A new course is asked for one group of questions at a time.</summary>
public sealed class NewCourseTests
{
    private const string Form = $"{CaseWorld.List}/new";

    [Fact]
    public async Task Each_screen_has_an_address_of_its_own_and_nothing_is_stored_before_the_last()
    {
        using var world = await CaseWorld.New();
        var address = (await world.Nurse.Get(Form)).Location!;
        var first = await world.Nurse.Get(address);
        Assert.Equal(["pseudonym", "birth-year", "sex"], Asked(first));

        var second = await Next(world, address, 2, ("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Woman"));
        Assert.Equal(["household", "user"], Asked(second));
        Assert.Contains("del 2 av 5 · E-0147", second.Text, StringComparison.Ordinal);

        var third = await Next(world, $"{address[..^1]}2", 3, ("household", "Alone"), ("user", "existing"));
        Assert.Equal(["referral", "condition"], Asked(third));
        var fourth = await Next(world, $"{address[..^1]}3", 4, ("referral", "Hospital"), ("condition", "Fracture"));
        Assert.Equal("started-on", Asked(fourth)[0]);
        Assert.Equal(0, await Count(world));

        var saved = await world.Nurse.Submit($"{address[..^1]}4", ("started-on", "2027-02-10"));
        Assert.EndsWith("/goals", saved.Location, StringComparison.Ordinal);
        var course = await world.App.Database(CaseWorld.Own, db => db.Cases.SingleAsync());
        Assert.Equal(("E-0147", 1944, new DateOnly(2027, 2, 10), "Test Professional"), (course.Pseudonym, course.BirthYear, course.StartedOn, course.Responsible));
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Drafts.CountAsync()));
        Assert.Equal($"{CaseWorld.List}/{course.Id}", (await world.Nurse.Get(address)).Location);
    }

    [Fact]
    public async Task A_screen_that_is_not_right_stays_and_says_only_what_is_wrong_on_it()
    {
        using var world = await CaseWorld.New();

        var refused = await world.Nurse.Submit((await world.Nurse.Get(Form)).Location!, ("pseudonym", "E-0147"), ("birth-year", "44"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["birth-year", "sex"], refused.Page.QuerySelectorAll(".ds-error-summary a").Select(a => a.GetAttribute("href")![1..]));
        Assert.Equal(["pseudonym", "birth-year", "sex"], Asked(refused));
    }

    [Fact]
    public async Task Whichever_screen_one_goes_back_to_everything_typed_on_all_of_them_is_still_there()
    {
        using var world = await CaseWorld.New();
        var address = (await world.Nurse.Get(Form)).Location!;
        var open = await world.Nurse.Get(address);
        await world.Nurse.Send(open, address, ("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Woman"));
        var back = await world.Nurse.Submit($"{address[..^1]}2", ("back", "true"), ("household", "WithOthers"));
        Assert.Equal(address, back.Location);

        // The page of the first screen as the browser had kept it knows nothing of the second.
        await world.Nurse.Send(open, address, ("pseudonym", "E-0147"), ("birth-year", "1945"), ("sex", "Woman"));

        Assert.Equal("1945", (await world.Nurse.Get(address)).Page.GetElementById("birth-year")!.GetAttribute("value"));
        Assert.True((await world.Nurse.Get($"{address[..^1]}2")).Page.QuerySelector("input[name=household][value=WithOthers]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_case_that_is_begun_on_says_whom_it_is_about_and_another_one_can_be_begun_beside_it()
    {
        using var world = await CaseWorld.New();
        var first = (await world.Nurse.Get(Form)).Location!;
        await world.Nurse.Submit(first, ("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Woman"));

        var door = await world.Nurse.Get(Form);
        Assert.Contains("E-0147, født 1944", door.Text, StringComparison.Ordinal);
        Assert.Contains("E-0147, født 1944", (await world.Nurse.Get(CaseWorld.List)).Text, StringComparison.Ordinal);
        var another = await world.Nurse.Get((await world.Nurse.Get($"{Form}?another=true")).Location!);
        Assert.NotEqual("E-0147", another.Page.GetElementById("pseudonym")!.GetAttribute("value"));
        Assert.Equal(0, another.Page.QuerySelectorAll(".ds-alert:not(template *)").Length);

        var colleague = await world.App.As(Role.Professional, CaseWorld.Own);
        Assert.DoesNotContain("E-0147", (await colleague.Get(CaseWorld.List)).Text, StringComparison.Ordinal);

        var gone = await world.Nurse.Send(door, Form, ("draft-path", first[..^2]));
        Assert.Equal(Form, gone.Location);
        Assert.StartsWith($"{Form}/", (await world.Nurse.Get(Form)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_rules_say_of_a_start_stands_on_the_screen_it_is_about()
    {
        using var world = await CaseWorld.New();
        (string, string)[] all = [("pseudonym", "E-0147"), ("birth-year", "2010"), ("sex", "Woman"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", "new"), ("started-on", "2027-02-10")];

        var child = await CaseWorld.Register(world.Nurse, [.. all, ("planned-end", "")]);
        var early = await CaseWorld.Register(world.Nurse, [.. all.Where(f => f.Item1 is not "birth-year"), ("birth-year", "1944"), ("planned-end", "2027-02-01")]);
        var young = await CaseWorld.Register(world.Nurse, [.. all.Where(f => f.Item1 is not "birth-year"), ("birth-year", "1990"), ("planned-end", "")]);

        Assert.EndsWith("/1?check=true", child.Location, StringComparison.Ordinal);
        Assert.StartsWith("Brukeren er 17 år ved start.", (await world.Nurse.Get(child.Location!)).ErrorOf("birth-year"), StringComparison.Ordinal);
        Assert.Equal("Planlagt slutt, 01.02.2027, er før starten, 10.02.2027. Rett en av datoene.", early.ErrorOf("planned-end"));
        Assert.Contains("Brukeren er 37 år, under 50.", (await world.Nurse.Get(young.Location!)).Page.QuerySelector("aside[role=status]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Reply> Next(CaseWorld world, string address, int screen, params (string, string)[] typed)
    {
        var saved = await world.Nurse.Submit(address, typed);
        Assert.Equal($"{address[..^1]}{screen}", saved.Location);
        return await world.Nurse.Get(saved.Location!);
    }

    private static List<string?> Asked(Reply reply) => [.. reply.Page.QuerySelectorAll("main form [name]:not([type=hidden]):not(button)").Select(e => e.GetAttribute("name")).Distinct()];

    private static Task<int> Count(CaseWorld world) => world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync());
}
