using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Access;

/// <summary>The municipality's log tells who did what in a course, and never what stood there.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task Without_a_second_factor_nothing_that_stood_in_a_course_is_seen()
    {
        using var world = await CaseWorld.New();
        var course = await world.Start();
        await world.Nurse.Submit($"{course}/quality", ("question", "Er hoftebruddet rett?"));
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);
        await world.App.Database(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.SecondFactorAt, (DateTimeOffset?)null)));

        var log = await coordinator.Get($"/m/{CaseWorld.Own}/log");

        Assert.Equal(HttpStatusCode.OK, log.Status);
        Assert.Contains("Startet et forløp", log.Text, StringComparison.Ordinal);
        Assert.All(["E-0147", "1944", "Gå til butikken", "Dusje selv", "hoftebruddet"], secret => Assert.DoesNotContain(secret, log.Page.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Get(log.Page.QuerySelector("td a")!.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task What_was_changed_is_told_in_words_and_never_by_the_keys_of_the_program()
    {
        using var app = new App();
        await Comparison.Seeded.Network(app, "utvikling", Comparison.Seeded.Disability, new DateOnly(2027, 1, 12), ("9901", "Eksempelvik"));
        var coordinator = await app.As(Role.Coordinator, "9901");
        await coordinator.Submit("/m/9901/utvikling/deliveries/2026", ("users", "48"), ("weeklyHours", "1843,5"), ("coercion-reason", "NotApplicable"), ("users-note", "Talt 31.12."));
        await coordinator.Submit("/m/9901/people", ("name", "Ola"), ("email", "ola@9901.example.no"), ("role", "Reader"));

        var log = (await coordinator.Get("/m/9901/log")).Page;
        var text = string.Join(' ', log.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("Lagret årlige tall", text, StringComparison.Ordinal);
        Assert.Contains("Prøvenettverket, 2026", text, StringComparison.Ordinal);
        Assert.Contains("Brukere 31. desember: 48 (Talt 31.12.)", text, StringComparison.Ordinal);
        Assert.Contains("Vedtakstimer i uka: 1 843,5", text, StringComparison.Ordinal);
        Assert.DoesNotContain("843,50", text, StringComparison.Ordinal);
        Assert.Contains("Brukere med vedtak om tvang og makt: ikke aktuelt", text, StringComparison.Ordinal);
        Assert.Contains("Gav en rolle", text, StringComparison.Ordinal);
        Assert.Contains("Rolle: leser", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[{}]|save-delivery|weeklyHours|NotApplicable|Reader|[0-9a-f]{8}-[0-9a-f]{4}", text);
    }

    [Fact]
    public async Task A_course_is_named_by_its_pseudonym_for_whoever_gave_the_second_factor()
    {
        using var world = await CaseWorld.New();
        await world.Start();

        Assert.Contains("E-0147", (await (await world.App.As(Role.Coordinator, CaseWorld.Own)).Get($"/m/{CaseWorld.Own}/log")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_action_has_words_of_its_own()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root(), "src/Web"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);
        var actions = sources.SelectMany(s => Regex.Matches(s, """[.\s](?:Note|Save)\((?:file, )?\s*(?:[\w ?.=]+\? )?"(?<one>[a-z]+(?:-[a-z]+)*)"(?: : "(?<two>[a-z-]+)")?""", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            .SelectMany(m => new[] { m.Groups["one"].Value, m.Groups["two"].Value }).Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(actions.Count > 25, $"{actions.Count} actions were found.");
        Assert.All(actions, a => Assert.True(Texts.Has($"access.action.{a}") || Texts.Has($"cases.did.{a}"), $"{a} has no words."));
    }

    [Fact]
    public async Task What_stood_there_is_one_step_away_in_the_history_which_notes_who_read_it()
    {
        using var world = await CaseWorld.New();
        var course = await world.Start();
        var coordinator = await world.App.As(Role.Coordinator, CaseWorld.Own);

        var link = (await coordinator.Get($"/m/{CaseWorld.Own}/log")).Page.QuerySelector("td a")!.GetAttribute("href")!;

        Assert.Equal($"{course}/history", link);
        Assert.Contains("Gå til butikken", (await coordinator.Get(link)).Text, StringComparison.Ordinal);
        Assert.True(await world.App.Database(db => db.Audit.AnyAsync(a => a.Action == Audit.ReadCase && a.PersonName == "Test Coordinator")));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
