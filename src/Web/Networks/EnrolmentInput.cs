using System.Security.Cryptography;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Networks;

/// <summary>What a municipality wrote when it enrolled.</summary>
internal sealed record EnrolmentInput(
    OrganisationNumber Organisation,
    string Name,
    string Email,
    string Phone,
    IReadOnlyList<EnrolmentInput.Participant> People,
    string Status,
    IReadOnlyList<string> Anchoring,
    bool InformationMeeting,
    string Comment)
{
    /// <summary>No vowels, so that no word comes out, and nothing that looks like something else.</summary>
    private const string Letters = "23456789BCDFGHJKMNPQRSTVWXYZ";

    /// <summary>The enrolment with everything its fee rests on, as it is today.</summary>
    public EnrolmentRow Freeze(string network, Guid once, FeeCalculator.Answer answer, NetworkDefinition run, Texts texts, DateTimeOffset now)
    {
        var fee = Fee.Freeze(run.Fee(), answer.Population);
        return new EnrolmentRow
        {
            Municipality = answer.Chosen!.Code,
            Network = network,
            SubmissionId = once,
            Reference = NewReference(),
            State = EnrolmentState.Received,
            MunicipalityName = answer.Chosen.Name,
            OrganisationNumber = Organisation.ToString(),
            CoordinatorName = Name,
            CoordinatorEmail = Email,
            CoordinatorPhone = Phone,
            Language = texts.Tag,
            Status = Status,
            Anchoring = string.Join(' ', Anchoring),
            InformationMeeting = InformationMeeting,
            Comment = Comment,
            FeeAmount = (int?)fee.Amount,
            FeeBand = fee.Band is { } band ? FormattableString.Invariant($"{band.From}-{band.To}") : string.Empty,
            FeeRule = ProgrammeJson.Write(fee),
            Population = answer.Population?.Inhabitants ?? 0,
            PopulationDate = answer.Population?.AsOf ?? default,
            PopulationSource = answer.Population?.Source ?? string.Empty,
            SubmittedAt = now,
        };
    }

    /// <summary>48 random bits that can be read aloud.</summary>
    private static string NewReference() => RandomNumberGenerator.GetString(Letters, 10).Insert(5, "-");

    /// <summary>Somebody who comes.</summary>
    /// <param name="Who">A name, or a function.</param>
    /// <param name="Role">One of the programme's roles; empty when it asks for none.</param>
    /// <param name="Gatherings">Numbers of the gatherings.</param>
    public sealed record Participant(string Who, string Role, IReadOnlyList<string> Gatherings)
    {
        public EnrolmentPerson Row(EnrolmentRow enrolment, int number) => new()
        {
            Municipality = enrolment.Municipality,
            Network = enrolment.Network,
            Number = number,
            Who = Who,
            Role = Role,
            Gatherings = string.Join(' ', Gatherings),
        };
    }
}
