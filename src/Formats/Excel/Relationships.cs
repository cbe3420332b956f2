using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>Which part of a workbook stands for which.</summary>
internal static class Relationships
{
    private const int Most = 5_000;

    /// <param name="Id">The name another part uses.</param>
    /// <param name="Type">The last word of the type, such as worksheet.</param>
    /// <param name="Written">Where it points, as written.</param>
    /// <param name="Path">The path in the archive; null where it points outside, which is nothing as long as nobody opens it.</param>
    internal sealed record Link(string Id, string Type, string Written, string? Path)
    {
        /// <summary>The path of a part that is to be opened.</summary>
        /// <exception cref="TableException">It lies outside the archive.</exception>
        internal string Target => Path ?? throw new TableException(
            TableFault.UnsafeName, null, null, $"the workbook refers to {TableException.Quote(Written)}, which lies outside it.", "Save it again in Excel or LibreOffice, and do not open it if you do not know where it comes from.");

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
                links.Add(new Link(id, type[(type.LastIndexOf('/') + 1)..], target, Path(folder, target)));
                if (links.Count > Most)
                {
                    throw CentralDirectory.Damaged();
                }
            }
        }

        return links;
    }

    /// <summary>The path a target means from the folder of the part; null when it leaves the archive.</summary>
    private static string? Path(string folder, string target)
    {
        var written = target.Replace('\\', '/');
        var path = new List<string>();
        foreach (var step in (written.StartsWith('/') ? written : folder + written).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step is not ("." or ".."))
            {
                path.Add(step);
            }
            else if (step is "..")
            {
                if (path.Count == 0)
                {
                    return null;
                }

                path.RemoveAt(path.Count - 1);
            }
        }

        return string.Join('/', path);
    }
}
