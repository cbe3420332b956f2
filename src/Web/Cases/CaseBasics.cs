using System.Globalization;
using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Cases;

/// <summary>Who the course is about, under a pseudonym, why, and when it started.</summary>
public sealed record CaseBasics
{
    private const int OldestYear = 1900;

    /// <summary>The fields, by path.</summary>
    internal static readonly string[] Paths =
    [
        "pseudonym", "birth-year", "sex", "household", "referral", "condition", "new-user", "motivation", "falls", "unit", "responsible", "started-on", "planned-end",
    ];

    public string Pseudonym { get; init; } = "";

    public int? BirthYear { get; init; }

    public Sex? Sex { get; init; }

    public Household? Household { get; init; }

    public Referral? Referral { get; init; }

    public Condition? Condition { get; init; }

    public bool? NewUser { get; init; }

    public int? Motivation { get; init; }

    public int? Falls { get; init; }

    public string Unit { get; init; } = "";

    public string Responsible { get; init; } = "";

    public DateOnly? StartedOn { get; init; }

    public DateOnly? PlannedEnd { get; init; }

    internal static CaseBasics Of(CaseRow row) => new()
    {
        Pseudonym = row.Pseudonym,
        BirthYear = row.BirthYear,
        Sex = row.Sex,
        Household = row.Household,
        Referral = row.Referral,
        Condition = row.Condition,
        NewUser = row.NewUser,
        Motivation = row.Motivation,
        Falls = row.Falls,
        Unit = row.Unit,
        Responsible = row.Responsible,
        StartedOn = row.StartedOn,
        PlannedEnd = row.PlannedEnd,
    };

    /// <summary>Reads the fields as they were typed: values by path.</summary>
    internal static Dictionary<string, string?> Read(Form form, Texts texts, DateOnly today)
    {
        var year = form.Whole("birth-year", OldestYear, today.Year, texts["cases.birth-year.wrong", $"{OldestYear}", $"{today.Year}"]);
        if (year is null)
        {
            form.Refuse("birth-year", texts["cases.birth-year.wrong", $"{OldestYear}", $"{today.Year}"]);
        }

        var started = Started(form, texts, today);
        var planned = form.ReadOptional<DateOnly>("planned-end", texts["cases.date.wrong", form.Raw("planned-end")]);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["pseudonym"] = Pseudonyms.Read(form, texts),
            ["birth-year"] = Whole(year),
            ["sex"] = $"{form.Choice<Sex>("sex", texts["cases.sex.missing"])}",
            ["household"] = $"{form.Choice<Household>("household", texts["cases.household.missing"])}",
            ["referral"] = $"{form.Choice<Referral>("referral", texts["cases.referral.missing"])}",
            ["condition"] = $"{form.Choice<Condition>("condition", texts["cases.condition.missing"])}",
            ["new-user"] = form.OneOf("user", ["new", "existing"], texts["cases.user.missing"]) is "new" ? "yes" : "no",
            ["motivation"] = Whole(form.Whole("motivation", 1, 5, texts["cases.motivation.wrong"])),
            ["falls"] = Whole(form.Whole("falls", 0, 99, texts["cases.falls.wrong", form.Raw("falls")])),
            ["unit"] = form.Optional("unit", longest: 60) is { Length: > 0 } unit ? unit : null,
            ["responsible"] = form.Optional("responsible", longest: 80) is { Length: > 0 } responsible ? responsible : null,
            ["started-on"] = started?.ToString("O", CultureInfo.InvariantCulture),
            ["planned-end"] = planned?.ToString("O", CultureInfo.InvariantCulture),
        };
    }

    private static DateOnly? Started(Form form, Texts texts, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(form.Raw("started-on")))
        {
            form.Refuse("started-on", texts["cases.started-on.missing"]);
        }

        var started = form.ReadOptional<DateOnly>("started-on", texts["cases.date.wrong", form.Raw("started-on")]);
        if (started > today.AddMonths(NetworkDefinition.MonthsAhead))
        {
            form.Refuse("started-on", texts["cases.started-on.late", started]);
        }

        return started;
    }

    private static string? Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
