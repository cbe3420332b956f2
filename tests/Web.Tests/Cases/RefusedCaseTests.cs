using System.Net;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Cases;

public sealed class RefusedCaseTests
{
    /// <summary>A made-up number of the synthetic series, with the right check digits.</summary>
    private const string IdentityNumber = "15824410051";

    [Theory]
    [InlineData("pseudonym", "", "Skriv et pseudonym, for eksempel E-0147.")]
    [InlineData("pseudonym", "Kari Nordmann", "Du skrev «Kari Nordmann». Bruk bokstaver, bindestrek og minst ett tall, som E-0147. Aldri et navn.")]
    [InlineData("pseudonym", "12345678901", "Du skrev «12345678901». Bruk bokstaver, bindestrek og minst ett tall, som E-0147. Aldri et navn.")]
    [InlineData("birth-year", "", "Skriv året med fire siffer, fra 1900 til 2027.")]
    [InlineData("birth-year", "44", "Skriv året med fire siffer, fra 1900 til 2027.")]
    [InlineData("birth-year", "2010", "Brukeren er 16 år ved start. Forløp er for dem som er fylt 18. Se om fødselsåret er rett.")]
    [InlineData("sex", "", "Velg kjønn.")]
    [InlineData("household", "Castle", "Velg hvem brukeren bor sammen med.")]
    [InlineData("user", "", "Velg om brukeren hadde hjemmetjenester fra før.")]
    [InlineData("started-on", "", "Skriv dagen forløpet begynte.")]
    [InlineData("started-on", "16/11", "Du skrev «16/11». Skriv datoen slik: 11.02.2027.")]
    [InlineData("started-on", "2027-06-01", "1. juni 2027 er mer enn en måned fram. Skriv dagen forløpet begynner.")]
    public async Task A_new_course_with_a_fault_is_shown_again_with_its_message(string field, string typed, string message)
    {
        using var world = await CaseWorld.New();
        (string, string)[] good = [("pseudonym", "E-0147"), ("birth-year", "1944"), ("sex", "Woman"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", "new"), ("unit", "Sone øst"), ("started-on", "16.11.2026")];

        var refused = await CaseWorld.Register(world.Nurse, [.. good.Select(f => string.Equals(f.Item1, field, StringComparison.Ordinal) ? (field, typed) : f)]);
        var shown = refused.Location is { } screen ? await world.Nurse.Get(screen) : refused;

        Assert.Equal(message, shown.ErrorOf(field));
        var last = refused.Location is null ? refused : await world.Nurse.Get(refused.Location.Split("?check")[0][..^1] + "4");
        Assert.Equal("Sone øst", last.Page.QuerySelector("[name=unit]")!.GetAttribute("value"));
        refused = shown;
        Assert.StartsWith("Feil: ", refused.Page.Title, StringComparison.Ordinal);
        Assert.Equal(0, await Count(world));
    }

    [Theory]
    [InlineData("pseudonym")]
    [InlineData("unit")]
    public async Task An_identity_number_is_refused_and_not_shown_again(string field)
    {
        using var world = await CaseWorld.New();

        var refused = await world.Nurse.Post(
            $"{CaseWorld.List}/new/{Guid.CreateVersion7(App.Start)}/{(field is "pseudonym" ? 1 : 4)}", (field, IdentityNumber), ("birth-year", "1944"), ("sex", "Woman"), ("household", "Alone"), ("referral", "Hospital"), ("condition", "Fracture"), ("user", "new"), ("started-on", "2026-11-16"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Her sto det et fødselsnummer", refused.ErrorOf(field), StringComparison.Ordinal);
        Assert.DoesNotContain(IdentityNumber, refused.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(0, await Count(world));
    }

    [Theory]
    [InlineData("text1", "", "Skriv minst ett mål.")]
    [InlineData("domain1", "", "Velg området målet hører til.")]
    [InlineData("instrument", "GAS", "Velg COPM eller PSFS.")]
    [InlineData("licence", "", "Kryss av for at kommunen har lisens, eller velg PSFS.")]
    [InlineData("text1", IdentityNumber, "Her sto det et fødselsnummer eller D-nummer. Slike numre skal aldri inn i Mestring. Skriv noe som ikke peker på en person.")]
    public async Task Goals_with_a_fault_are_shown_again_with_the_message(string field, string typed, string message)
    {
        using var world = await CaseWorld.New();
        var address = await world.Start(goals: false);
        (string, string)[] good = [("text1", "Dusje selv"), ("domain1", "SelfCare"), ("instrument", "Copm"), ("licence", "true")];

        var refused = await world.Nurse.Submit($"{address}/goals", [.. good.Select(f => string.Equals(f.Item1, field, StringComparison.Ordinal) ? (field, typed) : f)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(message, refused.ErrorOf(field));
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Goals.CountAsync()));
    }

    [Theory]
    [InlineData("status", "", "Velg hvordan det gikk.")]
    [InlineData("on", "", "Skriv dagen brukeren ble målt.")]
    [InlineData("on", "i går", "Du skrev «i går». Skriv datoen slik: 11.02.2027.")]
    [InlineData("on", "2026-11-15", "Målingen er 15.11.2026, før forløpet startet 16.11.2026. Rett en av datoene.")]
    [InlineData("on", "2027-02-12", "12.02.2027 har ikke vært ennå. Skriv dagen personen ble målt.")]
    public async Task A_measurement_that_cannot_have_been_is_refused(string field, string typed, string message)
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        (string, string)[] good = [("status", "Done"), ("on", "2027-01-25")];

        var refused = await world.Nurse.Submit($"{address}/measurements/weeks10/status", [.. good.Select(f => string.Equals(f.Item1, field, StringComparison.Ordinal) ? (field, typed) : f)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(message, refused.ErrorOf(field));
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Measurements.CountAsync()));
    }

    [Theory]
    [InlineData("goals", "performance1", "11", "Du skrev 11. Velg et helt tall fra 1 til 10.")]
    [InlineData("goals", "performance1", "0", "Du skrev 0. Velg et helt tall fra 1 til 10.")]
    [InlineData("goals", "satisfaction2", "", "Skriv et tall fra 1 til 10, eller kryss av for at det ikke er vurdert.")]
    [InlineData("goals", "satisfaction2", "7,5", "Du skrev 7,5. Velg et helt tall fra 1 til 10.")]
    [InlineData("sppb", "gait", "5", "Velg poeng, eller «Ikke gjennomført».")]
    [InlineData("sppb", "chair", "", "Velg poeng, eller «Ikke gjennomført».")]
    [InlineData("service", "service", "6", "Velg et svar, eller «Ikke spurt eller ikke svart».")]
    [InlineData("service", "service2", "", "Velg et svar, eller «Ikke spurt eller ikke svart».")]
    [InlineData("service", "by", "", "Velg hvem som skrev svarene.")]
    [InlineData("hours", "hours1", "-1", "Du skrev -1. Skriv timer i uka fra 0 til 168, for eksempel 2,5.")]
    [InlineData("hours", "hours15", "168,5", "Du skrev 168,5. Skriv timer i uka fra 0 til 168, for eksempel 2,5.")]
    [InlineData("hours", "hours9", "mye", "Du skrev mye. Skriv timer i uka fra 0 til 168, for eksempel 2,5.")]
    [InlineData("hours", "known", "none", "Du har skrevet timer, men valgt at det ikke er noen. Fjern timene, eller velg «Timene over er sjekket og stemmer».")]
    public async Task An_impossible_answer_is_shown_again_with_its_message_and_nothing_is_saved(string part, string field, string typed, string message)
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        var screen = $"{address}/measurements/weeks10/{part}{(part is "sppb" ? "?by=points" : null)}";
        await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-25"));
        (string, string)[] good = part switch
        {
            "goals" => [("performance1", "6"), ("satisfaction1", "7"), ("performance2", "8"), ("satisfaction2", "8")],
            "sppb" => [("balance", "3"), ("gait", "3"), ("chair", "2")],
            "service" => [("service", "4"), ("service2", "5"), ("by", "Alone")],
            _ => [("hours1", "2,5"), ("hours15", "1"), ("hours9", ""), ("known", "typed")],
        };

        var refused = await world.Nurse.Submit(screen, [.. good.Select(f => string.Equals(f.Item1, field, StringComparison.Ordinal) ? (field, typed) : f)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(message, refused.ErrorOf(field));
        Assert.NotNull(refused.Page.QuerySelector($".ds-error-summary a[href='#{field}']"));
        Assert.Equal(0, await world.App.Database(CaseWorld.Own, db => db.Audit.CountAsync(a => a.Action == $"measure-{part}")));
        Assert.Equal($"{address}/measurements/weeks10/{(part is "service" ? "hours" : part is "hours" ? "summary" : part is "sppb" ? "service" : "sppb")}", (await world.Nurse.Submit(screen, good)).Location);
    }

    [Fact]
    public async Task Nothing_said_about_hours_is_refused_because_silence_is_not_zero()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();
        await world.Nurse.Submit($"{address}/measurements/start/status", ("status", "Done"), ("on", "2026-11-16"));

        var refused = await world.Nurse.Submit($"{address}/measurements/start/hours", ("known", "typed"));

        Assert.Equal("Skriv timene, eller velg «ingen vedtakstimer» eller «vi vet ikke» nederst.", refused.ErrorOf("hours1"));
    }

    [Fact]
    public async Task A_measurement_outside_its_window_is_saved_and_noticed()
    {
        using var world = await CaseWorld.New();
        var address = await world.Start();

        var asked = await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-04"));
        Assert.Equal("4. januar 2027 er utenfor tiden målingen teller for, 11. januar 2027 til 15. februar 2027. Rett datoen, eller kryss av for at den er rett.", asked.ErrorOf("outside"));
        var saved = await world.Nurse.Submit($"{address}/measurements/weeks10/status", ("status", "Done"), ("on", "2027-01-04"), ("outside", "true"));

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("04.01.2027 er utenfor tiden målingen teller for", (await world.Nurse.Get($"{address}/measurements/weeks10/summary")).Text, StringComparison.Ordinal);
        Assert.Contains("04.01.2027 er utenfor tiden", (await world.Nurse.Get(address)).Text, StringComparison.Ordinal);
    }

    private static Task<int> Count(CaseWorld world) => world.App.Database(CaseWorld.Own, db => db.Cases.CountAsync());
}
