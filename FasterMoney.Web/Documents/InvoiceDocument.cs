using System.Globalization;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Documents;

/// <summary>
/// The invoice as a PDF document, made from what the customer's page shows and in the same words, so that the two never
/// differ. Nothing is read or fetched while it is made.
/// </summary>
public static class InvoiceDocument
{
    /// <summary>How the document's address ends, below the page's.</summary>
    public const string LastSegment = "invoice.pdf";

    /// <summary>Makes the document, which keeps a processor busy: requests go through <see cref="DocumentTurns"/>.</summary>
    /// <param name="address">The page's, printed with a QR code; null where there is none to give.</param>
    public static DocumentFile Write(PortalInvoice invoice, PortalLanguage language, string? address, byte[]? logoPng)
    {
        var heading = $"{language.Text.Invoice} {invoice.Head.Number}";
        using var pages = new PdfPages(invoice.Head.Paper, language.Text.Code);
        // The moment of the figures, not of the writing: the same figures give the same bytes.
        var made = invoice.ReadAt.ToString("yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture).Replace(':', '\'');
        pages.Information.Title = $"{invoice.Head.Business.Name}: {heading}";
        pages.Information.Author = invoice.Head.Business.Name;
        pages.Information.CreationDate = $"D:{made}'";
        // What wrote it, in which version, is nobody's business.
        pages.Information.Producer = null!;
        new InvoiceLayout(pages, invoice, language).Draw(address, logoPng);
        return new DocumentFile(FileName(heading), pages.Finish($"{invoice.Head.Business.Name} · {heading}", language.Text.PageOf));
    }

    private static string FileName(string heading)
    {
        var name = string.Concat(heading.Select(character => char.IsControl(character) || "\\/:*?\"<>|".Contains(character, StringComparison.Ordinal) ? '-' : character));
        return $"{name.Trim()}.pdf";
    }
}
