using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Documents;

/// <summary>What a document says of its own parts, for those who hear it.</summary>
public sealed class DocumentTagsTests
{
    [Fact]
    public void Each_piece_says_what_it_is_in_the_order_in_which_it_is_read()
    {
        var parts = new PdfReading(PrintedInvoice.Of(2, 1).Print()).Parts;

        parts.Where(part => part.Kind == "H1").Should().ContainSingle().Which.Text.Should().Be("Invoice INV-2026-0007");
        parts.Where(part => part.Kind == "H2").Select(part => part.Text).Should().Equal(
            "Billed to", "From", "Message", "What this invoice is for", "How this balance came about", "How to pay", "Check the current balance at", "Questions?");
        parts.Where(part => part.Kind == "TH").Select(part => part.Text).Should().Equal(
            "Amount", "Paid", "Balance due", "Description", "Quantity", "Unit price", "Tax", "Amount", "Date", "Entry", "Amount", "Balance");
        parts.Where(part => part.Kind == "TD").Select(part => part.Text).Should().ContainInOrder("Item 001: hours on site", "1.5", "EUR 40.00", "19%", "EUR 60.00", "Item 002: hours on site");
        parts.Where(part => part.Kind == "Link").Should().NotBeEmpty();
        parts.Should().ContainSingle(part => part.Kind == "Figure").Which.Instead.Should().Be(PrintedInvoice.Address);
        parts.Select(part => part.Text).Should().Contain("Northwind Studio Ltd 12 Harbour Lane Bristol BS1 4ND United Kingdom VAT GB123456789", "lines are parted as words are");
    }

    [Fact]
    public void What_stands_on_every_page_is_said_once()
    {
        var pdf = new PdfReading(PrintedInvoice.Of(60).Print());

        pdf.Pages.Count.Should().BeGreaterThan(1);
        pdf.Parts.Where(part => part.Kind == "TH" && part.Text == "Description").Should().ContainSingle();
        pdf.Parts.Should().NotContain(part => part.Text.Contains("Page 1 of", StringComparison.Ordinal));
        pdf.Parts.Count(part => part.Text.StartsWith("Item 0", StringComparison.Ordinal)).Should().Be(60);
    }

    [Fact]
    public void Everything_that_is_drawn_is_a_part_or_decoration()
    {
        var pdf = new PdfReading(PrintedInvoice.Of(30, 4).Print());

        pdf.Untagged.Should().BeEmpty();
        pdf.Raw.Should().Contain("/MarkInfo<</Marked true>>").And.Contain("/Tabs/S");
    }
}
