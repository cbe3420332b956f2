namespace Mestring.Core.Places;

/// <summary>A municipality under one code, and when the code stood for it.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Name">Its official name, in all its languages, such as "Guovdageaidnu - Kautokeino".</param>
/// <param name="CountyCode">The county's two digits.</param>
/// <param name="CountyName">The county's official name.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The day after the last; null while it is in force.</param>
public sealed record Municipality(MunicipalityCode Code, string Name, string CountyCode, string CountyName, DateOnly ValidFrom, DateOnly? ValidTo = null)
{
    /// <summary>Whether the code stood for the municipality on a day.</summary>
    public bool IsInForce(DateOnly day) => ValidFrom <= day && !(ValidTo <= day);
}
