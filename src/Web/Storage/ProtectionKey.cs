namespace Mestring.Web.Storage;

/// <summary>A data-protection key, shared by all instances of the application.</summary>
internal sealed class ProtectionKey
{
    public required string Name { get; init; }

    public string Xml { get; set; } = "";
}
