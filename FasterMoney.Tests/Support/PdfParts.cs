using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace FasterMoney.Tests.Support;

/// <summary>A part of a tagged document: a heading, a cell.</summary>
public sealed record PdfPart(string Kind, string Text, string? Instead);

/// <summary>Walks a document's structure as a program for the blind does: from the root, part by part, to the pieces of the pages.</summary>
public static class PdfParts
{
    public static IReadOnlyList<PdfPart> Of(PdfDocument document, IReadOnlyList<Page> pages)
    {
        var catalog = document.Structure.Catalog.CatalogDictionary;
        if (!catalog.TryGet(NameToken.Create("StructTreeRoot"), out IToken root))
            return [];
        var pieces = pages.Select(page => page.GetMarkedContents().ToLookup(content => content.MarkedContentIdentifier)).ToList();
        var parts = new List<PdfPart>();
        Walk(Get(root), parts);
        return parts;

        void Walk(DictionaryToken part, List<PdfPart> found)
        {
            var text = "";
            var index = found.Count;
            foreach (var kid in Kids(part).Select(Get))
            {
                if (kid.TryGet(NameToken.Create("MCID"), out NumericToken piece) && kid.TryGet(NameToken.Create("Pg"), out IndirectReferenceToken page))
                    text += string.Concat(pieces[PageOf(page)][piece.Int].SelectMany(LettersOf).Select(letter => letter.Value));
                else if (kid.ContainsKey(NameToken.Create("S")))
                    Walk(kid, found);
            }

            if (part.TryGet(NameToken.Create("S"), out NameToken kind) && (text.Length > 0 || part.ContainsKey(NameToken.Create("Alt"))))
                found.Insert(index, new PdfPart(kind.Data, text, part.TryGet(NameToken.Create("Alt"), out StringToken instead) ? instead.Data : null));
        }

        // Pages have their place in the structure as a number.
        int PageOf(IndirectReferenceToken page) =>
            Get(page).TryGet(NameToken.Create("StructParents"), out NumericToken place) ? place.Int : throw new InvalidOperationException("A page without its place in the structure.");

        DictionaryToken Get(IToken token) => token as DictionaryToken ?? (DictionaryToken)document.Structure.GetObject(((IndirectReferenceToken)token).Data).Data;
    }

    public static IEnumerable<Letter> LettersOf(MarkedContentElement content) => content.Letters.Concat(content.Children.SelectMany(LettersOf));

    private static IEnumerable<IToken> Kids(DictionaryToken part) => part.TryGet(NameToken.Create("K"), out IToken kids) ? kids is ArrayToken array ? array.Data : [kids] : [];
}
