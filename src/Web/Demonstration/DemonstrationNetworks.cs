using System.Globalization;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Demonstration;

/// <summary>The runs of the demonstration, their members and what has come of the assignments.</summary>
internal sealed class DemonstrationNetworks(Scene scene)
{
    /// <summary>Days from today to the gatherings of a run that is under way: all but the last are held.</summary>
    private static readonly int[][] Rhythm = [[-400, -340, -230, 40], [-300, -220, -130, -45, 150]];

    private static readonly int[] Members = [10, 8];

    private readonly List<string> _slugs = [];

    public IReadOnlyList<string> Slugs => _slugs;

    /// <summary>A run that begins in two months and takes enrolments: one municipality short of the minimum.</summary>
    public void AddOpen(Programme programme)
    {
        var first = Weekday(scene.Today.AddDays(63));
        var run = Name(programme, first);
        var definition = programme.Schedule(first, run.Slug, run.Name);
        Add(programme, definition, NetworkState.Open);
        EnrolmentState[] states = [EnrolmentState.Confirmed, EnrolmentState.Confirmed, EnrolmentState.Received, EnrolmentState.Received, EnrolmentState.Withdrawn];
        foreach (var (place, state) in scene.Data.Municipalities.Reverse().Zip(states))
        {
            Enrol(definition, place, state, scene.Now.AddDays(-scene.Chance.Next(1, 14)));
        }
    }

    /// <summary>A run that is under way, with all its members.</summary>
    /// <returns>The run, and its members in the order of the data.</returns>
    public RunningNetwork AddRunning(Programme programme)
    {
        var kind = programme.Features.RegistersCases ? 0 : 1;
        var first = Weekday(scene.Today.AddDays(Rhythm[kind][0]));
        var run = Name(programme, first);
        var scheduled = programme.Schedule(first, run.Slug, run.Name);
        var plans = scheduled.Terms.Gatherings.Select((plan, i) =>
        {
            var day = Weekday(scene.Today.AddDays(Rhythm[kind][i]));
            var held = day < scene.Today;
            return plan with
            {
                Dates = new GatheringDates(day, day.AddDays(1), MonthsOnly: false),
                Place = held ? LocalizedText.Same(scene.Data.Municipalities[i].Name) : null,
                Mode = held || i == 0 ? MeetingMode.Physical : MeetingMode.Undecided,
            };
        }).ToList();
        var definition = scheduled with { Terms = scheduled.Terms with { Gatherings = plans, Deadline = plans[0].Dates.First.AddDays(-39) } };
        Add(programme, definition, NetworkState.Running);
        var members = scene.Data.Municipalities.Take(Members[kind]).ToList();
        var enrolled = new DateTimeOffset(definition.Terms.Deadline.AddDays(-10), new TimeOnly(9, 0), TimeSpan.Zero);
        foreach (var place in members)
        {
            Enrol(definition, place, EnrolmentState.Confirmed, enrolled);
            Attend(definition, place);
            HandIn(definition, place);
        }

        scene.Db.Messages.Add(new MessageRow { Id = scene.NewId(), Network = run.Slug, At = scene.Now.AddDays(-3), By = scene.Data.People[0].Name, Subject = scene.Data.Message.Subject, Body = scene.Data.Message.Body });
        return new RunningNetwork(run.Slug, definition, members);
    }

    private void Add(Programme programme, NetworkDefinition planned, NetworkState state)
    {
        var definition = planned with { Terms = planned.Terms with { Contact = new NetworkContact(scene.Data.People[0].Name, "nettverk@demonstration.example", "00 00 00 00") } };
        var published = new DateTimeOffset(definition.Terms.Deadline.AddDays(-60), new TimeOnly(8, 0), TimeSpan.Zero);
        scene.Db.Networks.Add(new NetworkRow
        {
            Slug = definition.Terms.Slug,
            Programme = programme.Id,
            State = state,
            Definition = ProgrammeJson.Write(definition),
            Deadline = definition.Terms.Deadline,
            FirstDay = definition.Starts(),
            LastDay = definition.Ends(),
            Demonstration = true,
            PublishedAt = published < scene.Now ? published : scene.Now,
            DecidedAt = state is NetworkState.Running ? new DateTimeOffset(definition.Terms.Deadline.AddDays(2), new TimeOnly(10, 0), TimeSpan.Zero) : null,
        });
        _slugs.Add(definition.Terms.Slug);
    }

