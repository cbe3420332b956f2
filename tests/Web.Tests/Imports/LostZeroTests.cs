using System.Text;
using Mestring.Formats.Tests.Excel;
using Mestring.Web.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Tests.Imports;

/// <summary>Identity numbers whose first zero a spreadsheet took: ten digits that are a number all the same.</summary>
public sealed class LostZeroTests
{
    private const string Number = "1014448191"; // Made up; with the zero in front its check digits are right.
    private const string Head = "Referanse;Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart;Merknad";

    /// <summary>How it stands in the file.</summary>
    public static TheoryData<string> Ways => ["a number of Excel", "a number of Excel in powers of ten", "a text of Excel", "CSV", "CSV in two parts"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Is_neither_kept_nor_shown_and_told_of(string way)
    {
        var file = File(way);
        using var world = await ImportWorld.New();
        var address = await world.Upload(file, way.StartsWith("CSV", StringComparison.Ordinal) ? "uttrekk.csv" : "uttrekk.xlsx");
        await world.Coordinator.Submit($"{address}/columns", ("licence", "true"));
        foreach (var shown in new[] { await world.Coordinator.Get(address), await world.Coordinator.Get($"{address}/columns") })
        {
            Assert.DoesNotContain(Number, Digits(shown.Text), StringComparison.Ordinal);
        }

        Assert.Contains("Fødselsnummer i en kolonne som ikke blir lest", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        var kept = await world.App.Database(CaseWorld.Own, db => db.ImportedRows.Select(r => r.Cells).ToListAsync());
        Assert.DoesNotContain(Number, Digits(string.Concat(kept)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_kept_where_somebody_corrects_a_cell_with_it()
    {
        using var world = await ImportWorld.New();
        var (address, page) = await world.Check($"{Head.Replace("Merknad", "Enhet", StringComparison.Ordinal)}\nE-1;1944;Kvinne;alene;nei;01.12.2026;{new string('x', 61)}\n");
        await world.Coordinator.Send(page, $"{address}/check", ("fix-2-6", Number));
        Assert.Contains("Fødselsnummer", (await world.Coordinator.Get(address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Number, string.Concat(await world.App.Database(CaseWorld.Own, db => db.ImportedRows.Select(r => r.Cells).ToListAsync())), StringComparison.Ordinal);
    }

    /// <summary>Either column alone says little; together they are the number.</summary>
    [Theory]
    [InlineData("fem siffer")]
    [InlineData("Personnr")]
    [InlineData("Merknad")]
    public async Task The_last_five_digits_in_a_column_beside_the_day_of_birth_are_not_kept(string column)
    {
        using var world = await ImportWorld.New();
        var address = await world.Upload(Encoding.UTF8.GetBytes($"Referanse;Født;{column};Fødselsår;Kjønn;Husstand;Ny bruker;Oppstart\nE-1;01.01.1944;{Number[5..]};1944;Kvinne;alene;nei;01.12.2026\n"), "uttrekk.csv");
        Assert.DoesNotContain(Number[5..], (await world.Coordinator.Get($"{address}/columns")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Number[5..], string.Concat(await world.App.Database(CaseWorld.Own, db => db.ImportedRows.Select(r => r.Cells).ToListAsync())), StringComparison.Ordinal);
    }

    private static string Digits(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static byte[] File(string way)
    {
        if (way.StartsWith("CSV", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes($"{Head}\nE-1;1944;Kvinne;alene;nei;01.12.2026;{(way is "CSV" ? Number : $"{Number[..5]} {Number[5..]}")}\n");
        }

        string[] cells = [.. "E-1;1944;Kvinne;alene;nei;01.12.2026".Split(';').Select(Text), way switch
        {
            "a text of Excel" => Text(Number),
            "a number of Excel" => $"<c><v>{Number}</v></c>",
            _ => "<c><v>1.014448191E9</v></c>",
        }];
        return MadeWorkbook.Rows($"<row>{string.Concat(Head.Split(';').Select(Text))}</row><row>{string.Concat(cells)}</row>").Bytes();
    }

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
