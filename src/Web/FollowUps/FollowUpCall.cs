using Mestring.Core.Places;
using Mestring.Web.Access;
using Mestring.Web.Design;
using Mestring.Web.Storage;

namespace Mestring.Web.FollowUps;

/// <summary>What every request about a municipality's follow-ups in one network brings with it.</summary>
internal sealed record FollowUpCall(MunicipalityCode Municipality, string Slug, Membership Member, MestringDb Db, Texts Texts, Audit Audit, Visitor Visitor, TimeProvider Clock, CancellationToken Ct)
{
    public string Address => $"/m/{Municipality}/{Slug}/follow-ups";
}
