using FasterMoney.Domain.Amounts;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using QRCoder;

namespace FasterMoney.Tests.Documents;

public sealed class InvoiceDocumentTests
{
    private const string Address = "https://pay.northwind.example/pay/Zk3v0rQ8dX1-2bWmPq9sT_uYhLcNfA7gE5iKoJxVwR4";

    [Fact]
    public void Title_author_and_language_are_set_and_nothing_says_what_wrote_it()
    {
        var pdf = Read(Invoice(), "de-DE");

        pdf.Title.Should().Be("Northwind Studio: Rechnung INV-7");
        pdf.Author.Should().Be("Northwind Studio");
        pdf.Language.Should().Be("de");
        pdf.Producer.Should().BeNull();
        pdf.Raw.Should().NotContainEquivalentOf("PdfPig").And.NotContain("/Creator").And.Contain("D:20261123061200+01'00'").And.Contain("/DisplayDocTitle true");
    }

    [Theory]
    [InlineData(PaperSize.A4, 595.28, 841.89)]
    [InlineData(PaperSize.Letter, 612, 792)]
    public void The_paper_is_the_businesss(PaperSize paper, double width, double height)
    {
        var pdf = Read(Invoice().With(head => head with { Paper = paper }));

        pdf.Width.Should().BeApproximately(width, 0.01);
        pdf.Height.Should().BeApproximately(height, 0.01);
    }

    [Fact]
    public void The_same_figures_give_the_same_bytes() => Write(Invoice()).Bytes.Should().Equal(Write(Invoice()).Bytes);

    [Fact]
    public void The_code_and_the_link_lead_to_the_page()
    {
        var pdf = Read(Invoice());

        pdf.Bare.Should().Contain("Checkthecurrentbalanceat" + Address);
        pdf.Addresses.Should().NotBeEmpty().And.OnlyContain(address => address == Address);
        pdf.Codes.Should().ContainSingle().Which.Should().BeEquivalentTo(ModulesOf(Address));
    }

    [Fact]
    public void Without_an_address_there_is_neither_code_nor_link()
    {
        var pdf = new PdfReading(InvoiceDocument.Write(Invoice(), PortalLanguage.For("en-GB"), null, null).Bytes);

        pdf.Codes.Should().BeEmpty();
        pdf.Addresses.Should().BeEmpty();
        pdf.Text.Should().NotContain("current balance").And.Contain("Figures as of 23 November 2026");
    }

    [Fact]
    public void Three_hundred_lines_run_over_pages_with_their_head_and_number_on_each()
    {
        var lines = Enumerable.Range(1, 300)
            .Select(number => Line($"Item {number:000}: {(number % 7 == 0 ? "a description that is far too long for one line of the table and is wrapped into several" : "hours")}"))
            .ToList();

        var pdf = Read(Invoice() with { Lines = lines });

        var count = pdf.Pages.Count;
        count.Should().BeInRange(8, 20);
        pdf.Pages.Select((page, index) => page.Contains($"Page {index + 1} of {count}", StringComparison.Ordinal)).Should().OnlyContain(numbered => numbered);
        pdf.Pages.Should().OnlyContain(page => page.Contains("DescriptionQuantityUnit priceAmount", StringComparison.Ordinal));
        foreach (var line in lines)
            pdf.Bare.Should().Contain(PdfReading.Without(line.Description));
        pdf.Pages[^1].Should().Contain("Item 300").And.Contain("Total");
        StaysOnThePaper(pdf);
    }

