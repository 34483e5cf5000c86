using FasterMoney.Tests.Support;
using FasterMoney.Web.Reads;

namespace FasterMoney.Tests.Documents;

/// <summary>How many pages a document takes, and what stands on the last one.</summary>
public sealed class DocumentPagesTests
{
    [Theory]
    [InlineData(PaperSize.A4, 1, 0)]
    [InlineData(PaperSize.A4, 2, 0)]
    [InlineData(PaperSize.A4, 2, 3)]
    [InlineData(PaperSize.A4, 10, 0)]
    [InlineData(PaperSize.A4, 10, 3)]
    [InlineData(PaperSize.Letter, 1, 0)]
    [InlineData(PaperSize.Letter, 2, 0)]
    [InlineData(PaperSize.Letter, 2, 3)]
    [InlineData(PaperSize.Letter, 10, 0)]
    [InlineData(PaperSize.Letter, 8, 3)]
    public void A_short_invoice_is_one_page_with_how_to_pay_and_the_code(PaperSize paper, int lines, int entries)
    {
        foreach (var tag in new[] { "en-US", "de-DE", "fr-FR", "es-ES" })
        {
            var pdf = new PdfReading(PrintedInvoice.Of(lines, entries, paper).Print(tag));

            pdf.Pages.Should().ContainSingle($"{lines} lines in {tag}");
            pdf.Text.Should().Contain("IBAN DE02 1203 0000 0000 2020 51").And.Contain("hello@northwind.example");
            pdf.Codes.Should().ContainSingle();
        }
    }

    [Theory]
    [InlineData(PaperSize.A4)]
    [InlineData(PaperSize.Letter)]
    public void The_last_page_has_more_than_the_end_of_the_document(PaperSize paper)
    {
        for (var lines = 1; lines <= 60; lines++)
        {
            foreach (var (entries, owed) in new[] { (0, true), (4, true), (0, false) })
            {
                var invoice = PrintedInvoice.Of(lines, entries, paper);
                var pages = new PdfReading((owed ? invoice : invoice.With(head => head with { PaymentInstructions = "" })).Print()).Pages;

                pages[^1].Should().Contain("hello@northwind.example")
                    .And.Contain(entries > 0 ? "Bank transfer" : $"Item {lines:000}", $"{lines} lines and {entries} entries take {pages.Count} pages");
            }
        }
    }

    [Fact]
    public void Letters_of_a_document_that_is_written_closer_can_still_be_read()
    {
        var pdf = new PdfReading(PrintedInvoice.Of(10, 3).Print());

        pdf.Pages.Should().ContainSingle();
        pdf.Letters.Min(letter => letter.PointSize).Should().BeGreaterThan(7);
    }

    [Fact]
    public void Pages_of_instructions_run_on_and_lose_nothing()
    {
        var invoice = PrintedInvoice.Of(2).With(head => head with { PaymentInstructions = string.Join('\n', Enumerable.Range(1, 39).Select(number => $"Step {number:00}: pay")) });

        var pdf = new PdfReading(invoice.Print());

        foreach (var number in Enumerable.Range(1, 39))
            pdf.Text.Should().Contain($"Step {number:00}: pay");
        pdf.Pages[^1].Should().Contain("Please quote INV-2026-0007").And.Contain("hello@northwind.example");
    }
}
