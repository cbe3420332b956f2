using System.Net;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Networks;

public sealed class EnrolmentTests : IDisposable
{
    private const string Path = $"/networks/{Runs.Reablement}/enrol";

    /// <summary>Everything right: 7 842 inhabitants from the register, two participants.</summary>
    private static readonly (string Field, string Text)[] Right =
    [
        ("organisation", "123 456 785"),
        ("municipality", "9902"),
        ("name", "Kari Mønster"),
        ("email", "kari@provedal.example"),
        ("phone", "+47 55 00 00 00"),
        ("who-1", "Virksomhetsleder"), ("role-1", "manager"),
        ("who-2", "Ola Prøve"), ("role-2", "politician"), ("gatherings-2", "1"),
        ("status", "underWay"),
        ("anchoring", "administrative"), ("anchoring", "political"),
        ("comment", "Vi gleder oss."),
    ];

    private readonly App _app = new();

    [Fact]
    public async Task An_enrolment_is_kept_with_everything_its_fee_rests_on()
    {
        await _app.AddOpen();
        var browser = _app.Open();

        var sent = await browser.Submit(Path, Right);

        Assert.Equal(HttpStatusCode.Found, sent.Status);
        var row = await Stored("9902", Runs.Reablement);
        Assert.Equal($"/networks/{Runs.Reablement}/receipt/{row.Reference}", sent.Location);
        Assert.Matches("^[2-9BCDFGHJKMNPQRSTVWXYZ]{5}-[2-9BCDFGHJKMNPQRSTVWXYZ]{5}$", row.Reference);
        Assert.Equal(
            (EnrolmentState.Received, "Prøvedal", "123456785", 27_200, "5001-8000", 7842, new DateOnly(2027, 1, 1), "SSB 07459"),
            (row.State, row.MunicipalityName, row.OrganisationNumber, row.FeeAmount!.Value, row.FeeBand, row.Population, row.PopulationDate, row.PopulationSource));
        Assert.Equal(("underWay", "administrative political", "nb", "Vi gleder oss."), (row.Status, row.Anchoring, row.Language, row.Comment));
        var frozen = ProgrammeJson.ReadFee(row.FeeRule);
        Assert.Equal((27_200m, VatStatus.Excluded), (frozen.Amount!.Value, frozen.Vat));
        Assert.Null(frozen.Reading);
        var people = await _app.Database("9902", db => db.EnrolmentPeople.OrderBy(p => p.Number).ToListAsync());
        Assert.Equal(["Virksomhetsleder/manager/1 2 3 4", "Ola Prøve/politician/1"], people.Select(p => $"{p.Who}/{p.Role}/{p.Gatherings}"), StringComparer.Ordinal);
        Assert.Equal("enrol", (await _app.Database(db => db.Audit.SingleAsync())).Action);
    }

