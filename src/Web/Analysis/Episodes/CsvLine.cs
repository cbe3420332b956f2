using System.Globalization;
using System.Text;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>One line of a table for programs: invariant numbers in full precision, undefined ones empty.</summary>
internal sealed class CsvLine
{
    private readonly StringBuilder _text = new();

    public CsvLine Text(string value)
    {
        Comma();
        if (value.AsSpan().ContainsAny(',', '"'))
        {
            _text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            _text.Append(value);
        }

        return this;
    }

    public CsvLine Number(double? value)
    {
        Comma();
        if (value is { } number && double.IsFinite(number))
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(number == 0 ? 0 : number):R}");
        }

        return this;
    }

    public CsvLine Count(long? value)
    {
        Comma();
        _text.Append(CultureInfo.InvariantCulture, $"{value}");
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Comma()
    {
        if (_text.Length > 0)
        {
            _text.Append(',');
        }
    }
}