    private void Enrol(NetworkDefinition definition, DemonstrationData.Place place, EnrolmentState state, DateTimeOffset at)
    {
        var code = MunicipalityCode.Parse(place.Code, null);
        var slug = definition.Terms.Slug;
        var coordinator = scene.Data.People.First(p => string.Equals(p.Municipality, place.Code, StringComparison.Ordinal));
        var population = new Population(code, scene.PopulationDate, place.Population, scene.Data.Source);
        var row = new EnrolmentRow
        {
            Municipality = code,
            Network = slug,
            SubmissionId = scene.NewId(),
            Reference = string.Create(CultureInfo.InvariantCulture, $"{slug[..1].ToUpperInvariant()}{scene.Chance.Next(100_000, 999_999)}-{place.Code}"),
            State = state,
            MunicipalityName = place.Name,
            OrganisationNumber = scene.NewOrganisationNumber(),
            CoordinatorName = coordinator.Name,
            CoordinatorEmail = $"koordinator.{place.Code}@demonstration.example",
            CoordinatorPhone = "00 00 00 00",
            Language = place.Form,
            Status = definition.Programme.Enrolment.Statuses is { Count: > 0 } statuses ? scene.Pick(statuses).Id : string.Empty,
            Anchoring = string.Join(' ', definition.Programme.Enrolment.Anchoring.Where(_ => scene.Happens(0.7)).Select(a => a.Id)),
            InformationMeeting = definition.Terms.InformationMeeting is not null,
            SubmittedAt = at,
            DecidedAt = state is EnrolmentState.Received ? null : at.AddDays(4) < scene.Now ? at.AddDays(4) : scene.Now,
        };
        var fee = Fee.Freeze(definition.Fee(), population);
        row.FeeAmount = (int?)fee.Amount;
        row.FeeRule = ProgrammeJson.Write(fee);
        (row.Population, row.PopulationDate, row.PopulationSource) = (population.Inhabitants, population.AsOf, population.Source);
        scene.Db.Enrolments.Add(row);
        AddPeople(definition, code, slug);
    }

    private void AddPeople(NetworkDefinition definition, MunicipalityCode code, string slug)
    {
        var roles = definition.Programme.Enrolment.Roles;
        var count = scene.Chance.Next(3, 7);
        for (var number = 1; number <= count; number++)
        {
            var gatherings = definition.Terms.Gatherings.Where(_ => scene.Happens(0.85)).Select(g => g.Number);
            scene.Db.EnrolmentPeople.Add(new EnrolmentPerson
            {
                Municipality = code,
                Network = slug,
                Number = number,
                Who = scene.Pick(scene.Data.Functions),
                Role = roles[(number - 1) % roles.Count].Id,
                Gatherings = string.Join(' ', gatherings.Select(g => g.ToString(CultureInfo.InvariantCulture))),
            });
        }
    }

    private void Attend(NetworkDefinition definition, DemonstrationData.Place place)
    {
        foreach (var gathering in definition.Terms.Gatherings.Where(g => g.Dates.Last < scene.Today))
        {
            scene.Db.Attendance.Add(new AttendanceRow
            {
                Municipality = MunicipalityCode.Parse(place.Code, null),
                Network = definition.Terms.Slug,
                Gathering = gathering.Number,
                Present = scene.Chance.Next(2, 7),
                Politicians = gathering.Number == 1 ? scene.Chance.Next(0, 3) : 0,
            });
        }
    }

    /// <summary>Most have answered and are approved; the last one due is partly waiting to be read, sent back, or missing.</summary>
    private void HandIn(NetworkDefinition definition, DemonstrationData.Place place)
    {
        foreach (var assignment in definition.Assignments().Where(a => a.Due < scene.Today))
        {
            var latest = assignment.Due > scene.Today.AddDays(-150);
            var luck = scene.Chance.NextDouble();
            if (latest && luck > 0.85)
            {
                continue;
            }

            var state = !latest || luck < 0.55 ? HandInState.Approved : luck < 0.75 ? HandInState.HandedIn : HandInState.Returned;
            scene.Db.HandIns.Add(new HandInRow
            {
                Municipality = MunicipalityCode.Parse(place.Code, null),
                Network = definition.Terms.Slug,
                Assignment = assignment.Assignment.Number,
                State = state,
                Text = place.Form is "nn" ? scene.Data.HandIns.Nn : scene.Data.HandIns.Nb,
                Shared = scene.Happens(0.5),
                Comment = state is HandInState.Returned ? scene.Data.HandIns.Returned : string.Empty,
                At = new DateTimeOffset(assignment.Due.AddDays(-scene.Chance.Next(0, 6)), new TimeOnly(13, 30), TimeSpan.Zero),
                By = scene.Data.People.First(p => string.Equals(p.Municipality, place.Code, StringComparison.Ordinal)).Name,
            });
        }
    }

    private (string Slug, LocalizedText Name) Name(Programme programme, DateOnly first)
    {
        var name = scene.Data.Names[programme.Id];
        var slug = string.Create(CultureInfo.InvariantCulture, $"{programme.Id}-{first.Year}");
        return (slug, new LocalizedText(In(name.Nb), In(name.Nn), In(name.En)));

        string In(string pattern) => string.Format(CultureInfo.InvariantCulture, pattern, first.Year, first.Year + 1);
    }

    /// <summary>The Tuesday of that week: gatherings of two days never touch a weekend.</summary>
    private static DateOnly Weekday(DateOnly day) => day.AddDays(DayOfWeek.Tuesday - day.DayOfWeek);
}
