namespace Mestring.Web.Design;

/// <summary>That a form keeps a draft while somebody types.</summary>
/// <param name="Address">Where the draft is sent.</param>
/// <param name="Path">The form's own address, which names the draft.</param>
/// <param name="SavedAt">When the draft that is shown was kept; null when none is.</param>
public sealed record DraftNote(string Address, string Path, DateTimeOffset? SavedAt);
