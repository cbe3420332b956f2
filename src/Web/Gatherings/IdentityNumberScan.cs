using Mestring.Core.Disclosure;

namespace Mestring.Web.Gatherings;

/// <summary>Looks for national identity numbers in text that comes in pieces, holding some thousand signs of it at a time.</summary>
internal sealed class IdentityNumberScan
{
    private const int Held = 32 * 1024;

    /// <summary>More than a number takes, with what may stand between its digits.</summary>
    private const int Overlap = 256;

    private readonly char[] _held = new char[Held];
    private int _length;

    /// <summary>Whether a number was found so far.</summary>
    public bool Found { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        while (!Found && text.Length > 0)
        {
            var some = Math.Min(text.Length, Held - _length);
            text[..some].CopyTo(_held.AsSpan(_length));
            _length += some;
            text = text[some..];
            if (_length == Held)
            {
                Look();
            }
        }
    }

    public void Add(char sign) => Add([sign]);

    /// <summary>Whether a number stands anywhere in what was added.</summary>
    public bool End()
    {
        Look();
        return Found;
    }

    /// <summary>What may be the beginning of a number is kept for the next look; it is cut between words, so that no number is cut in two.</summary>
    private void Look()
    {
        Found = Found || NationalIdentityNumber.IsIn(new string(_held, 0, _length));
        var from = Math.Max(0, _length - Overlap);
        var before = Math.Max(0, from - Overlap);
        from = _held.AsSpan(before, from - before).LastIndexOfAny(' ', '\n') is >= 0 and var blank ? before + blank : from;
        _held.AsSpan(from, _length - from).CopyTo(_held);
        _length -= from;
    }
}
