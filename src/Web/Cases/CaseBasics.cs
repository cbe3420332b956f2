using Mestring.Core.Measures;
using Mestring.Web.Storage;

namespace Mestring.Web.Cases;

/// <summary>Who the course is about, under a pseudonym, and when it started.</summary>
public sealed record CaseBasics
{
    public string Pseudonym { get; init; } = "";

    public int? BirthYear { get; init; }

    public Sex? Sex { get; init; }

    public Household? Household { get; init; }

    public bool? NewUser { get; init; }

    public string Unit { get; init; } = "";

    public DateOnly? StartedOn { get; init; }

    internal static CaseBasics Of(CaseRow row) => new()
    {
        Pseudonym = row.Pseudonym,
        BirthYear = row.BirthYear,
        Sex = row.Sex,
        Household = row.Household,
        NewUser = row.NewUser,
        Unit = row.Unit,
        StartedOn = row.StartedOn,
    };

    /// <summary>Puts values that have been read and found complete into the row.</summary>
    internal void Write(CaseRow row)
    {
        row.Pseudonym = Pseudonym;
        row.BirthYear = BirthYear!.Value;
        row.Sex = Sex!.Value;
        row.Household = Household!.Value;
        row.NewUser = NewUser!.Value;
        row.Unit = Unit;
        row.StartedOn = StartedOn!.Value;
    }
}
