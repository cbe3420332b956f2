namespace Mestring.Formats.Csv;

/// <summary>For whom a CSV file is written.</summary>
public enum CsvForm
{
    /// <summary>For Excel in Norwegian: a byte order mark, semicolons, decimal comma, days as dd.MM.yyyy.</summary>
    People,

    /// <summary>For programs: no mark, commas, decimal point, days as yyyy-MM-dd.</summary>
    Machines,
}
