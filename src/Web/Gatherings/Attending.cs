using Mestring.Core.Networks;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Gatherings;

/// <summary>Whom a municipality has registered for one gathering, and what is advised.</summary>
/// <param name="Count">People registered for it.</param>
/// <param name="People">Who they are: name or function, and role.</param>
/// <param name="Advice">Soft advice in words; empty when there is none.</param>
public sealed record Attending(int Count, IReadOnlyList<string> People, IReadOnlyList<string> Advice)
{
    internal static Attending Of(Programme programme, int gathering, IEnumerable<EnrolmentPerson> people, Texts texts)
    {
        var number = gathering.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var coming = people.Where(p => p.Gatherings.Split(' ').Contains(number, StringComparer.Ordinal)).ToList();
        var roles = programme.Enrolment.Roles.ToDictionary(r => r.Id, r => r.Label[texts.Language], StringComparer.Ordinal);
        var advice = new List<string>();
        if (coming.Count == 0)
        {
            advice.Add(texts["gatherings.advice.nobody"]);
        }
        else
        {
            if (programme.Attendance.IsFew(coming.Count))
            {
                advice.Add(texts["gatherings.advice.few", coming.Count, programme.Attendance.PersonsPerGathering!.Value]);
            }

            var missing = programme.Attendance.MissingRoles(gathering, coming.Select(p => p.Role));
            if (missing.Count > 0)
            {
                advice.Add(texts["gatherings.advice.roles", texts.List([.. missing.Select(r => roles.GetValueOrDefault(r, r).ToLower(texts.Culture))])]);
            }
        }

        return new Attending(coming.Count, [.. coming.Select(p => roles.TryGetValue(p.Role, out var role) ? texts["gatherings.person", p.Who, role] : p.Who)], advice);
    }
}
