namespace Mestring.Web.Imports;

/// <summary>What is done about a group of findings.</summary>
internal enum Cure
{
    /// <summary>Nothing yet: the rows are not ready.</summary>
    None,

    /// <summary>The rows are read without these values.</summary>
    WithoutValue,
}
