namespace Mestring.Web.Gatherings;

/// <summary>
/// The letters that a page of a PDF shows with readable codes, out of its content as it comes byte by byte: the strings of one array belong
/// together, whatever the spacing between them, and each operator that shows text ends a line.
/// </summary>
internal sealed class PdfShownText(IdentityNumberScan to)
{
    private readonly char[] _operator = new char[2];
    private int _length;
    private int _depth;
    private bool _escaped;
    private int _octal = -1;
    private int _octalDigits;

    public void Add(ReadOnlySpan<byte> content)
    {
        foreach (var b in content)
        {
            if (_depth > 0)
            {
                InString((char)b);
            }
            else
            {
                Between((char)b);
            }
        }
    }

    private void Between(char c)
    {
        if (c is '(')
        {
            (_depth, _length) = (1, 0);
        }
        else if (char.IsAsciiLetter(c) || c is '\'' or '"' or '*')
        {
            if (_length < 2)
            {
                _operator[_length] = c;
            }

            _length++;
        }
        else
        {
            if (_length > 0 && IsShowing())
            {
                to.Add('\n');
            }

            _length = 0;
        }
    }

    private bool IsShowing() => (_length, _operator[0], _operator[1]) is (2, 'T', 'j' or 'J' or 'd' or 'D' or '*') or (1, '\'' or '"', _) or (2, 'E', 'T');

    private void InString(char c)
    {
        if (_octal >= 0)
        {
            if (c is >= '0' and <= '7' && _octalDigits < 3)
            {
                (_octal, _octalDigits) = ((_octal * 8) + (c - '0'), _octalDigits + 1);
                return;
            }

            to.Add((char)(_octal & 0xFF));
            _octal = -1;
        }

        if (_escaped)
        {
            _escaped = false;
            if (c is >= '0' and <= '7')
            {
                (_octal, _octalDigits) = (c - '0', 1);
            }
            else if (c is not ('\n' or '\r'))
            {
                to.Add(c);
            }
        }
        else if (c is '\\')
        {
            _escaped = true;
        }
        else if (c is ')' && --_depth == 0)
        {
            return;
        }
        else
        {
            _depth += c is '(' ? 1 : 0;
            to.Add(c);
        }
    }
}
