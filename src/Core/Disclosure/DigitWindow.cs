using System.Globalization;

namespace Mestring.Core.Disclosure;

/// <summary>
/// Eleven digits in line at a time, moved through a text one digit a step, and whether they stand as one number. Digits of every script
/// count (full width, mathematical, superscript); signs that take no room count for nothing. They are one number
/// <list type="bullet">
/// <item>in one piece, or parted as day, month, year, number, by up to three signs of any kind each;</item>
/// <item>as six and five with up to twenty signs of a line between ("010190, nummer 12345");</item>
/// <item>with the same sign or signs between all of them;</item>
/// <item>alone, with blanks or dashes anywhere.</item>
/// </list>
/// Rows and columns of small numbers are none of these.
/// </summary>
internal struct DigitWindow
{
    public const int Digits = 11;

    private const int Room = 16;
    private const int ShortGap = 3;
    private const int LongGap = 20;

    private readonly string _text;
    private readonly Digit[] _ring = new Digit[Room];
    private int _at;
    private int _count;

    public DigitWindow(string text, int from)
    {
        _text = text;
        _at = from;
    }

    /// <summary>Goes on to the next eleven digits that may begin a date and do not end a longer number; false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (Read(ref _at) is { } digit)
        {
            _ring[_count++ & (Room - 1)] = digit;
            if (_count >= Digits && this[0] is { Value: < 8 } and ({ IsFirst: true } or { Gap.IsEmpty: false }))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Their values, 0 to 9.</summary>
    public readonly void CopyTo(Span<int> digits)
    {
        for (var i = 0; i < Digits; i++)
        {
            digits[i] = this[i].Value;
        }
    }

    /// <summary>Where these eleven stand, or null when they are not written as one number.</summary>
    public readonly Range? Place()
    {
        var ahead = _at;
        var next = Read(ref ahead);
        if (next is { Gap.IsEmpty: true })
        {
            return null;
        }

        return IsParted() || IsSpacedEvenly(next) || IsAlone(next) ? this[0].Start..this[Digits - 1].End : null;
    }

    private readonly Digit this[int i] => _ring[(_count - Digits + i) & (Room - 1)];

    private readonly bool IsParted()
    {
        for (var i = 1; i < Digits; i++)
        {
            var gap = this[i].Gap;
            var fits = i switch
            {
                2 or 4 or 8 or 9 => gap.Length <= ShortGap,
                6 => gap.Length <= ShortGap || (gap.Length <= LongGap && !gap.HasColumns),
                _ => gap.IsEmpty,
            };
            if (!fits)
            {
                return false;
            }
        }

        return this[8].Gap.IsEmpty || this[9].Gap.IsEmpty;
    }

    private readonly bool IsSpacedEvenly(Digit? next)
    {
        var gap = this[1].Gap;
        if (gap.IsEmpty || gap.Length > ShortGap || gap.HasColumns || gap.HasComma || next?.Gap == gap || this[0].Gap == gap)
        {
            return false;
        }

        for (var i = 2; i < Digits; i++)
        {
            if (this[i].Gap != gap)
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool IsAlone(Digit? next)
    {
        for (var i = 1; i < Digits; i++)
        {
            if (!this[i].Gap.Joins)
            {
                return false;
            }
        }

        return next is not { Gap.Joins: true } && (this[0].IsFirst || !this[0].Gap.Joins);
    }

    /// <summary>The next digit at or after a place, with what stands before it.</summary>
    private readonly Digit? Read(ref int at)
    {
        var gap = default(DigitGap);
        while (at < _text.Length)
        {
            if (Run(at) is > Digits and var run)
            {
                // No digit of a longer number is one of eleven; it parts what stands before and after, as a word does.
                (at, gap) = (at + run, DigitGap.Word);
                continue;
            }

            if (ValueAt(at, out var length) is { } value)
            {
                var digit = new Digit(value, at, at + length, gap, _count == 0);
                at += length;
                return digit;
            }

            gap = gap.With(_text[at++]);
        }

        return null;
    }

    /// <summary>The length of the number that begins here; 0 where none begins.</summary>
    private readonly int Run(int at)
    {
        if (!char.IsAsciiDigit(_text[at]) || (at > 0 && char.IsAsciiDigit(_text[at - 1])))
        {
            return 0;
        }

        var run = _text.AsSpan(at).IndexOfAnyExceptInRange('0', '9');
        return run < 0 ? _text.Length - at : run;
    }

    private readonly int? ValueAt(int at, out int length)
    {
        var c = _text[at];
        length = 1;
        if (char.IsAscii(c))
        {
            return char.IsAsciiDigit(c) ? c - '0' : null;
        }

        if (char.IsHighSurrogate(c) && at + 1 < _text.Length && char.IsLowSurrogate(_text[at + 1]))
        {
            length = 2;
        }

        return CharUnicodeInfo.GetDigitValue(_text, at) is >= 0 and var digit ? digit : null;
    }

    private readonly record struct Digit(int Value, int Start, int End, DigitGap Gap, bool IsFirst);
}
