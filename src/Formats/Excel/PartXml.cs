using System.Text;
using System.Xml;
using Mestring.Formats.Tables;

namespace Mestring.Formats.Excel;

/// <summary>One part of a workbook, read forward in bounded memory; whatever is wrong with it comes out as a refusal of the file.</summary>
internal sealed class PartXml : IDisposable
{
    private const int Deepest = 64;
    private readonly Func<Stream> _open;
    private readonly Stream _stream;
    private readonly XmlReader _reader;
    private readonly char[] _piece = new char[4096];
    private readonly StringBuilder _text = new();

    internal PartXml(Func<Stream> open)
    {
        _open = open;
        _stream = Open();
        _reader = Begin(_stream);
    }

    internal int Depth => _reader.Depth;

    internal bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>Goes to the next node; false at the end of the part.</summary>
    internal bool Read()
    {
        try
        {
            return _reader.Read() && (_reader.Depth <= Deepest ? true : throw new InvalidDataException("Too deep."));
        }
        catch (Exception problem) when (Package.IsDamage(problem))
        {
            throw Refusal(problem);
        }
    }

    internal bool Starts(string name) => _reader.NodeType == XmlNodeType.Element && string.Equals(_reader.LocalName, name, StringComparison.Ordinal);

    internal bool Ends(string name) => _reader.NodeType == XmlNodeType.EndElement && string.Equals(_reader.LocalName, name, StringComparison.Ordinal);

    internal bool EndsAt(int depth) => _reader.NodeType == XmlNodeType.EndElement && _reader.Depth == depth;

    /// <summary>An attribute by its local name, in whatever namespace.</summary>
    internal string? Attribute(string name) => _reader.GetAttribute(name);

    internal string? RelationshipId()
    {
        for (var more = _reader.MoveToFirstAttribute(); more; more = _reader.MoveToNextAttribute())
        {
            if (string.Equals(_reader.LocalName, "id", StringComparison.Ordinal) && _reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = _reader.Value;
                _reader.MoveToElement();
                return id;
            }
        }

        _reader.MoveToElement();
        return null;
    }

    /// <summary>The text of the element the reader stands on, which it leaves at its end; null when it is longer than <paramref name="longest"/>.</summary>
    internal string? Text(int longest)
    {
        if (_reader.IsEmptyElement)
        {
            return string.Empty;
        }

        var depth = _reader.Depth;
        _text.Clear();
        while (Read() && !EndsAt(depth))
        {
            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                for (var read = Piece(); read > 0; read = Piece())
                {
                    _text.Append(_piece, 0, read);
                    if (_text.Length > longest)
                    {
                        return null;
                    }
                }
            }
        }

        return _text.ToString();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    /// <summary>A reader of the part; making one reads its first bytes, which may be damaged.</summary>
    private XmlReader Begin(Stream stream)
    {
        try
        {
            return XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                NameTable = new BoundedNames(),
            });
        }
        catch (Exception problem)
        {
            stream.Dispose();
            if (Package.IsDamage(problem))
            {
                throw Refusal(problem);
            }

            throw;
        }
    }

    private int Piece()
    {
        try
        {
            return _reader.ReadValueChunk(_piece, 0, _piece.Length);
        }
        catch (Exception problem) when (Package.IsDamage(problem))
        {
            throw Refusal(problem);
        }
    }

    private Stream Open()
    {
        try
        {
            return _open();
        }
        catch (Exception problem) when (Package.IsDamage(problem))
        {
            throw Refusal(problem);
        }
    }

    private TableException Refusal(Exception problem) => problem is XmlException && HasDocumentType()
        ? new TableException(TableFault.DocumentType, null, null, "a part of the workbook declares a document type, which could open other files.", "Do not open this file; ask the sender for a new one.")
        : CentralDirectory.Damaged();

    /// <summary>The reader refuses a document type with the same exception as any fault, so the beginning is looked at once more.</summary>
    private bool HasDocumentType()
    {
        try
        {
            using var again = _open();
            var start = new byte[8192];
            var read = again.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return start.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0 || start.AsSpan(0, read).IndexOf(Encoding.Unicode.GetBytes("<!DOCTYPE")) >= 0;
        }
        catch (Exception problem) when (Package.IsDamage(problem))
        {
            return false;
        }
    }
}
