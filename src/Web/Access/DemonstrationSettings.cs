namespace Mestring.Web.Access;

/// <summary>Whether this installation shows a demonstration, and whether only this machine can reach it.</summary>
internal sealed class DemonstrationSettings(bool isOn)
{
    public bool IsOn => isOn;

    /// <summary>Set when the server has begun to listen: every address is loopback.</summary>
    public bool ListensOnLoopback { get; set; } = true;
}
