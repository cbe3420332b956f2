namespace Mestring.Formats.Tables;

/// <summary>Why a file was refused, for a caller that speaks another language than English.</summary>
public enum TableFault
{
    /// <summary>A value or a row that the reader of the content does not take.</summary>
    Content,

    /// <summary>Nothing stands in the file or the sheet.</summary>
    Empty,

    /// <summary>No row looks like names of columns.</summary>
    NoHeader,

    /// <summary>Neither text with separators nor a workbook.</summary>
    NotATable,

    /// <summary>Letters in an encoding that is not read, or in two at once.</summary>
    Encoding,

    /// <summary>A quotation mark opens a text that never ends, or text follows a closed one.</summary>
    Quotation,

    /// <summary>A row does not have the columns of the header, or a column stands twice.</summary>
    Columns,

    /// <summary>A text or a row is longer than allowed.</summary>
    TooLong,

    /// <summary>More columns than allowed.</summary>
    TooManyColumns,

    /// <summary>More rows than allowed.</summary>
    TooManyRows,

    /// <summary>The file is larger than allowed, packed or unpacked.</summary>
    TooLarge,

    /// <summary>A workbook of Excel 2003 or older.</summary>
    OldWorkbook,

    /// <summary>A workbook with a password.</summary>
    Encrypted,

    /// <summary>A workbook with macros.</summary>
    Macros,

    /// <summary>A workbook of another kind, such as OpenDocument or binary Excel.</summary>
    OtherWorkbook,

    /// <summary>A cell holds a formula.</summary>
    Formula,

    /// <summary>The workbook names a file outside itself.</summary>
    UnsafeName,

    /// <summary>A part of the workbook declares a document type, which can open files or grow without end.</summary>
    DocumentType,

    /// <summary>The workbook is damaged.</summary>
    Damaged,

    /// <summary>No sheet has that name.</summary>
    NoSuchSheet,
}
