namespace Mestring.Formats.Tables;

/// <summary>One cell: what it is and its text for machines (see <see cref="CellKind"/>), spaces around removed.</summary>
public readonly record struct TableCell
{
    private readonly string? _text;

    /// <summary>A cell of that kind; an empty text is a blank whatever the kind.</summary>
    public TableCell(CellKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Kind, _text) = (text.Length == 0 ? CellKind.Blank : kind, text);
    }

    /// <summary>What stands there.</summary>
    public CellKind Kind { get; }

    /// <summary>The text, empty for a blank.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>Whether nothing stands there.</summary>
    public bool IsBlank => Kind == CellKind.Blank;
}
