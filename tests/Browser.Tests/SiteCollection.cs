namespace Mestring.Browser.Tests;

/// <summary>One server and one browser for all tests here.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "xunit's word")]
public sealed class SiteCollection : ICollectionFixture<Site>
{
    public const string Name = "site";
}
