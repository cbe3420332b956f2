namespace Mestring.Web.Design;

/// <summary>A page that says one thing.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Text">What it means and what to do.</param>
public sealed record Notice(string Title, string Text);
