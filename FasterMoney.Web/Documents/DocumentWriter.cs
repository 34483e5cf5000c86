using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace FasterMoney.Web.Documents;

/// <summary>
/// Writes what the builder has no setting for: the language, that viewers show the title instead of the file's name,
/// and identifiers that come of the content.
/// </summary>
internal sealed class DocumentWriter(string language) : ITokenWriter
{
    private readonly TokenWriter _inner = new();

    public bool WritingPageContents
    {
        get => _inner.WritingPageContents;
        set => _inner.WritingPageContents = value;
    }

    public void WriteToken(IToken token, Stream outputStream)
    {
        if (token is ObjectToken { Data: DictionaryToken dictionary } whole
            && dictionary.TryGet(NameToken.Type, out NameToken type) && type.Equals(NameToken.Catalog))
        {
            var preferences = new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Create("DisplayDocTitle")] = BooleanToken.True });
            token = new ObjectToken(whole.Position, whole.Number, dictionary
                .With(NameToken.Create("Lang"), new StringToken(language))
                .With(NameToken.Create("ViewerPreferences"), preferences));
        }

        _inner.WriteToken(token, outputStream);
    }

    public void WriteObject(long objectNumber, int generation, byte[] data, Stream outputStream) =>
        _inner.WriteObject(objectNumber, generation, data, outputStream);

    public void WriteCrossReferenceTable(
        IReadOnlyDictionary<IndirectReference, long> objectOffsets,
        IndirectReference catalogToken,
        Stream outputStream,
        IndirectReference? documentInformationReference,
        long? prevTableLocation)
    {
        _inner.WriteCrossReferenceTable(objectOffsets, catalogToken, outputStream, documentInformationReference, prevTableLocation);
        var file = ((MemoryStream)outputStream).GetBuffer().AsSpan(0, (int)outputStream.Length);
        Identify(file[..(int)objectOffsets.Values.Max()], file[(int)objectOffsets.Values.Max()..]);
    }

    // The writer draws both of the file's identifiers by lot; out of its content they are the same for the same content.
    private static void Identify(ReadOnlySpan<byte> content, Span<byte> end)
    {
        var identifier = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 16)));
        var rest = end[(end.LastIndexOf("/ID"u8) + 3)..];
        for (var which = 0; which < 2; which++)
        {
            rest = rest[(rest.IndexOf((byte)'<') + 1)..];
            identifier.CopyTo(rest);
        }
    }
}
