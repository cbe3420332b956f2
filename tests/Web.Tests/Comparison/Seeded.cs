using System.Runtime.CompilerServices;
using Mestring.Core;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Storage;

namespace Mestring.Web.Tests.Comparison;

/// <summary>Networks and their members, put into the database of a test.</summary>
internal static class Seeded
{
    public const string Reablement = "hverdagsrehabilitering";

    public const string Disability = "utviklingshemming";

    /// <summary>A run of a shipped programme, with its members confirmed.</summary>
    public static Task Network(this App app, string slug, string programme, DateOnly first, params (string Code, string Name)[] members) => app.Database(async db =>
    {
        var definition = Programme(programme).Schedule(first, slug, new LocalizedText("Prøvenettverket", "Prøvenettverket", "The test network"));
        db.Networks.Add(new NetworkRow
        {
            Slug = slug,
            Programme = programme,
            State = NetworkState.Running,
            Definition = ProgrammeJson.Write(definition),
            Deadline = definition.Terms.Deadline,
            FirstDay = definition.Starts(),
            LastDay = definition.Ends(),
            Version = 1,
        });
        foreach (var (code, name) in members)
        {
            db.Enrolments.Add(new EnrolmentRow
            {
                Municipality = MunicipalityCode.Parse(code, null),
                Network = slug,
                SubmissionId = Guid.CreateVersion7(App.Start),
                Reference = $"{slug}-{code}",
                State = EnrolmentState.Confirmed,
                MunicipalityName = name,
                SubmittedAt = App.Start,
                Version = 1,
            });
        }

        await db.SaveChangesAsync();
    });

    public static Programme Programme(string id, [CallerFilePath] string here = "") =>
        ProgrammeJson.ReadProgramme(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, $"../../../programmes/{id}.json")));
}
