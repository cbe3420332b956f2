using System.Text;
using Mestring.Core;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Formats.Tables;
using Mestring.Web.Design;
using Mestring.Web.Imports;
using Mestring.Web.Storage;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>Files as they come, each named after its fault, and what a person is told.</summary>
public sealed class MessyFileTests
{
    private const string Head = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart";
    private const string Good = "E-1;1944;Kvinne;alene;nei;01.12.2026";
    private const string Full = Head + ";Mål 1;Mål 1 utførelse start;Mål 1 tilfredshet start;Dato 10 uker;TUG start;SPPB balanse start;SPPB gange start;SPPB reise seg start;SPPB sum start;Tjeneste;Timer;Vedtak fra;Vedtak til;Slutt;Sluttårsak;Enhet";

    /// <summary>Name of the fault, the file, and the title and the rest of what is said.</summary>
    public static TheoryData<string, string, string> Faults => new()
    {
        // Who it is about.
        { "pseudonym is a name", Rows(Head, "Kari Nordmann;1944;Kvinne;alene;nei;01.12.2026"), "Pseudonym som ikke kan brukes" },
        { "pseudonym is a date of birth", Rows(Head, "12041944;1944;Kvinne;alene;nei;01.12.2026"), "Pseudonym som ikke kan brukes" },
        { "pseudonym is too long", Rows(Head, "E-123456-ABCDEF-123456-X;1944;Kvinne;alene;nei;01.12.2026"), "Pseudonym som ikke kan brukes" },
        { "pseudonym is missing", Rows(Head, ";1944;Kvinne;alene;nei;01.12.2026"), "Mangler: Pseudonym" },
        { "pseudonym is an identity number", Rows(Head, "13097248022;1944;Kvinne;alene;nei;01.12.2026"), "Fødselsnummer" },
        { "pseudonym is an identity number in two parts", Rows(Head, "130972 48022;1944;Kvinne;alene;nei;01.12.2026"), "Fødselsnummer" },
        { "identity number in a column nobody reads", Rows(Head + ";Fnr;Navn", Good + ";13097248022;x"), "Fødselsnummer i en kolonne som ikke blir lest | Vi har ikke lagret numrene" },
        { "identity number in a column nobody reads is pointed out", Rows(Head + ";Fnr;Navn", Good + ";13097248022;x"), "2 G Fnr 11 siffer, skjult" },
        { "identity number in a note", Rows(Head + ";Enhet", Good + ";fnr 13097248022"), "Fødselsnummer" },

        // Years, days and ages.
        { "birth year is missing", Rows(Head, "E-1;;Kvinne;alene;nei;01.12.2026"), "Mangler: Fødselsår" },
        { "birth year has two digits", Rows(Head, "E-1;44;Kvinne;alene;nei;01.12.2026"), "Fødselsår: Utenfor skalaen" },
        { "birth year is an age", Rows(Head, "E-1;82 år;Kvinne;alene;nei;01.12.2026"), "Fødselsår: Ikke et tall" },
        { "person is a child", Rows(Head, "E-1;2015;Kvinne;alene;nei;01.12.2026"), "Fødselsår: Stemmer ikke med resten" },
        { "start is missing", Rows(Head, "E-1;1944;Kvinne;alene;nei;"), "Mangler: Startdato" },
        { "start does not exist", Rows(Head, "E-1;1944;Kvinne;alene;nei;31.02.2026"), "Startdato: Dato som ikke finnes" },
        { "start has month before day", Rows(Head, "E-1;1944;Kvinne;alene;nei;12.13.2026"), "13.12.2026" },
        { "start can be read both ways", Rows(Head, "E-1;1944;Kvinne;alene;nei;3/4/2026"), "03.04.2026 / 04.03.2026" },
        { "start has three digits in the year", Rows(Head, "E-1;1944;Kvinne;alene;nei;3.5.206"), "Startdato: Dato som ikke finnes" },
        { "start is a word", Rows(Head, "E-1;1944;Kvinne;alene;nei;i fjor"), "Startdato: Dato som ikke finnes" },
        { "start is years ahead", Rows(Head, "E-1;1944;Kvinne;alene;nei;01.12.2036"), "Startdato: Dato som ikke har vært" },
        { "start is a formula error", Rows(Head, "E-1;1944;Kvinne;alene;nei;#REF!"), "Startdato: Feil fra Excel" },
        { "end is before the start", Rows(Full, With(Good, 19, "01.11.2026", 20, "Flyttet")), "Sluttdato: Stemmer ikke med resten" },
        { "end has no reason", Rows(Full, With(Good, 19, "10.01.2027")), "Sluttgrunn: Stemmer ikke med resten" },
        { "reason has no end", Rows(Full, With(Good, 20, "Flyttet")), "Sluttdato: Stemmer ikke med resten" },
        { "end is in the future", Rows(Full, With(Good, 19, "10.10.2027", 20, "Flyttet")), "Sluttdato: Stemmer ikke med resten" },

        // Words and codes.
        { "sex is a word nobody knows", Rows(Head, "E-1;1944;Dame;alene;nei;01.12.2026"), "Kjønn: Ord vi ikke kjenner" },
        { "sex is missing", Rows(Head, "E-1;1944;;alene;nei;01.12.2026"), "Mangler: Kjønn" },
        { "household is a number", Rows(Head, "E-1;1944;Kvinne;3;nei;01.12.2026"), "Husstand: Ord vi ikke kjenner" },
        { "household is missing", Rows(Head, "E-1;1944;Kvinne;;nei;01.12.2026"), "Mangler: Husstand" },
        { "new user is a perhaps", Rows(Head, "E-1;1944;Kvinne;alene;kanskje;01.12.2026"), "Ny bruker: Ord vi ikke kjenner" },
        { "new user is missing", Rows(Head, "E-1;1944;Kvinne;alene;;01.12.2026"), "Mangler: Ny bruker" },
        { "end reason is unknown", Rows(Full, With(Good, 19, "10.01.2027", 20, "diverse")), "Sluttgrunn: Ord vi ikke kjenner" },
        { "service is unknown", Rows(Full, With(Good, 15, "99", 16, "3", 17, "01.12.2026")), "Vedtak, tjeneste: Ord vi ikke kjenner" },
        { "unit is longer than its field", Rows(Full, With(Good, 21, new string('x', 61))), "Enhet eller team: Teksten er for lang" },

        // Numbers.
        { "TUG is words", Rows(Full, With(Good, 10, "tolv")), "TUG, sekunder: Ikke et tall" },
        { "TUG has a unit", Rows(Full, With(Good, 10, "12,5 s")), "TUG, sekunder: Ikke et tall" },
        { "TUG has a thousands separator", Rows(Full, With(Good, 10, "1 012")), "TUG, sekunder: Utenfor skalaen" },
        { "TUG has two decimal commas", Rows(Full, With(Good, 10, "1,2,3")), "TUG, sekunder: Ikke et tall" },
        { "TUG is negative", Rows(Full, With(Good, 10, "-5")), "TUG, sekunder: Utenfor skalaen" },
        { "TUG is zero", Rows(Full, With(Good, 10, "0")), "TUG, sekunder: Utenfor skalaen" },
        { "TUG is an hour", Rows(Full, With(Good, 10, "3600")), "TUG, sekunder: Utenfor skalaen" },
        { "TUG is not a number of a spreadsheet", Rows(Full, With(Good, 10, "NaN")), "TUG, sekunder: Ikke et tall" },
        { "TUG is an error of a spreadsheet in Norwegian", Rows(Full, With(Good, 10, "#I/T")), "TUG, sekunder: Feil fra Excel" },
        { "unit is what a column shows that is too narrow", Rows(Full, With(Good, 21, "#######")), "Enhet eller team: Feil fra Excel" },
        { "a case begins beside another", Rows(Head, Good, "E-1;1944;Kvinne;alene;nei;02.12.2026"), "2  01.12.2026 02.12.2026" },
        { "SPPB task is above four", Rows(Full, With(Good, 11, "5")), "SPPB balanse, poeng: Utenfor skalaen" },
        { "SPPB task has decimals", Rows(Full, With(Good, 11, "2,5")), "SPPB balanse, poeng: Ikke et helt tall" },
        { "SPPB total does not agree with its tasks", Rows(Full, With(Good, 11, "3", 12, "2", 13, "2", 14, "8")), "SPPB sum: Stemmer ikke med resten" },
        { "SPPB total is above twelve", Rows(Full, With(Good, 14, "13")), "SPPB sum: Utenfor skalaen" },
        { "COPM rating is zero", Rows(Full, With(Good, 6, "Gå tur", 7, "0", 8, "4")), "Tallet 0 i COPM, der skalaen er 1–10" },
        { "COPM rating is eleven", Rows(Full, With(Good, 6, "Gå tur", 7, "11", 8, "4")), "utførelse: Utenfor skalaen" },
        { "COPM rating has decimals", Rows(Full, With(Good, 6, "Gå tur", 7, "4,5", 8, "4")), "utførelse: Ikke et helt tall" },
        { "walk took no time", Rows(Head + ";Gangtid 1 start", Good + ";0"), "0 sekunder | 0 kan bety at personen prøvde" },
        { "chair stands took no time", Rows(Head + ";Reise seg tid start", Good + ";0,0"), "0 sekunder" },
        { "SPPB total stands alone", Rows(Full, With(Good, 14, "9")), "SPPB sum uten de tre delene" },
        { "goal is rated without a text", Rows(Full, With(Good, 7, "4", 8, "4")), "Mål uten tekst" },
        { "goal text is longer than its field", Rows(Full, With(Good, 6, new string('x', 121))), "tekst: Teksten er for lang" },

        // Measurements and decisions.
        { "measured before the start", Rows(Full, With(Good, 9, "01.10.2026")), "dato: Stemmer ikke med resten" },
        { "measured in the future", Rows(Full, With(Good, 9, "01.10.2027")), "dato: Stemmer ikke med resten" },
        { "measured outside its window", Rows(Full, With(Good, 9, "02.12.2026")), "dato: Uvanlig" },
        { "decision has no service", Rows(Full, With(Good, 16, "3", 17, "01.12.2026")), "Vedtak uten tjeneste, timer eller fra-dato" },
        { "decision has no hours", Rows(Full, With(Good, 15, "1", 17, "01.12.2026")), "Vedtak uten tjeneste, timer eller fra-dato" },
        { "decision has more hours than a week", Rows(Full, With(Good, 15, "1", 16, "200", 17, "01.12.2026")), "Vedtak, timer: Stemmer ikke med resten" },
        { "decision ends before it begins", Rows(Full, With(Good, 15, "1", 16, "2", 17, "01.12.2026", 18, "01.11.2026")), "Vedtak, til: Stemmer ikke med resten" },
        { "hours are many", Rows(Full, With(Good, 15, "1", 16, "64", 17, "01.12.2026")), "Vedtak, timer: Uvanlig" },
        { "two decisions on one service overlap", Rows(Full, With(Good, 15, "1", 16, "2", 17, "01.10.2026"), With(Good, 15, "1", 16, "3", 17, "01.11.2026")), "Vedtak, fra: Stemmer ikke med resten" },

        // Working time.
        { "working time has no week", Rows(Head + ";Uke;Faggruppe;Direktetid", Good + ";;Ergoterapeut;60"), "Arbeidstid uten uke eller faggruppe" },
        { "working time has no profession", Rows(Head + ";Uke;Faggruppe;Direktetid", Good + ";3;;60"), "Arbeidstid uten uke eller faggruppe" },
        { "working time is of week 53", Rows(Head + ";Uke;Faggruppe;Direktetid", Good + ";53;Ergoterapeut;60"), "uke i forløpet, 1 til 52: Utenfor skalaen" },
        { "profession is a word nobody knows", Rows(Head + ";Uke;Faggruppe;Direktetid", Good + ";3;Rektor;60"), "faggruppe: Ord vi ikke kjenner" },
        { "working time is more than a week has", Rows(Head + ";Uke;Faggruppe;Reisetid", Good + ";3;Ergoterapeut;20000"), "minutter på vei: Utenfor skalaen" },
        { "two rows tell of one week", Rows(Head + ";Uke;Faggruppe;Direktetid", Good + ";3;Ergoterapeut;60", Good + ";3;Ergoterapeut;90"), "minutter med brukeren: To rader om det samme sier hver sitt" },

        // The shape of the file.
        { "row has a separator too many", Rows(Head, Good + ";x;y"), "Raden har flere celler enn overskriften" },
        { "two rows say different things", Rows(Head, Good, "E-1;1945;Kvinne;alene;nei;01.12.2026"), "Fødselsår: To rader om det samme sier hver sitt" },
        { "row does not say which measurement", Rows(Head + ";Måling;TUG", Good + ";;14"), "Raden sier ikke hvilken måling den er" },
        { "measurement is a word nobody knows", Rows(Head + ";Måling;TUG", Good + ";kontroll;14"), "Hvilken måling raden gjelder: Ord vi ikke kjenner" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_messy_file_is_explained(string fault, string file, string said)
    {
        Assert.NotEmpty(fault);
        using var world = await ImportWorld.New();
        var explained = await Explain(world, Encoding.UTF8.GetBytes(file));
        Assert.Contains(said, explained, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void There_are_sixty_of_them() => Assert.InRange(Faults.Count, 60, 100);

    private static string Rows(string head, params string[] rows) => string.Join('\n', [head, .. rows]) + "\n";

    /// <summary>The row with values put into columns.</summary>
    private static string With(string row, params object[] values)
    {
        var cells = row.Split(';').Concat(Enumerable.Repeat("", Full.Split(';').Length - row.Split(';').Length)).ToArray();
        for (var i = 0; i < values.Length; i += 2)
        {
            cells[(int)values[i]] = (string)values[i + 1];
        }

        return string.Join(';', cells);
    }

    private static async Task<string> Explain(ImportWorld world, byte[] file) => await world.App.Database(CaseWorld.Own, async db =>
    {
        var actor = new Actor(null, "Test", App.Start);
        var import = new ImportRow { Municipality = MunicipalityCode.Parse(CaseWorld.Own, null), Id = Guid.CreateVersion7(App.Start), Network = CaseWorld.Slug, CreatedAt = App.Start };
        await UploadedFile.Keep(db, import, new MemoryStream(file), "", default);
        var names = MapColumns.Names(import);
        var mapping = (MappingFile.For(null, names, new Meanings([], []), Mapping.Read(import.Mapping)) with { Licence = true }).Json();
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Mapping, mapping));
        var texts = new Texts(Language.Nb);
        using var job = new ImportJob();
        var report = (await ImportWork.Check(db, import.Id, actor, texts, job))!;
        return string.Join('\n', report.Groups.Select(g => ShowImport.GroupView.Of(texts, g, 0, names, new Mapping())).Select(g => $"{g.Title} | {g.Cure} | {string.Join(' ', g.Lines.Select(l => $"{l.Row} {l.Column} {l.Found} {l.Expected} {l.Proposal}"))}"));
    });
}
