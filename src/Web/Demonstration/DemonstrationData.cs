using System.Text.Json;
using Mestring.Core.Measures;
using Mestring.Core.Plans;
using Mestring.Web.Storage;

namespace Mestring.Web.Demonstration;

/// <summary>The made-up municipalities and people, as demonstration.json holds them.</summary>
internal sealed record DemonstrationData(
    IReadOnlyList<DemonstrationData.Place> Municipalities,
    DemonstrationData.CountyName County,
    string Source,
    IReadOnlyDictionary<string, LocalizedText> Names,
    IReadOnlyList<DemonstrationData.Human> People,
    IReadOnlyList<string> Functions,
    IReadOnlyDictionary<string, int> Cases,
    IReadOnlyList<string> Psfs,
    IReadOnlyList<string> Units,
    IReadOnlyList<DemonstrationData.Goal> Goals,
    DemonstrationData.HandIn HandIns,
    DemonstrationData.Letter Message,
    IReadOnlyDictionary<string, IReadOnlyList<DemonstrationData.PlanGoal>> Plans)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static DemonstrationData Read()
    {
        using var stream = typeof(DemonstrationData).Assembly.GetManifestResourceStream("demonstration.json")!;
        return JsonSerializer.Deserialize<DemonstrationData>(stream, Options)!;
    }

    /// <param name="Form">The municipality's own form of Norwegian: nb or nn.</param>
    internal sealed record Place(string Code, string Name, int Population, string Form);

    internal sealed record CountyName(string Code, string Name);

    internal sealed record Human(string Name, Role Role, string? Municipality = null);

    internal sealed record Goal(GoalDomain Domain, string Text);

    internal sealed record HandIn(string Nb, string Nn, string Returned);

    internal sealed record Letter(string Subject, string Body);

    internal sealed record PlanGoal(string Goal, string About, IReadOnlyList<PlanMeasure> Measures);

    /// <param name="Days">The deadline, in days from the day of seeding.</param>
    internal sealed record PlanMeasure(string Title, string Owner, int Days, PlanActionState State);
}
