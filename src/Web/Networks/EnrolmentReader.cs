using System.Globalization;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;

namespace Mestring.Web.Networks;

/// <summary>Reads an enrolment out of its form, with a message at every field that is missing or wrong.</summary>
internal static class EnrolmentReader
{
    public const int MostRows = 30;

    private const int FewestRows = 3;
    private const int LongestComment = 2000;

    /// <summary>How many lines the form begins with: as many people as are advised.</summary>
    public static int FirstRows(NetworkDefinition run) => Math.Clamp(run.Programme.Attendance.PersonsPerGathering ?? FewestRows, FewestRows, MostRows);

    public static int RowsOf(Form form) => int.TryParse(form.Raw("rows"), CultureInfo.InvariantCulture, out var rows) ? Math.Clamp(rows, 1, MostRows) : FewestRows;

    /// <summary>The numbers of all gatherings, as the form sends them.</summary>
    public static string[] All(NetworkDefinition run) => [.. run.Gatherings().Select(g => g.Gathering.Number.ToString(CultureInfo.InvariantCulture))];

    public static EnrolmentInput Read(Form form, FeeCalculator.Answer fee, NetworkDefinition run, Texts texts)
    {
        if (string.IsNullOrEmpty(form.Raw("municipality")))
        {
            form.Refuse("municipality", texts["networks.municipality.missing"]);
        }

        if (fee is { AsksForFigure: true, Population: null })
        {
            form.Refuse("inhabitants", texts["networks.inhabitants.missing"]);
            form.Refuse("counted", texts["networks.counted.missing"]);
        }

        var choices = run.Programme.Enrolment;
        return new EnrolmentInput(
            Organisation(form, texts),
            form.Text("name", texts["networks.coordinator.name.missing"]),
            form.Email("email", texts["networks.coordinator.email.missing"])?.Text ?? string.Empty,
            Phone(form, texts),
            People(form, run, texts),
            choices.Statuses.Count == 0 ? string.Empty : form.OneOf("status", choices.Statuses.Select(c => c.Id), texts["networks.status.missing"]),
            form.Ticked("anchoring", choices.Anchoring.Select(c => c.Id)),
            run.Terms.InformationMeeting is not null && form.IsTicked("meeting"),
            form.Optional("comment", LongestComment, lines: true));
    }

    private static OrganisationNumber Organisation(Form form, Texts texts)
    {
        var typed = form.Text("organisation", texts["networks.organisation.missing"]);
        if (typed.Length > 0 && typed.Count(char.IsAsciiDigit) is not 9)
        {
            form.Refuse("organisation", texts["networks.organisation.digits", typed]);
        }

        return form.ReadOptional<OrganisationNumber>("organisation", texts["networks.organisation.wrong", typed]) ?? default;
    }

    private static string Phone(Form form, Texts texts)
    {
        var typed = form.Text("phone", texts["networks.coordinator.phone.missing"], longest: 30);
        if (typed.Length > 0 && (typed.Count(char.IsAsciiDigit) < 8 || typed.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '(' or ')' or '-' or '\u00a0'))))
        {
            form.Refuse("phone", texts["networks.coordinator.phone.wrong", typed]);
        }

        return typed;
    }

    private static List<EnrolmentInput.Participant> People(Form form, NetworkDefinition run, Texts texts)
    {
        var people = new List<EnrolmentInput.Participant>();
        var roles = run.Programme.Enrolment.Roles.Select(r => r.Id).ToList();
        for (var i = 1; i <= RowsOf(form); i++)
        {
            var who = form.Optional($"who-{i}");
            var role = form.Raw($"role-{i}") ?? string.Empty;
            if (who.Length == 0 && role.Length == 0)
            {
                continue;
            }

            if (who.Length == 0)
            {
                form.Refuse($"who-{i}", texts["networks.person.who.missing", i]);
            }

            if (roles.Count > 0)
            {
                form.OneOf($"role-{i}", roles, texts["networks.person.role.missing", i]);
            }

            var gatherings = form.Ticked($"gatherings-{i}", All(run));
            if (gatherings.Count == 0)
            {
                form.Refuse($"gatherings-{i}", texts["networks.person.gatherings.missing", i]);
            }

            people.Add(new EnrolmentInput.Participant(who, role, gatherings));
        }

        if (people.Count == 0)
        {
            form.Refuse("who-1", texts["networks.person.none"]);
        }

        return people;
    }
}
