using System.Text;
using Mestring.Formats.Tables;
using Mestring.Formats.Tests.Excel;

namespace Mestring.Formats.Tests.Tables;

/// <summary>Files damaged at random, with fixed seeds: they are read or refused, and nothing else ever comes out.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 3_000;

    private static readonly TableLimits _small = new() { Rows = 10_000, Columns = 50, Unpacked = 5_000_000, SharedText = 100_000 };

    private static readonly MadeWorkbook _workbook = MadeWorkbook.Rows(
        """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>Start_x000D_</t></r></is></c></row>
        <row r="2"><c r="A2"><v>5.21</v></c><c r="B2" s="1"><v>46054</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="d"><v>2026-01-01</v></c></row>
        """,
        "<si><t>Ref</t></si><si><r><t>a</t></r></si>",
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-414]dd.mm\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>");

    [Fact]
    public void A_damaged_archive_is_read_or_refused()
    {
        var chance = new Random(1);
        var (packed, stored) = (_workbook.Bytes(), _workbook.Bytes(stored: true));
        var refused = 0;
        for (var i = 0; i < Rounds; i++)
        {
            refused += Refuses(() => Reading.Excel(Damaged(i % 2 == 0 ? packed : stored, chance), null, _small));
        }

        Assert.InRange(refused, Rounds / 10, Rounds);
    }

    [Fact]
    public void A_workbook_with_damaged_parts_is_read_or_refused()
    {
        var chance = new Random(2);
        var names = _workbook.Parts.Keys.Order(StringComparer.Ordinal).ToList();
        var refused = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var made = new MadeWorkbook();
            foreach (var (name, content) in _workbook.Parts)
            {
                made.With(name, content);
            }

            var part = names[chance.Next(names.Count)];
            made.With(part, Encoding.Latin1.GetString(Damaged(Encoding.Latin1.GetBytes(made.Parts[part]), chance)));
            refused += Refuses(() => Reading.Excel(made.Bytes(stored: true), null, _small));
        }

        Assert.InRange(refused, Rounds / 10, Rounds);
    }

    [Fact]
    public void A_damaged_text_file_is_read_or_refused()
    {
        var chance = new Random(3);
        var text = "Uttrekk 2026\n\nRef;Kjønn;\"Mål; tekst\"\nE-1;Mann;\"Gå\nut\"\nE-2;Kvinne;2,5\n";
        byte[][] files = [Encoding.UTF8.GetBytes(text), Encoding.Latin1.GetBytes(text), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], Encoding.BigEndianUnicode.GetBytes(text)];
        var refused = 0;
        for (var i = 0; i < Rounds * 3; i++)
        {
            refused += Refuses(() => Reading.Csv(Damaged(files[i % files.Length], chance), _small));
        }

        Assert.InRange(refused, Rounds / 10, Rounds * 3);
    }

    /// <summary>One to four changes: a byte, a piece cut out, a piece doubled, the end cut off, a piece of another kind put in.</summary>
    private static byte[] Damaged(byte[] bytes, Random chance)
    {
        var damaged = bytes.ToList();
        for (var changes = chance.Next(1, 5); changes > 0 && damaged.Count > 1; changes--)
        {
            var at = chance.Next(damaged.Count);
            var length = Math.Min(chance.Next(1, 20), damaged.Count - at);
            switch (chance.Next(6))
            {
                case 0:
                    damaged[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, length);
                    break;
                case 2:
                    damaged.InsertRange(at, damaged.GetRange(at, length));
                    break;
                case 3 when chance.Next(4) == 0:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 4:
                    damaged.InsertRange(at, "\"<f></v>&#0;;\0=9999999999-"u8[..chance.Next(1, 20)]);
                    break;
                default:
                    damaged[at] ^= (byte)(1 << chance.Next(8));
                    break;
            }
        }

        return [.. damaged];
    }

    private static int Refuses(Action read)
    {
        try
        {
            read();
            return 0;
        }
        catch (TableException)
        {
            return 1;
        }
    }
}