    [Fact]
    public void Totals_are_never_parted_from_the_last_line()
    {
        for (var lines = 1; lines <= 40; lines++)
        {
            var pdf = Read(Invoice() with { Lines = [.. Enumerable.Range(1, lines).Select(number => Line($"Item {number:000}"))] });

            pdf.Pages.Should().ContainSingle(page => page.Contains($"Item {lines:000}", StringComparison.Ordinal) && page.Contains("Total", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_description_longer_than_a_page_and_a_word_longer_than_a_line_are_all_there()
    {
        var story = string.Join(' ', Enumerable.Range(1, 1500).Select(number => $"word{number}"));
        var word = "https://example.com/" + new string('w', 400);

        var pdf = Read(Invoice().With(Saying(story)) with { Lines = [Line(story), Line(word), Line("Line one\n\nLine three")] });

        pdf.Bare.Should().Contain(PdfReading.Without(word)).And.Contain("Lineone").And.Contain("Linethree");
        foreach (var number in new[] { 1, 700, 1500 })
            pdf.Text.Should().Contain($"word{number}");
        StaysOnThePaper(pdf);
    }

    [Fact]
    public void Greek_Cyrillic_and_every_Latin_letter_survive()
    {
        const string memo = "Ευχαριστούμε πολύ! Άέήίόύώ ΐΰ\nСпасибо за заказ. Ёё Її Ґґ Љљ Ўў\nZażółć gęślą jaźń, příliš žluťoučký kůň, İıŞşĞğ, Cảm ơn, ŒœßĲ, −5 €";

        var pdf = Read(Invoice().With(Saying(memo)).With(head => head with { CustomerName = "Καφές Αθηνών & Кофе Москва" }));

        pdf.Bare.Should().Contain(PdfReading.Without(memo)).And.Contain("ΚαφέςΑθηνών&КофеМосква");
        pdf.Text.Should().NotContain("\uFFFD");
    }

    [Fact]
    public void More_characters_than_one_embedded_font_holds_are_all_there()
    {
        var all = string.Join(' ', Enumerable.Range(0x400, 0x100).Chunk(16).Select(row => string.Concat(row.Select(code => (char)code))));

        Read(Invoice().With(Saying(all))).Bare.Normalize().Should().Contain(PdfReading.Without(all).Normalize());
    }

    [Fact]
    public void What_cannot_be_drawn_is_replaced_where_it_can_be_seen()
    {
        var pdf = Read(Invoice().With(Saying("\u0928\u092e and \U0001F44D\uFE0F, so\u00adft, e\u0301, \ud800 lone, \u0007bell,\ttab, \u202eback")));

        pdf.Text.Should().Contain("\uFFFD\uFFFD and \uFFFD, soft, é, \uFFFD lone, bell, tab, back");
    }

    [Fact]
    public void The_largest_amounts_stay_in_their_columns()
    {
        var most = new Money(999_999_999_999_999, Currency.Of("KWD"));

        var pdf = Read(Invoice("KWD") with { Statement = UnpaidStatement.Of(most), Net = most, Lines = [new("Everything", 999_999.123456m, most, 12.5m, 19, most)], Taxes = [new(19, most, most)] });

        pdf.Text.Should().Contain("999,999,999,999.999");
        StaysOnThePaper(pdf);
    }

    [Theory]
    [InlineData("INV-7", "Invoice INV-7.pdf", "attachment; filename=\"Invoice INV-7.pdf\"; filename*=UTF-8''Invoice%20INV-7.pdf")]
    [InlineData("Ä/7\"", "Invoice Ä-7-.pdf", "attachment; filename=\"Invoice _-7-.pdf\"; filename*=UTF-8''Invoice%20%C3%84-7-.pdf")]
    public void The_file_is_named_after_the_invoice(string number, string name, string disposition)
    {
        var file = Write(Invoice().With(head => head with { Number = number }));

        file.Name.Should().Be(name);
        file.Disposition.Should().Be(disposition);
    }

    private static Func<PortalHead, PortalHead> Saying(string memo) => head => head with { Texts = new() { Memo = memo } };

    private static void StaysOnThePaper(PdfReading pdf) => pdf.Letters.Where(letter => letter.Value != " ").Should().OnlyContain(letter =>
        letter.StartBaseLine.X >= 50 && letter.EndBaseLine.X <= pdf.Width - 50 && letter.StartBaseLine.Y > 20 && letter.StartBaseLine.Y < pdf.Height - 40);

    private static bool[,] ModulesOf(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var side = code.ModuleMatrix.Count - 8;
        var modules = new bool[side, side];
        for (var row = 0; row < side; row++)
        {
            for (var column = 0; column < side; column++)
                modules[row, column] = code.ModuleMatrix[row + 4][column + 4];
        }

        return modules;
    }

    private static PdfReading Read(PortalInvoice invoice, string tag = "en-GB") => new(Write(invoice, tag).Bytes);

    private static DocumentFile Write(PortalInvoice invoice, string tag = "en-GB") => InvoiceDocument.Write(invoice, PortalLanguage.For(tag), Address, null);

    private static PortalLine Line(string description) => new(description, 1.5m, Euros(40_00), 0, 0, Euros(60_00));

    private static Money Euros(long minor) => new(minor, Currency.Of("EUR"));

    private static PortalInvoice Invoice(string code = "EUR")
    {
        var currency = Currency.Of(code);
        var total = new Money(40_00, currency);
        return new PortalInvoice
        {
            Head = new()
            {
                Business = new("Northwind Studio", "", "12 Harbour Lane\nBristol", "hello@northwind.example"),
                CustomerName = "Ardent Coffee",
                Number = "INV-7",
                IssueDate = new(2026, 11, 5),
                PaymentInstructions = "Transfer to DE02 1203 0000 0000 2020 51",
            },
            Statement = UnpaidStatement.Of(total),
            Net = total,
            Lines = [new("Workshop", 1, total, 0, 0, total)],
            ReadAt = new(2026, 11, 23, 6, 12, 0, TimeSpan.FromHours(1)),
        };
    }
}
