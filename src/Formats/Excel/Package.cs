using System.IO.Compression;
using System.Text;
using System.Xml;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>The archive of a workbook: checked before anything is unpacked, and held to limits while it is.</summary>
internal sealed class Package : IDisposable
{
    private static readonly byte[] _compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Allowance _allowance;

    private Package(ZipArchive archive, long packed, TableLimits limits)
    {
        _archive = archive;
        Limits = limits;
        _allowance = new Allowance(Math.Min(limits.Unpacked, Math.Max(20_000_000, packed * limits.Ratio)));
        foreach (var entry in archive.Entries)
        {
            Add(entry);
        }
    }

    internal TableLimits Limits { get; }

    /// <exception cref="TableException">The file is no archive, or one that is not read.</exception>
    internal static Package Open(Stream stream, TableLimits limits)
    {
        if (stream.Length > limits.Packed)
        {
            throw new TableException(TableFault.TooLarge, null, null, $"the file has {stream.Length.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} bytes.", "Split it and read one part after the other.");
        }

        RefuseOtherFiles(stream);
        ZipArchive? archive = null;
        try
        {
            CentralDirectory.Check(stream, limits.Parts);
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return new Package(archive, stream.Length, limits);
        }
        catch (Exception problem)
        {
            archive?.Dispose();
            if (IsDamage(problem))
            {
                throw CentralDirectory.Damaged();
            }

            throw;
        }
    }

    /// <summary>Reads a part as XML. A document type is refused, and nothing outside the part is ever opened.</summary>
    internal PartXml? Xml(string name) => _parts.GetValueOrDefault(name) is { } part ? new PartXml(() => Unpack(part)) : null;

    /// <summary>The first letters of a small part, for the type of a file of another kind.</summary>
    internal string Start(string name)
    {
        if (!_parts.TryGetValue(name, out var part))
        {
            return string.Empty;
        }

        try
        {
            Span<byte> start = stackalloc byte[100];
            using var stream = Unpack(part);
            return Encoding.ASCII.GetString(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw CentralDirectory.Damaged();
        }
    }

    /// <summary>Whether an exception of the framework means that the file's bytes are not what they should be.</summary>
    internal static bool IsDamage(Exception problem) =>
        problem is InvalidDataException or XmlException or IOException or ArgumentException or NotSupportedException or OverflowException or FormatException;

    public void Dispose() => _archive.Dispose();

    private UnpackedStream Unpack(ZipArchiveEntry part) => new(part.Open(), _allowance);

    private void Add(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
        {
            throw new TableException(TableFault.UnsafeName, null, null, $"a part of the workbook is named {TableException.Quote(entry.FullName)}, which lies outside it.", "Do not open this file; ask the sender for a new one.");
        }

        if (entry.IsEncrypted)
        {
            throw Encrypted();
        }

        if (!name.EndsWith('/') && !_parts.TryAdd(name, entry))
        {
            throw new TableException(TableFault.Damaged, null, null, $"the workbook has two parts named {TableException.Quote(name)}.", "Open it in Excel or LibreOffice, save it again and try once more.");
        }
    }

    private static void RefuseOtherFiles(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        stream.Position = 0;
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == 0)
        {
            throw new TableException(TableFault.Empty, null, null, "the file is empty.", "Export it again.");
        }

        if (start[..read].SequenceEqual(_compound))
        {
            throw HasPassword(stream) ? Encrypted()
                : new TableException(TableFault.OldWorkbook, null, null, "the file is a workbook of Excel 2003 or older (.xls).", "Open it and save it as an Excel workbook (.xlsx).");
        }

        if (!start[..read].StartsWith("PK\u0003\u0004"u8))
        {
            throw new TableException(TableFault.NotATable, null, null, "the file is no workbook.", "Save it as an Excel workbook (.xlsx) or as CSV.");
        }
    }

    /// <summary>Excel keeps a workbook with a password in the same kind of file as the old ones, under this name.</summary>
    private static bool HasPassword(Stream stream)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var bytes = new byte[64 * 1024];
        stream.Position = 0;
        var kept = 0;
        while (stream.Read(bytes, kept, bytes.Length - kept) is var read and > 0)
        {
            var seen = bytes.AsSpan(0, kept + read);
            if (seen.IndexOf(name) >= 0)
            {
                return true;
            }

            kept = Math.Min(seen.Length, name.Length - 1);
            seen[^kept..].CopyTo(bytes);
        }

        return false;
    }

    private static TableException Encrypted() => new(TableFault.Encrypted, null, null, "the workbook has a password.", "Open it in Excel, take the password away and save it.");
}
