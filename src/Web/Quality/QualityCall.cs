using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.Quality;

/// <summary>What every request about the quality of one course brings with it.</summary>
internal sealed record QualityCall(
    MunicipalityCode Municipality, string Slug, Guid Id, Membership Member, MestringDb Db, HttpRequest Request, Drafts Drafts, Texts Texts, Audit Audit, Visitor Visitor, Frame Frame, TimeProvider Clock, CancellationToken Ct)
{
    public string Case => $"/m/{Municipality}/{Slug}/cases/{Id}";

    public string Address => $"{Case}/quality";
}
