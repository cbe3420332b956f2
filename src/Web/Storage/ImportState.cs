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
}
