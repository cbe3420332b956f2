using System.Text;

namespace Mestring.Web.Tests.Analysis;

public sealed class RefusedInputTests
{
    [Theory]
    [InlineData("id,pre,post\n1,x,3\n", "row 2, column pre: 'x' is not a number.")]
    [InlineData("id,pre,post\n1,2,3\n1,1e999,3\n", "row 3, column pre: '1e999' is not a number. Write a number a computer can hold.")]
    [InlineData("id;pre;post\n1;1 234;3\n", "row 2, column pre: '1 234' is not a number. Write it without thousands separators.")]
    [InlineData("id,pre\n1,2\n", "row 1, column post: the column is missing.")]
    [InlineData("id,pre,pre,post\n", "row 1, column pre: the name stands twice in the header.")]
    [InlineData("id,pre,post\n1,2\n", "row 2, column post: the row has 2 fields where the header has 3.")]
    [InlineData("id,pre,post\n1,2,\0\n", "row 2: a NUL byte stood there")]
    [InlineData("", "row 1: the file is empty.")]
    public void A_file_that_cannot_be_trusted_is_refused_with_row_column_and_cure(string file, string message)
    {
        var (code, output, error) = Analyse.Run(file, "change", "-", "--json");

        Assert.Equal((3, string.Empty), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Utf_16_is_named() => Assert.Contains(
        "the file is UTF-16. Save the file as CSV in UTF-8",
        Analyse.Run([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("id,pre,post\n")], "change", "-").Error,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("change - --better sideways")]
    [InlineData("change - --important -1")]
    [InlineData("change")]
    [InlineData("nothing -")]
    [InlineData("standardise -")]
    [InlineData("spc - --rebase 2031")]
    [InlineData("change no-such-file.csv")]
    public void Wrong_use_is_another_exit_code(string words) =>
        Assert.Equal(2, Analyse.Run("date,value\n2024,1\n", words.Split(' ')).Code);

    [Theory]
    [InlineData("proportion -", "id,x,n\na,5,4\n", "row 2, column x: '5' is more than n 4.")]
    [InlineData("rate -", "id,x,pop\na,1.5,4\n", "row 2, column x: '1.5' is not a count.")]
    [InlineData("score sppb -", "id,side,semi,tandem,walk1,walk2,course_m,chair5\n1,10,10,10,4,,2.44,12\n", "row 2, column course_m: '2.44' is not a course")]
    [InlineData("score copm -", "id,goal,performance_1,performance_2,satisfaction_1,satisfaction_2\n1,a,0,5,5,5\n", "row 2, column performance_1: '0' is outside the scale.")]
    [InlineData("dea - --inputs i --outputs o", "dmu,i,o\na,0,1\n", "row 2, column i: the unit uses nothing")]
    [InlineData("decompose -", "unit,a\nx,1\n", "no row is named reference.")]
    public void A_value_that_cannot_be_is_refused(string words, string file, string message)
    {
        var (code, _, error) = Analyse.Run(file, words.Split(' '));

        Assert.Equal(3, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }
}
