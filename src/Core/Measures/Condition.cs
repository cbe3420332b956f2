namespace Mestring.Core.Measures;

/// <summary>The main reason why the person functions less well.</summary>
/// <remarks>The groups that studies of reablement in Norway report; a case-mix variable, not a diagnosis.</remarks>
public enum Condition : byte
{
    /// <summary>A fracture.</summary>
    Fracture,

    /// <summary>Dizziness or poor balance.</summary>
    Balance,

    /// <summary>A stroke.</summary>
    Stroke,

    /// <summary>Disease of the heart or the lungs.</summary>
    HeartOrLung,

    /// <summary>Muscles and joints.</summary>
    Musculoskeletal,

    /// <summary>Another disease of the nervous system.</summary>
    Neurological,

    /// <summary>Pain.</summary>
    Pain,

    /// <summary>General decline.</summary>
    GeneralDecline,

    /// <summary>Something else.</summary>
    Other,
}
