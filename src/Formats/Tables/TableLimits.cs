namespace Mestring.Formats.Tables;

/// <summary>How much of a file is read before it is refused; every limit is held to what is read, not to what the file says of itself.</summary>
public sealed record TableLimits
{
    /// <summary>Limits for a file that a person uploads.</summary>
    public static TableLimits Default { get; } = new();

    /// <summary>The last column that may hold a value.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Rows that are not blank.</summary>
    public int Rows { get; init; } = 1_000_000;

    /// <summary>Characters of one cell; the limit of Excel.</summary>
    public int Cell { get; init; } = 32_767;

    /// <summary>Bytes of the file as it is.</summary>
    public long Packed { get; init; } = 200_000_000;

    /// <summary>Bytes of all parts of a workbook, unpacked.</summary>
    public long Unpacked { get; init; } = 2_000_000_000;

    /// <summary>How many times larger than the file its parts may become; not held against the first twenty million bytes.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Parts of a workbook.</summary>
    public int Parts { get; init; } = 2_000;

    /// <summary>Characters of all shared texts of a workbook, which have to be kept in memory.</summary>
    public int SharedText { get; init; } = 40_000_000;
}
