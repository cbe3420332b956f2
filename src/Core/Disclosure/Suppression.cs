namespace Mestring.Core.Disclosure;

/// <summary>Why a figure does not leave. Shown as <c>:</c> with the reason beside it.</summary>
public enum Suppression
{
    /// <summary>Too few persons stand behind it.</summary>
    FewPersons,

    /// <summary>Too few municipalities stand behind it.</summary>
    FewMunicipalities,

    /// <summary>It would let somebody work out another figure that is hidden.</summary>
    ProtectsAnother,

    /// <summary>One person stands for more than half of it.</summary>
    OnePerson,

    /// <summary>Nothing is hidden: nobody has anything to tell yet.</summary>
    Nobody,

    /// <summary>Nobody has told how many persons stand behind it, so they are taken to be too few.</summary>
    UnknownPersons,
}
