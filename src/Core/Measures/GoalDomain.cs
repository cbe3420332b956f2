namespace Mestring.Core.Measures;

/// <summary>The part of daily life a goal belongs to.</summary>
/// <remarks>The nine areas of COPM as they are used in Norwegian.</remarks>
public enum GoalDomain : byte
{
    /// <summary>Dressing, washing, eating.</summary>
    SelfCare,

    /// <summary>Moving about, indoors and outdoors.</summary>
    Mobility,

    /// <summary>Shopping, transport, money, appointments.</summary>
    Community,

    /// <summary>Paid or unpaid work.</summary>
    Work,

    /// <summary>Cleaning, laundry, cooking.</summary>
    Housework,

    /// <summary>Play, school, education.</summary>
    PlayAndLearning,

    /// <summary>Hobbies, reading, handicraft.</summary>
    QuietLeisure,

    /// <summary>Sports, outings, travel.</summary>
    ActiveLeisure,

    /// <summary>Visits, calls, being together.</summary>
    Social,

    /// <summary>Nobody has said: files of records often have goals without an area.</summary>
    NotRecorded,
}
