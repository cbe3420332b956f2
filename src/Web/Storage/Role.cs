namespace Mestring.Web.Storage;

/// <summary>What a person may be. A role counts only where it was granted.</summary>
public enum Role
{
    /// <summary>Sees and manages accounts of this installation; sees no case.</summary>
    Operator,

    /// <summary>Runs a network: invitation, enrolments, gatherings, assignments, released results.</summary>
    Leader,

    /// <summary>Runs the network inside one municipality, invites its people, registers and reads everything there.</summary>
    Coordinator,

    /// <summary>Approves what leaves the municipality; reads its results, figures and plan.</summary>
    Approver,

    /// <summary>Registers courses and measurements of service users.</summary>
    Professional,

    /// <summary>Reads the municipality's results, figures and plan; opens no case.</summary>
    Reader,
}
