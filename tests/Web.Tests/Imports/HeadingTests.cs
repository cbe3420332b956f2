using Mestring.Core.Measures;
using Mestring.Web.Design;
using Mestring.Web.Imports;

namespace Mestring.Web.Tests.Imports;

public sealed class HeadingTests
{
    [Fact]
    public void No_two_fields_have_the_same_name_in_any_language()
    {
        var labels = from language in Enum.GetValues<Core.Language>()
                     let texts = new Texts(language)
                     from target in Target.All
                     from label in target.Labels(texts)
                     select (Label: Headings.Folded(label), target.Id);
        Assert.Empty(labels.Distinct().GroupBy(l => l.Label, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(l => l.Id))}"));
    }

    [Fact]
    public void Every_name_of_a_field_is_that_field()
    {
        foreach (var texts in Enum.GetValues<Core.Language>().Select(l => new Texts(l)))
        {
            foreach (var target in Target.All)
            {
                Assert.All(target.Labels(texts), label => Assert.Equal((label, target.Id), (label, Headings.Target(label))));
            }
        }
    }

    [Theory]
    [InlineData("Startdato", "started-on")]
    [InlineData("Start: dato", "start.on")]
    [InlineData("Start dato", null)]
    [InlineData("10 uker TUG (s)", "weeks10.tug")]
    [InlineData("10 uker TUG, sek", "weeks10.tug")]
    [InlineData("10 uker TUG (min)", null)]
    [InlineData("Hovedtilstand", "condition")]
    [InlineData("Fødselsår", "birth-year")]
    [InlineData("Fødselsa\u030ar", "birth-year")]
    [InlineData("grant.service", "grant1.service")]
    [InlineData("Timer (per uke)", "grant1.amount")]
    [InlineData("Sko", null)]
    public void A_heading_is_one_field_or_none(string heading, string? id) => Assert.Equal(id, Headings.Target(heading));

    [Theory]
    [InlineData("Timer per måned", GrantUnit.Month)]
    [InlineData("Timer (mnd)", GrantUnit.Month)]
    [InlineData("Timer pr. uke", GrantUnit.Week)]
    [InlineData("Timar per veke", GrantUnit.Week)]
    [InlineData("Timer", null)]
    public void What_hours_are_counted_by_stands_in_the_heading(string heading, GrantUnit? unit) => Assert.Equal(unit, Headings.Hours(heading));

    [Theory]
    [InlineData("Pasientens navn", true)]
    [InlineData("Pårørende 1", true)]
    [InlineData("Mobilnr", true)]
    [InlineData("Fnr", true)]
    [InlineData("E-post", true)]
    [InlineData("KundeNavn", true)]
    [InlineData("kundenavn", true)]
    [InlineData("Personnummer", true)]
    [InlineData("Tjenestens navn", false)]
    [InlineData("Tjenestenavn", false)]
    [InlineData("Svart av pårørende", false)]
    [InlineData("Merknad", false)]
    public void Columns_that_say_who_somebody_is_are_known_by_parts_of_their_heading(string heading, bool personal) => Assert.Equal(personal, Headings.IsPersonal(heading));

    [Fact]
    public void Signs_that_doubt_or_belong_to_numbers_are_not_overlooked()
    {
        Assert.NotEqual(Words.Plain("-"), Words.Plain("?"));
        Assert.NotEqual(Words.Plain("1.5"), Words.Plain("15"));
        Assert.NotEqual(Words.Plain("K?"), Words.Plain("K"));
        Assert.Equal(Words.Plain("Kjønn (kode)"), Words.Plain("kjønn_kode"));
    }
}
