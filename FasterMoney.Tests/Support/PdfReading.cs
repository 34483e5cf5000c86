using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace FasterMoney.Tests.Support;

/// <summary>A finished document as a reader program finds it.</summary>
public sealed class PdfReading
{
    public PdfReading(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        var pages = document.GetPages().ToList();
        Pages = [.. pages.Select(page => page.Text)];
        (Width, Height) = (pages[0].Width, pages[0].Height);
        (Title, Author, Producer) = (document.Information.Title, document.Information.Author, document.Information.Producer);
        Language = document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"), out StringToken language) ? language.Data : null;
        Addresses = [.. pages.SelectMany(page => page.GetHyperlinks()).Select(link => link.Uri)];
        Codes = [.. pages.SelectMany(page => page.Paths).Where(path => path.Count > 50).Select(path => ModulesOf([.. path.Select(part => part.GetBoundingRectangle()!.Value)]))];
        Letters = [.. pages.SelectMany(page => page.Letters)];
        Raw = System.Text.Encoding.Latin1.GetString(file);
        Fonts = [.. Letters.Select(letter => letter.FontName!).Distinct()];
        Parts = PdfParts.Of(document, pages);
        Untagged = [.. pages.SelectMany(page => page.Letters.Except(page.GetMarkedContents().SelectMany(PdfParts.LettersOf))).Select(letter => letter.Value)];
    }

    public IReadOnlyList<string> Pages { get; }

    public string Text => string.Join('\n', Pages);

    /// <summary>The text without any space, since lines may be broken anywhere.</summary>
    public string Bare => Without(Text);

    public double Width { get; }

    public double Height { get; }

    public string? Title { get; }

    public string? Author { get; }

    public string? Producer { get; }

    public string? Language { get; }

    public IReadOnlyList<string> Addresses { get; }

    /// <summary>The QR codes among the shapes: dark modules by row and column.</summary>
    public IReadOnlyList<bool[,]> Codes { get; }

    public IReadOnlyList<Letter> Letters { get; }

    public string Raw { get; }

    /// <summary>Names of the fonts that something is written in.</summary>
    public IReadOnlyList<string> Fonts { get; }

    /// <summary>The document's parts that hold something, in reading order.</summary>
    public IReadOnlyList<PdfPart> Parts { get; }

    /// <summary>Letters that belong to no part and are no decoration.</summary>
    public IReadOnlyList<string> Untagged { get; }

    public static string Without(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static bool[,] ModulesOf(List<PdfRectangle> runs)
    {
        var (left, top) = (runs.Min(run => run.Left), runs.Max(run => run.Top));
        var module = runs.Min(run => run.Height);
        var side = (int)Math.Round((runs.Max(run => run.Right) - left) / module);
        var modules = new bool[side, side];
        foreach (var run in runs)
        {
            var (row, column) = ((int)Math.Round((top - run.Top) / module), (int)Math.Round((run.Left - left) / module));
            for (var at = 0; at < (int)Math.Round(run.Width / module); at++)
                modules[row, column + at] = true;
        }

        return modules;
    }
}
