namespace Mestring.Web.Storage;

/// <summary>How far an import has come.</summary>
public enum ImportState
{
    /// <summary>The rows are here; somebody must say what the columns are.</summary>
    Uploaded,

    /// <summary>The rows are checked and nothing is written yet.</summary>
    Checked,

    /// <summary>The courses are written.</summary>
    Done,

    /// <summary>The courses are as they were before.</summary>
    Undone,

    /// <summary>Rows are coming in; the import is not shown yet.</summary>
    Receiving,

    /// <summary>Courses are being written, portion by portion. Who does it stops halfway only by taking it back.</summary>
    Writing,

    /// <summary>Courses are being put back, portion by portion.</summary>
    Undoing,
}
