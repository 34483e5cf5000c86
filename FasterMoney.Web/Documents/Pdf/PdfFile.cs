using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace FasterMoney.Web.Documents.Pdf;

/// <summary>The objects of a PDF file (ISO 32000-1, 7.5), written one after the other under their numbers.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly List<Place> _places = [];
    private readonly List<(int Number, string Body)> _packed = [];

    public PdfFile() => Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");

    /// <summary>The number of an object that is written later.</summary>
    public int Reserve()
    {
        _places.Add(default);
        return _places.Count;
    }

    public int Add(string body)
    {
        var number = Reserve();
        Put(number, body);
        return number;
    }

    public void Put(int number, string body)
    {
        _places[number - 1] = new(1, _bytes.Length, 0);
        Write($"{number} 0 obj\n{body}\nendobj\n");
    }

    /// <summary>As <see cref="Put"/>, but packed together with others: for what a document has a lot of.</summary>
    public void Pack(int number, string body) => _packed.Add((number, body));

    /// <param name="entries">What its dictionary says beside length and filter.</param>
    public int AddStream(string entries, ReadOnlySpan<byte> content)
    {
        var number = Reserve();
        _places[number - 1] = new(1, _bytes.Length, 0);
        WriteStream(number, entries, content);
        return number;
    }

    /// <summary>The whole file. Its identifiers come of its content: the same content, the same bytes.</summary>
    public byte[] Finish(int catalog, int information)
    {
        WritePacked();
        var identifier = Convert.ToHexString(SHA256.HashData(_bytes.GetBuffer().AsSpan(0, (int)_bytes.Length)).AsSpan(0, 16));
        var start = _bytes.Length;
        // The table of places (7.5.8) is a stream itself and has its own place in it; object 0 heads the list of free ones.
        _places.Add(new(1, start, 0));
        var table = new byte[7 * (_places.Count + 1)];
        table[5] = table[6] = 0xFF;
        for (var index = 0; index < _places.Count; index++)
        {
            var entry = table.AsSpan(7 * (index + 1));
            entry[0] = _places[index].Kind;
            BinaryPrimitives.WriteUInt32BigEndian(entry[1..], (uint)_places[index].Start);
            BinaryPrimitives.WriteUInt16BigEndian(entry[5..], (ushort)_places[index].Index);
        }

        var size = _places.Count + 1;
        WriteStream(size - 1, $"/Type/XRef/W[1 4 2]/Size {size}/Root {catalog} 0 R/Info {information} 0 R/ID[<{identifier}><{identifier}>]", table);
        Write($"startxref\n{start}\n%%EOF\n");
        return _bytes.ToArray();
    }

    /// <summary>A text as the file holds it: as it is where that is plain, in UTF-16 otherwise.</summary>
    public static string TextOf(string text) => text.All(character => character is >= ' ' and <= '~' and not ('(' or ')' or '\\'))
        ? $"({text})"
        : $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A number with at most three places.</summary>
    public static string NumberOf(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    public void Dispose() => _bytes.Dispose();

    // Streams of objects (7.5.7): the numbers and places of all, then all. The place of one is the stream and its index there.
    private void WritePacked()
    {
        foreach (var some in _packed.Chunk(1000))
        {
            var (heads, bodies) = (new StringBuilder(), new StringBuilder());
            foreach (var (number, body) in some)
            {
                heads.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
                bodies.Append(body).Append('\n');
            }

            var stream = AddStream($"/Type/ObjStm/N {some.Length}/First {heads.Length}", Encoding.Latin1.GetBytes(heads.Append(bodies).ToString()));
            for (var index = 0; index < some.Length; index++)
                _places[some[index].Number - 1] = new(2, stream, index);
        }
    }

    private void WriteStream(int number, string entries, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(content);
        }

        Write($"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {packed.Length}>>\nstream\n");
        packed.WriteTo(_bytes);
        Write("\nendstream\nendobj\n");
    }

    private void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));

    // How it is kept (1 by itself, 2 in a stream of objects), where, and its index there.
    private readonly record struct Place(byte Kind, long Start, int Index);
}
