using Mestring.Core.Indicators;
using Mestring.Web.Storage;

namespace Mestring.Web.Deliveries;

/// <summary>What stands for one figure: a number, a reason why there is none, or nothing yet.</summary>
public readonly record struct FigureEntry(double? Value, FigureState? Reason, string? Note)
{
    /// <summary>Whether somebody has answered, with a number or with a reason.</summary>
    public bool IsAnswered => Value is not null || Reason is not null;

    public Figure Figure => (Value, Reason) switch
    {
        ({ } number, _) => Figure.Of(number),
        (_, FigureState.NotApplicable) => Figure.NotApplicable,
        _ => Figure.Missing,
    };

    /// <summary>What the writer saw, kept in the form, so that two who change different figures do not meet.</summary>
    internal string Mark => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value:R}|{Reason}|{Note}");

    internal static FigureEntry Of(DeliveryValueRow row) =>
        new(row.Value, Enum.TryParse<FigureState>(row.Reason, out var reason) ? reason : null, row.Note);

    internal void Write(DeliveryValueRow row)
    {
        row.Value = Value;
        row.Reason = Reason?.ToString() ?? string.Empty;
        row.Note = Note ?? string.Empty;
    }

    /// <summary>A missing note and an empty one are the same.</summary>
    internal bool Says(FigureEntry other) => this with { Note = Note ?? string.Empty } == other with { Note = other.Note ?? string.Empty };
}
