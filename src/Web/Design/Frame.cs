namespace Mestring.Web.Design;

/// <summary>What stands around every page of this request: who is signed in, the menu, and whether this is a demonstration.</summary>
public sealed class Frame
{
    /// <summary>The name of who is signed in, or null.</summary>
    public string? Person { get; set; }

    /// <summary>Where the person belongs, such as a municipality.</summary>
    public string? Place { get; set; }

    public IReadOnlyList<MenuLink> Menu { get; set; } = [];

    /// <summary>On a form screen, the one way back that stands instead of the menu.</summary>
    public Crumb? Back { get; set; }

    /// <summary>What must be known before the page is used, or null.</summary>
    public string? Notice { get; set; }

    /// <summary>What the save before this page made worth a second look, each with where it can be put right.</summary>
    public IReadOnlyList<Crumb> Noticed { get; set; } = [];

    /// <summary>Whether the forms of the page are there to be read, and cannot be sent.</summary>
    public bool IsReadOnly { get; set; }

    public bool Demonstration { get; set; }

    /// <summary>The random value that allows this page's own scripts and styles.</summary>
    public string Nonce { get; set; } = "";

    /// <summary>The address of this page, for the language links to come back to.</summary>
    public string Address { get; set; } = "/";
}
