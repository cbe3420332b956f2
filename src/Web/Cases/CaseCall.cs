using Mestring.Core.Networks;
using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Cases;

/// <summary>What every request about one course brings with it.</summary>
internal sealed record CaseCall(
    MunicipalityCode Municipality, string Slug, Guid Id, Membership Member, MestringDb Db, HttpRequest Request, Drafts Drafts, Texts Texts, Audit Audit, Visitor Visitor, Tenant Tenant, Frame Frame, TimeProvider Clock, CancellationToken Ct)
{
    /// <summary>The route of one course; the pages of the course begin with it.</summary>
    public const string Route = "/m/{municipality}/{slug}/cases/{id:guid}";

    public string List => $"/m/{Municipality}/{Slug}/cases";

    public string Address => $"{List}/{Id}";

    /// <summary>Whether the course may be changed: until the last window of its network has closed.</summary>
    public bool CanChange => Tenant.Registration is not Registration.Closed;

    public DateOnly Today => Clock.Today();

    /// <summary>Notes the change or the reading in the trail, under the course.</summary>
    public void Note(string action, object? before = null, object? after = null) => Audit.Note(action, Audit.Subject(Id), Municipality, Slug, before, after);

    /// <summary>Notes that this person has seen the course.</summary>
    public Task NoteRead()
    {
        Note(ReadAction);
        return Db.SaveChangesAsync(Ct);
    }

    public const string ReadAction = Audit.ReadCase;
}
