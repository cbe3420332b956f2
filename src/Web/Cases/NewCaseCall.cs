using Mestring.Core.Measures;
using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mestring.Web.Cases;

/// <summary>One request about a case that is not there yet.</summary>
internal sealed record NewCaseCall(
    MunicipalityCode Municipality, string Slug, Guid Draft, int Screen, Membership Member, MestringDb Db, Drafts Drafts, Texts Texts, Frame Frame, Visitor Visitor, TimeProvider Clock, CancellationToken Ct)
{
    private const int Drawn = 5;

    /// <summary>The id of the case to be.</summary>
    public Guid Id => Draft;

    public string List => $"/m/{Municipality}/{Slug}/cases";

    /// <summary>Where the case will be.</summary>
    public string Case => $"{List}/{Id}";

    /// <summary>The address its draft is named by.</summary>
    public string Path => $"{List}/new/{Id}";

    public DraftNote Note => new($"/m/{Municipality}/{Slug}/drafts", Path, null);

    /// <summary>Null where the network registers no cases.</summary>
    public IReadOnlyList<FollowUpWindow>? Windows => Member.Definition.Programme is { Features.RegistersCases: true } programme ? programme.Windows : null;

    public string At(int screen) => $"{Path}/{screen}";

    public CaseRow Row() => new() { Municipality = Municipality, Id = Id, Network = Slug, GoalInstrument = GoalInstrument.Psfs, CreatedAt = Clock.GetUtcNow() };

    /// <summary>What the fields hold before anything is typed. Several pseudonyms are drawn, and one command says which are taken.</summary>
    public async Task<CaseBasics> Blank()
    {
        string[] drawn = [.. Enumerable.Range(0, Drawn).Select(_ => Pseudonyms.Draw())];
        var taken = await Db.Cases.Where(c => drawn.Contains(c.Pseudonym)).Select(c => c.Pseudonym).ToListAsync(Ct);
        return new CaseBasics { Responsible = Visitor.Name, StartedOn = Clock.Today(), Pseudonym = drawn.Except(taken, StringComparer.Ordinal).First() };
    }
}
