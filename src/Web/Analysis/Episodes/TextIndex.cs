using System.Text;
using Mestring.Formats.Csv;
using Mestring.Formats.Tables;

namespace Mestring.Web.Analysis.Episodes;

/// <summary>Numbers texts in the order they are met, without making a string for a text met before.</summary>
internal sealed class TextIndex
{
    private readonly Dictionary<string, int> _long = new(StringComparer.Ordinal);
    private ulong[] _keys = new ulong[64];
    private int[] _numbers = new int[64];

    public List<string> Texts { get; } = [];

    /// <summary>The number of a text.</summary>
    /// <exception cref="TableException">The text is empty or not UTF-8.</exception>
    public int Of(ReadOnlySpan<byte> text, int line, string column)
    {
        if (text.Length is 0 or > 8)
        {
            return Long(text, line, column);
        }

        // Up to eight bytes are one number, and none of them is 0, so the number is the text.
        ulong key = 0;
        foreach (var b in text)
        {
            key = (key << 8) | b;
        }

        var slot = Slot(key);
        if (_keys[slot] == key)
        {
            return _numbers[slot];
        }

        if ((Texts.Count + 1) * 2 >= _keys.Length)
        {
            Grow();
            slot = Slot(key);
        }

        _keys[slot] = key;
        return _numbers[slot] = Add(text, line, column);
    }

    private int Slot(ulong key)
    {
        var mask = _keys.Length - 1;
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> 40) & mask;
        while (_keys[slot] != key && _keys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        var (keys, numbers) = (_keys, _numbers);
        (_keys, _numbers) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                var slot = Slot(keys[i]);
                (_keys[slot], _numbers[slot]) = (keys[i], numbers[i]);
            }
        }
    }

    private int Long(ReadOnlySpan<byte> text, int line, string column)
    {
        if (text.IsEmpty)
        {
            throw new TableException(line, column, "the field is empty.", "Every row needs a text here.");
        }

        var known = Encoding.UTF8.GetString(text);
        return _long.TryGetValue(known, out var number) ? number : _long[known] = Add(text, line, column);
    }

    private int Add(ReadOnlySpan<byte> text, int line, string column)
    {
        try
        {
            Texts.Add(new UTF8Encoding(false, true).GetString(text));
            return Texts.Count - 1;
        }
        catch (DecoderFallbackException)
        {
            throw new TableException(line, column, "a letter there is not UTF-8.", "Save the file as CSV in UTF-8 and try again.");
        }
    }
}