    [Fact]
    public async Task The_receipt_shows_what_was_sent_to_whoever_has_the_reference()
    {
        await _app.AddOpen();
        var browser = _app.Open("nn");
        var sent = await browser.Submit(Path, Right);

        var receipt = await _app.Open("nn").Get(sent.Location!);

        Assert.Equal(HttpStatusCode.OK, receipt.Status);
        foreach (var shown in new[] { "Prøvedal", "123 456 785", "Kari Mønster", "kari@provedal.example", "Virksomhetsleder", "Ola Prøve", "Folkevald", "I gang", "Administrativ leiing, Politisk leiing", "Vi gleder oss.", "Motteken", "7 842", "27 200" })
        {
            Assert.Contains(shown, receipt.Text.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.Get(sent.Location!.ToLowerInvariant())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/networks/{Runs.Reablement}/receipt/22222-22222")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(sent.Location.Replace(Runs.Reablement, Runs.Disability, StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task The_coordinator_gets_a_confirmation_and_the_leaders_a_word_each_in_their_language()
    {
        await _app.AddOpen();
        await _app.As(Role.Leader, network: Runs.Reablement);
        await _app.As(Role.Leader, network: Runs.Disability);
        await _app.Database(db => db.Persons.ExecuteUpdateAsync(p => p.SetProperty(x => x.Language, "nn")));

        await _app.Open("en").Submit(Path, Right);

        var mails = await _app.Database(db => db.Mails.OrderBy(m => m.Language).ToListAsync());
        Assert.Equal(2, mails.Count);
        var reference = (await Stored("9902", Runs.Reablement)).Reference;
        Assert.Equal(("kari@provedal.example", "en"), (mails[0].Recipient, mails[0].Language));
        Assert.Contains($"/networks/{Runs.Reablement}/receipt/{reference}", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("NOK\u00a027,200. Without VAT.", mails[0].Body, StringComparison.Ordinal);
        Assert.Contains("Prøvedal har meldt seg på", mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains($"/desk/{Runs.Reablement}", mails[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("municipality", "", "Velg hvilken kommune")]
    [InlineData("municipality", "9904", "9904")]
    [InlineData("organisation", "", "ni sifre")]
    [InlineData("organisation", "12345", "12345")]
    [InlineData("organisation", "123 456 784", "kontrollsiffer")]
    [InlineData("name", " ", "Skriv navnet")]
    [InlineData("email", "", "Skriv e-postadressen")]
    [InlineData("email", "kari(at)provedal", "kari(at)provedal")]
    [InlineData("phone", "", "Skriv telefonnummeret")]
    [InlineData("phone", "123", "123")]
    [InlineData("phone", "ring meg 55000000", "ring meg")]
    [InlineData("who-1", "", "Skriv navn eller funksjon for deltaker 1")]
    [InlineData("role-1", "", "Velg rollen til deltaker 1")]
    [InlineData("role-1", "king", "Velg rollen til deltaker 1")]
    [InlineData("gatherings-2", "9", "Kryss av for minst én samling for deltaker 2")]
    [InlineData("status", "", "Velg hvor langt")]
    [InlineData("status", "done", "Velg hvor langt")]
    [InlineData("comment", "Ring 17054026641 om brukeren.", "fødselsnummer")]
    public async Task A_field_that_is_wrong_or_missing_is_said_at_the_field_and_everything_typed_is_kept(string field, string typed, string said)
    {
        await _app.AddOpen();

        var page = await _app.Open().Submit(Path, [.. Right.Where(r => !string.Equals(r.Field, field, StringComparison.Ordinal)), (field, typed)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.StartsWith("Feil:", page.Page.Title, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($".ds-error-summary a[href='#{field}']"));
        foreach (var (kept, text) in Right.Where(r => !string.Equals(r.Field, field, StringComparison.Ordinal) && r.Field is "name" or "email" or "organisation" or "who-2"))
        {
            Assert.Equal(text, page.Page.GetElementById(kept)!.GetAttribute("value"));
        }

        Assert.Equal("Vi gleder oss.".Length, field is "comment" ? 14 : page.Page.GetElementById("comment")!.TextContent.Length);
        Assert.DoesNotContain("17054026641", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.Database(db => db.Enrolments.IgnoreQueryFilters().CountAsync()));
    }

    [Fact]
    public async Task An_empty_form_gets_a_message_at_every_field_that_must_be_filled_in()
    {
        await _app.AddOpen();

        var page = await _app.Open().Post(Path, ("rows", "4"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.All(new[] { "municipality", "organisation", "name", "email", "phone", "who-1", "status" }, field => Assert.NotNull(page.ErrorOf(field)));
    }

    [Fact]
    public async Task Figure_and_date_are_asked_for_when_the_register_has_none_and_then_frozen()
    {
        await _app.AddOpen();
        var browser = _app.Open();
        var others = Right.Where(r => r.Field is not "municipality").ToArray();

        var asked = await browser.Submit(Path, [.. others, ("municipality", "9901")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Contains("Skriv hvor mange", asked.ErrorOf("inhabitants"), StringComparison.Ordinal);
        Assert.NotNull(asked.ErrorOf("counted"));

        var sent = await browser.Send(asked, Path, ("inhabitants", "151 000"), ("counted", "2026-01-01"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        var row = await Stored("9901", Runs.Reablement);
        Assert.Equal((null, "150001-", 151_000, new DateOnly(2026, 1, 1), "oppgitt av kommunen"), (row.FeeAmount, row.FeeBand, row.Population, row.PopulationDate, row.PopulationSource));
        Assert.True(ProgrammeJson.ReadFee(row.FeeRule).ByAgreement);
    }

    [Fact]
    public async Task The_fee_is_shown_before_the_form_is_sent_without_complaint_about_the_rest()
    {
        await _app.AddOpen();
        var browser = _app.Open();

        var page = await browser.Submit(Path, ("municipality", "9902"), ("name", "Kari"), ("do", "fee"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("kr 27 200", page.Page.QuerySelector("output")!.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' '));
        Assert.Equal("Kari", page.Page.GetElementById("name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_more_participant_is_added_and_everything_typed_is_kept()
    {
        await _app.AddOpen();
        var browser = _app.Open();

        var page = await browser.Submit(Path, [.. Right, ("do", "row")]);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Page.GetElementById("who-5"));
        Assert.Equal(4, page.Page.QuerySelectorAll("input[name=gatherings-5][checked]").Length);
        Assert.Single(page.Page.QuerySelectorAll("input[name=gatherings-2][checked]"));
        Assert.Equal("Ola Prøve", page.Page.GetElementById("who-2")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Found, (await browser.Send(page, Path, ("who-5", "Sykepleier"), ("role-5", "nurse"))).Status);
        Assert.Equal(3, await _app.Database("9902", db => db.EnrolmentPeople.CountAsync()));
    }

    [Fact]
    public async Task Sending_the_same_form_twice_makes_one_enrolment()
    {
        await _app.AddOpen();
        var browser = _app.Open();
        var form = await browser.Get(Path);

        var first = await browser.Send(form, Path, Right);
        var second = await browser.Send(form, Path, Right);

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await _app.Database(db => db.Enrolments.IgnoreQueryFilters().CountAsync()));
        Assert.Equal(1, await _app.Database(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task The_same_form_sent_again_with_a_correction_says_that_the_first_stands()
    {
        await _app.AddOpen();
        var browser = _app.Open();
        var open = await browser.Get(Path);
        await browser.Send(open, Path, Right);
        var again = await browser.Send(open, Path, [.. Right.Where(t => t.Field is not "name"), ("name", "En Annen")]);

        Assert.EndsWith("?kept=first", again.Location, StringComparison.Ordinal);
        Assert.Contains("Det som ble sendt først, står", (await browser.Get(again.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_that_has_enrolled_is_told_so()
    {
        await _app.AddOpen();
        await _app.Open().Submit(Path, Right);

        var page = await _app.Open().Submit(Path, Right);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Prøvedal er allerede påmeldt (11. februar 2027 kl. 14.03)", page.ErrorOf("municipality"), StringComparison.Ordinal);
        Assert.Equal(1, await _app.Database(db => db.Enrolments.IgnoreQueryFilters().CountAsync()));
    }

    [Fact]
    public async Task A_flat_fee_asks_for_no_inhabitants_and_the_information_meeting_can_be_joined()
    {
        await _app.AddOpen();
        var path = $"/networks/{Runs.Disability}/enrol";

        var sent = await _app.Open().Submit(
            path,
            ("municipality", "9901"), ("organisation", "123456785"), ("name", "Kari"), ("email", "kari@eksempelvik.example"), ("phone", "55000000"), ("who-1", "Økonomisjef"), ("role-1", "finance"), ("meeting", "true"));

        Assert.Equal(HttpStatusCode.Found, sent.Status);
        var row = await Stored("9901", Runs.Disability);
        Assert.Equal((50_000, "", "", true, ""), (row.FeeAmount!.Value, row.FeeBand, row.PopulationSource, row.InformationMeeting, row.Status));
        Assert.Contains("omtrent kr 50 000.", (await _app.Open().Get(sent.Location!)).Text.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nb", "Påmeldingen er stengt")]
    [InlineData("nn", "Påmeldinga er stengd")]
    [InlineData("en", "Enrolment is closed")]
    public async Task The_day_after_the_deadline_the_form_is_closed_and_says_what_to_do(string language, string title)
    {
        await _app.AddOpen();
        var browser = _app.Open(language);
        var form = await browser.Get(Path);
        var deadline = new DateTimeOffset(2027, 3, 12, 22, 59, 0, TimeSpan.Zero);
        _app.Clock.Set(deadline);
        Assert.NotNull((await browser.Get(Path)).Page.QuerySelector("#municipality"));

        _app.Clock.Set(deadline.AddMinutes(2));
        var closed = await browser.Get(Path);
        var refused = await browser.Send(form, Path, Right);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (closed.Status, refused.Status));
        Assert.All(new[] { closed, refused }, page => Assert.Contains(title, page.Page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(0, await _app.Database(db => db.Enrolments.IgnoreQueryFilters().CountAsync()));
    }

    [Theory]
    [InlineData(NetworkState.Closed)]
    [InlineData(NetworkState.Running)]
    [InlineData(NetworkState.Ended)]
    public async Task A_network_that_is_not_open_takes_no_enrolment(NetworkState state)
    {
        await _app.AddPlaces();
        await _app.AddRun("hverdagsrehabilitering", Runs.Reablement, new DateOnly(2027, 4, 20), state);

        Assert.Equal(HttpStatusCode.Conflict, (await _app.Open().Post(Path, Right)).Status);
        Assert.NotNull((await _app.Open().Get(Path)).Page.QuerySelector(".note"));
    }

    [Fact]
    public async Task A_draft_takes_no_enrolment_and_is_not_found()
    {
        await _app.AddRun("hverdagsrehabilitering", Runs.Reablement, new DateOnly(2027, 4, 20), NetworkState.Draft);

        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Post(Path, Right)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Open().Get(Path)).Status);
    }

    [Theory]
    [InlineData("nb", "Meld på kommunen")]
    [InlineData("nn", "Meld på kommunen")]
    [InlineData("en", "Enrol the municipality")]
    public async Task The_form_has_a_label_for_every_field_in_every_language(string language, string title)
    {
        await _app.AddOpen();
        var browser = _app.Open(language);
        _app.Sql.Reset();

        var page = (await browser.Get($"{Path}?municipality=9902")).Page;

        Assert.InRange(_app.Sql.Commands.Count, 1, 10);
        Assert.Equal(title, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("output"));
        Assert.All(page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea"), field => Assert.NotNull(page.QuerySelector($"label[for='{field.Id}']")));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("/privacy", "nb", "Personvern")]
    [InlineData("/privacy", "nn", "Personvern")]
    [InlineData("/accessibility", "nn", "Tilgjenge")]
    [InlineData("/accessibility", "en", "Accessibility")]
    public async Task The_statements_every_page_links_to_are_there(string path, string language, string title)
    {
        var page = await _app.Open(language).Get(path);

        Assert.Equal((HttpStatusCode.OK, title), (page.Status, page.Page.QuerySelector("h1")!.TextContent));
    }

    public void Dispose() => _app.Dispose();

    private Task<EnrolmentRow> Stored(string municipality, string network) =>
        _app.Database(municipality, db => db.Enrolments.AsNoTracking().SingleAsync(e => e.Network == network && e.Municipality == MunicipalityCode.Parse(municipality, null)));
}
