using Mestring.Core.Charts;
using Mestring.Core.Documents;
using Mestring.Tests.Samples;

namespace Mestring.Formats.Tests.Word;

/// <summary>A report with every kind of block and every kind of chart.</summary>
internal static class SampleReport
{
    public static Document In(Language language) => new(
        "Resultat for Dømevik",
        language,
        "Dømevik kommune",
        new(2027, 2, 11, 13, 3, 0, TimeSpan.Zero),
        [
            new Paragraph("Brukarane meistrar meir av det dei sjølve har valt.", IsLead: true),
            new Heading(1, "Kven, og kor mange er målte"),
            new Paragraph("Første linje.\nAndre linje med 5 < 6 & \u0001 teikn."),
            new BulletList(["Vi har inga gruppe å samanlikne med.", "Frigjorde timar er kapasitet."]),
            new Table("Brukarar 16 år og over", [new("Kommune"), new("Per 1 000", IsNumber: true)], [new(["Dømevik", "4,9"], IsOwn: true), new(["Testnes", ":"])], ": betyr skjult av omsyn til personvernet."),
            new Heading(2, "Figurar"),
            .. SampleCharts.All.Select(chart => new Figure(chart)),
            new Heading(3, "Atterhald"),
            new Note("Tala gjeld nå. Det finst inga samanlikningsgruppe."),
        ]);
}
