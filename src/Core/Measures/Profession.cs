namespace Mestring.Core.Measures;

/// <summary>Who works in a course.</summary>
public enum Profession
{
    /// <summary>Occupational therapist.</summary>
    OccupationalTherapist,

    /// <summary>Physiotherapist.</summary>
    Physiotherapist,

    /// <summary>Nurse.</summary>
    Nurse,

    /// <summary>Social educator.</summary>
    SocialEducator,

    /// <summary>Home trainer or health care worker.</summary>
    HomeTrainer,

    /// <summary>Somebody else.</summary>
    Other,
}
