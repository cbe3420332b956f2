using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Which part of a workbook stands for which.</summary>
internal static class Relationships
{
    private const int Most = 5_000;

    /// <param name="Id">The name another part uses.</param>
    /// <param name="Type">The last word of the type, such as worksheet.</param>
    /// <param name="Target">The path in the archive.</param>
    internal sealed record Link(string Id, string Type, string Target)
    {
        internal bool Is(string type) => string.Equals(Type, type, StringComparison.Ordinal);
    }

    /// <summary>The links of a part in <paramref name="folder"/>; those to other files are left out, so nothing ever follows them.</summary>
    internal static List<Link> Read(PartXml? part, string folder)
    {
        var links = new List<Link>();
        while (part is not null && part.Read())
        {
            if (part.Starts("Relationship") && !string.Equals(part.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && part.Attribute("Id") is { } id && part.Attribute("Type") is { } type && part.Attribute("Target") is { } target)
            {
                links.Add(new Link(id, type[(type.LastIndexOf('/') + 1)..], Path(folder, target)));
                if (links.Count > Most)
                {
                    throw CentralDirectory.Damaged();
                }
            }
        }

        return links;
    }

    private static string Path(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        path = path.StartsWith('/') ? path[1..] : folder + path;
        return !path.Split('/').Contains("..") ? path
            : throw new TableException(TableFault.UnsafeName, null, null, $"the workbook refers to {TableException.Quote(target)}, which may lie outside it.", "Save it again in Excel or LibreOffice, and do not open it if you do not know where it comes from.");
    }
}
