namespace Mestring.Web.Design;

/// <summary>One step of the way to this page.</summary>
public sealed record Crumb(string Text, string Address);
