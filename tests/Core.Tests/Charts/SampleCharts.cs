using System.Globalization;
using Mestring.Core.Charts;

namespace Mestring.Tests.Samples;

/// <summary>One chart of each kind, with invented municipalities and figures, and names long enough to be in the way.</summary>
internal static class SampleCharts
{
    public static IReadOnlyList<Chart> All { get; } =
    [
        Change(), Comparison(), Maturity(), Important(), Goals(), OnePerson(), Months(), Course(), Hours(), Counts(), Gatherings(), Squares(),
    ];

    public static IntervalChart Change() => new(
        Words("endring", "Gjennomsnittlig endring siden start", "Poeng. Strek: 95 % usikkerhet. Stiplet: grensen for viktig endring.", "Brukerne vurderer utførelsen 2,7 poeng høyere etter 10 uker (2,2 til 3,2)."),
        Axis.Around([-0.4, 3.5], Signed, includeZero: true),
        [
            new("COPM utførelse", [new("10 uker", "n = 52", "+2,7 (2,2–3,2)", 2.7, 2.2, 3.2), new("6 md.", "n = 29", "+2,4 (1,7–3,1)", 2.4, 1.7, 3.1), new("12 md.", "n = 8", "8 målt, for få til å vise gjennomsnitt")], 3.0),
            new("SPPB", [new("10 uker", "n = 52", "+1,3 (0,8–1,8)", 1.3, 0.8, 1.8), new("6 md.", "n = 29", "+0,4 (−0,4 til 1,2)", 0.4, -0.4, 1.2)], 1.0),
        ]);

    public static ComparisonChart Comparison() => new(
        Words("legekontroll", "Legekontroll siste 12 månader", "Prosent av brukarane. Strek: 95 % uvisse. Kommunane står alfabetisk.", "70 prosent i Dømevik, 69 prosent i nettverket."),
        Axis.Between(40, 100, 20, v => $"{Plain(v)} %"),
        [
            new("Dømevik", "70 %", "58–80", 70, 58, 80, IsOwn: true), new("Kladdeby", "68 %", "60–75", 68, 60, 75), new("Skissefjord og Utkastnes interkommunale", ":", "", Why: "skjult"),
            new("Testnes", "59 %", "44–72", 59, 44, 72), new("Utkastnes", "..", "", Why: "ikkje meldt"), new("Øvingsund", "100 %", "93–100", 100, 93, 100),
        ],
        new("Nettverket", "69 %", "65–72", 69, 65, 72));

    public static StackedChart Maturity() => new(
        Words("modenhet", "Hvor mange er målt?", "Av 72 som startet", "Etter 10 uker er 52 av 58 forfalte målt."),
        [Measured("10 uker", 52, 6, 11, 3), Measured("6 måneder", 29, 6, 34, 3), Measured("12 måneder", 8, 3, 60, 1), Measured("24 måneder", 0, 0, 72, 0)]);

    public static StackedChart Important() => new(
        Words("andel", "Hvor mange har en viktig endring?", "Etter 10 uker, 52 personer.", "Om lag halvparten har en viktig endring i utførelse."),
        [Divided("COPM utførelse: 48 % (35–61) har viktig endring", 25, 20, 7), Divided("SPPB: 65 % (52–77) har viktig endring", 34, 13, 5)]);

    public static BeforeAfterChart Goals() => new(
        Words("omrade", "Hva ville brukerne mestre, og hvordan gikk det?", "COPM utførelse 1–10. Sirkel: ved start. Rute: etter 10 uker.", "Hvert tredje mål handler om forflytning og gange."),
        Axis.Between(1, 10, 3, Plain),
        [
            new("", [
                new("Forflytning og gange", "+3,1", 3.6, 6.7, "3,6", "6,7", "46 mål"), new("Personlig stell", "−0,2", 4.4, 4.2, "4,4", "4,2", "34 mål"),
                new("Husarbeid", "0", 10, 10, "10,0", "10,0", "27 mål"), new("Rolige fritidsaktiviteter", "+2,7", 4.1, 6.8, "4,1", "6,8", "9 mål", IsFew: true),
                new("Sosiale aktiviteter", "mangler", 1, null, "1,0", "", "6 mål"),
            ]),
        ]);

    public static BeforeAfterChart OnePerson() => new(
        Words("mal", "Mål", "Brukerens egen vurdering, 1–10. Sirkel: ved start. Rute: etter 10 uker.", "Utførelsen har økt fra 4,0 til 7,0 i snitt."),
        Axis.Between(1, 10, 3, Plain),
        [
            new("Gå til butikken og handle selv", [new("Utførelse", "+3", 3, 6, "3", "6"), new("Tilfredshet", "+5", 2, 7, "2", "7")]),
            new("Dusje uten hjelp", [new("Utførelse", "+4", 4, 8, "4", "8"), new("Tilfredshet", "+9", 1, 10, "1", "10")]),
        ]);

