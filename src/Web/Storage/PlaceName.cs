using Mestring.Core.Places;

namespace Mestring.Web.Storage;

/// <summary>A municipality and what it is called.</summary>
public sealed record PlaceName(MunicipalityCode Code, string Name);
