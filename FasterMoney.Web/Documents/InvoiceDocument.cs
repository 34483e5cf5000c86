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
        var (pages, count) = Draw(invoice, language, address, logoPng, Density.All[0]);
        // What is a little too much for one page is written closer.
        for (var closer = 1; closer < Density.All.Count && count == 2 && pages.IsHalfEmpty; closer++)
        {
            var (tried, needed) = Draw(invoice, language, address, logoPng, Density.All[closer]);
            if (needed == 1)
                (pages, tried, count) = (tried, pages, 1);
            tried.Dispose();
        }

        using (pages)
        {
            var information = new PdfInformation($"{invoice.Head.Business.Name}: {heading}", invoice.Head.Business.Name, language.Text.Code, invoice.ReadAt);
            return new DocumentFile(FileName(heading), pages.Finish(information, $"{invoice.Head.Business.Name} · {heading}", language.Text.PageOf));
        }
    }

    private static (PdfPages Pages, int Count) Draw(PortalInvoice invoice, PortalLanguage language, string? address, byte[]? logoPng, Density density)
    {
        var pages = new PdfPages(invoice.Head.Paper, density, PrintedTexts.AreJapanese(invoice, language));
        new InvoiceLayout(pages, density, invoice, language).Draw(address, logoPng);
        return (pages, pages.Count);
    }

    private static string FileName(string heading)
    {
        var name = string.Concat(heading.Select(character => char.IsControl(character) || "\\/:*?\"<>|".Contains(character, StringComparison.Ordinal) ? '-' : character));
        return $"{name.Trim()}.pdf";
    }
}