    public static RunChart Months()
    {
        int?[] values = [2, 3, 5, 4, 5, null, 6, 5, 2, 5, 6, 7, 6, 4, 6];
        string[] names = ["nov", "des", "jan", "feb", "mars", "april", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des", "jan"];
        var points = values.Select((v, i) => new RunPoint(names[i], v, v is null ? "mangler" : Plain(v.Value), i switch { 0 => "2025", 2 => "2026", 14 => "2027", _ => null }, i == 14 ? "6 i januar" : null));
        return new(
            Words("inklusjon", "Nye brukere hver måned", "Antall som startet, november 2025 – januar 2027", "Median 5 nye i måneden."),
            Axis.Around([0, 8], Plain, includeZero: true), [.. points], 5, "median 5", [new(0.8, "samling 2"), new(3.1, "samling 3"), new(5.7, "samling 4")]);
    }

    public static RunChart Course() => new(
        Words("timer", "Vedtakstimer før, underveis og etter", "Timer i uka, 29 personer med alle fire vedtak", "Fra 6,8 timer før til 5,0 timer ved slutt."),
        Axis.Around([0, 6.8], Plain, includeZero: true),
        [new("før", 6.8, "6,8", Shown: "6,8"), new("slutt", 5.0, "5,0", Shown: "5,0"), new("6 måneder", 5.2, "5,2", Shown: "5,2"), new("12 måneder", 4.9, "4,9", Shown: "4,9")]);

    public static StepChart Hours() => new(
        Words("vedtak", "Vedtakstimer", "Timer i uka, hjemmetjenester samlet", "Fra 9,0 timer ved start til 4,0 timer nå."),
        Axis.Between(0, 10, 5, Plain),
        new(2026, 11, 1), new(2027, 3, 15),
        [new(new(2026, 11, 1), 9, "9,0"), new(new(2026, 12, 14), 6.5, "6,5"), new(new(2027, 1, 25), 4, "4,0")],
        new(new(2027, 2, 11), "i dag"),
        [new(new(2026, 11, 1), "nov"), new(new(2026, 12, 1), "des"), new(new(2027, 1, 1), "jan"), new(new(2027, 2, 1), "feb"), new(new(2027, 3, 1), "mars")],
        [new(new(2026, 11, 16), "start"), new(new(2027, 1, 25), "10 uker")]);

    public static CountChart Counts() => new(
        Words("forlop", "Hvor mange forløp er registrert?", "Forløp med startmåling, per 11. februar 2027", "Tre kommuner har registrert fem forløp eller flere."),
        Axis.Around([0, 21], Plain, includeZero: true),
        [new("Prøvedal", "9", 9, IsOwn: true), new("Testnes", ":", null, Why: "skjult"), new("Utkastøy", "0", 0), new("Kladdeby", "21", 21), new("Modellmo", "..", null, Why: "ikke meldt")]);

    public static GatheringLine Gatherings() => new(
        Words("tidslinje", "Nettverket på en tidslinje", "", "Fire samlinger på to dager."),
        new(2027, 8, 15), new(2028, 5, 10),
        [.. Enumerable.Range(0, 9).Select(i => new DateOnly(2027, 9, 1).AddMonths(i)).Select(m => new DayLabel(m, m.Month is 1 or 9 ? m.ToString("MMM yyyy", CultureInfo.GetCultureInfo("nb-NO")) : m.ToString("MMM", CultureInfo.GetCultureInfo("nb-NO"))))],
        [new(new(2027, 10, 12), "1", "12.–13. okt."), new(new(2027, 11, 23), "2", "23.–24. nov."), new(new(2028, 2, 1), "3", "1.–2. feb."), new(new(2028, 4, 25), "4", "25.–26. april")],
        new(new(2027, 9, 1), "frist"), new(new(2027, 12, 1), "Registrering av brukere"));

    public static MemberSquares Squares() => new(
        Words("plasser", "Plasser i nettverket", "", "Åtte av ti plasser er tatt. Minst seks kommuner kreves."), 8, 6, 10, "minst 6", "plass til 10");

    private static StackedRow Measured(string label, int measured, int missing, int early, int over) => new(label,
        [Part(measured, "målt", Ink.BarOwn), Part(missing, "mangler", Ink.BarHatched), Part(early, "ikke forfalt", Ink.BarLight), Part(over, "utgått", Ink.BarEmpty)]);

    private static StackedRow Divided(string label, int better, int little, int worse) => new(label,
        [Part(better, "bedre", Ink.BarOwn), Part(little, "liten eller ingen", Ink.BarLight), Part(worse, "dårligere", Ink.BarHatched)]);

    private static StackedPart Part(int count, string what, Ink ink) => new(count, $"{Plain(count)} {what}", Plain(count), ink);

    private static ChartText Words(string id, string title, string unit, string reading) =>
        new(id, title, unit, reading, $"Figur: {title}.", [new("Rad"), new("Verdi", true)], [new(["Dømevik", "4,9"], true), new(["Testnes", ":"])], "Bare personer som er målt begge ganger. Det finnes ingen sammenligningsgruppe.");

    private static string Plain(double value) => value.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',').Replace('-', '−');

    private static string Signed(double value) => value > 0 ? $"+{Plain(value)}" : Plain(value);
}
