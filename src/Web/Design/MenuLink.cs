namespace Mestring.Web.Design;

/// <summary>One link of the main menu.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="IsHere">Whether this page lies under it.</param>
public sealed record MenuLink(string Text, string Address, bool IsHere);
