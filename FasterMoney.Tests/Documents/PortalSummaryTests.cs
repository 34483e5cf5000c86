using System.Buffers;
using System.Text;
using AngleSharp.Html.Parser;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Sites;
using FasterMoney.Domain.Statements;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Portal;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Documents;

/// <summary>The figures at the head of the customer's page and document, by which a reader comes from the amount to the balance due.</summary>
public sealed class PortalSummaryTests
{
    private static readonly Dictionary<string, Action<Invoice, Site>> Stories = new()
    {
        ["nothing yet"] = (_, _) => { },
        ["a payment"] = (invoice, _) => invoice.Pay(60_00),
        ["more than was billed"] = (invoice, _) => invoice.Pay(125_00),
        ["a payment on its way"] = (invoice, _) => invoice.RecordPendingPayment(Cast.Entry(30_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now),
        ["a refund"] = (invoice, _) => Acts(invoice, () => invoice.Pay(60_00), () => invoice.Refund(10_00)),
        ["all of it back"] = (invoice, _) => Acts(invoice, () => invoice.Pay(100_00), () => invoice.Refund(100_00)),
        ["a credit note"] = (invoice, site) => invoice.Credit(40_00, site),
        ["a credit note on what was paid"] = (invoice, site) => Acts(invoice, () => invoice.Pay(100_00), () => invoice.Credit(40_00, site)),
        ["an adjustment up"] = (invoice, _) => invoice.Adjust(12_34),
        ["an adjustment down"] = (invoice, _) => invoice.Adjust(-12_34),
        ["adjustments that come to nothing"] = (invoice, _) => Acts(invoice, () => invoice.Adjust(5_00), () => invoice.Adjust(-5_00)),
        ["a payment taken back"] = (invoice, _) => Acts(invoice, () => invoice.Pay(60_00), () => TakeBack(invoice)),
        ["a credit note taken back"] = (invoice, site) => Acts(invoice, () => invoice.Credit(40_00, site), () => TakeBack(invoice)),
        ["a refund taken back"] = (invoice, _) => Acts(invoice, () => invoice.Pay(60_00), () => invoice.Refund(10_00), () => TakeBack(invoice)),
        ["everything"] = (invoice, site) => Acts(
            invoice, () => invoice.Pay(60_00), () => invoice.Adjust(37_50), () => invoice.Credit(20_00, site), () => invoice.Refund(5_00), () => invoice.Adjust(-1_25)),
        ["cancelled"] = (invoice, site) => invoice.Void("INTERNAL NOTE", site, Cast.Adam, Cast.Now),
        ["cancelled after a credit note"] = (invoice, site) => Acts(invoice, () => invoice.Credit(40_00, site), () => invoice.Void("INTERNAL NOTE", site, Cast.Adam, Cast.Now)),
        ["cancelled after money came and went"] = (invoice, site) => Acts(
            invoice, () => invoice.Pay(60_00), () => invoice.Refund(60_00), () => invoice.Adjust(7_00), () => invoice.Void("INTERNAL NOTE", site, Cast.Adam, Cast.Now)),
    };

    public static IEnumerable<object[]> Each =>
        from story in Stories.Keys from tag in new[] { "en-GB", "en-US", "de-DE", "fr-FR", "es-ES" } select new object[] { story, tag };

    [Theory, MemberData(nameof(Each))]
    public async Task The_figures_add_up_to_the_balance_due_on_page_and_document(string story, string tag)
    {
        var (shown, language) = (Told(story), PortalLanguage.For(tag));
        var (text, statement) = (language.Text, shown.Statement);

        var figures = await FiguresAsync(shown, language);

        figures.Select(figure => figure.Term).Should().Equal(new[]
        {
            text.Amount, statement.Adjustments.IsZero ? null : text.Adjustments, statement.Credits.IsZero ? null : text.Credits,
            statement.Cancellation is null ? null : text.Cancellation, text.Paid, text.BalanceDue, text.DueDate, text.Status,
        }.OfType<string>());
        var minor = figures.ToLookup(figure => figure.Term, figure => Minor(figure.Value));
        var left = Of(text.Amount) + Of(text.Adjustments) + Of(text.Cancellation) - Of(text.Credits) - Of(text.Paid);
        left.Should().Be(Of(text.BalanceDue) - (statement.Credit.IsPositive ? Of(text.Status) : 0), "what is in the customer's favour stands beside the status");
        left.Should().Be(statement.Balance.Minor);

        var document = PdfReading.Without(new PdfReading(InvoiceDocument.Write(shown, language, null, null).Bytes).Pages[0]);
        foreach (var (term, value) in figures)
            document.Should().Contain(PdfReading.Without(term)).And.Contain(PdfReading.Without(value));

        long Of(string term) => minor[term].Sum();
    }

    [Fact]
    public void Every_kind_of_entry_is_told() => Stories.Keys.SelectMany(story => Told(story).Statement.PublicEntries).Select(entry => entry.Kind).Distinct()
        .Should().BeEquivalentTo(Enum.GetValues<EntryKind>().Except([EntryKind.PendingPayment]), "money on its way moves no balance");

    private static PortalInvoice Told(string story)
    {
        var site = Cast.Northwind();
        var invoice = Cast.Sent(site);
        Stories[story](invoice, site);
        return new PortalInvoice
        {
            Head = new() { Business = new(site.Name, "", "", ""), CustomerName = invoice.BilledTo, Number = invoice.Number!, IssueDate = invoice.IssueDate },
            Statement = InvoiceStatement.Of(invoice, Cast.Today),
            Net = invoice.Total,
            Lines = [.. invoice.Lines.Select(line => new PortalLine(line.Description, line.Quantity, invoice.Total, 0, 0, invoice.Total))],
            ReadAt = new(Cast.Now),
        };
    }

    private static async Task<List<(string Term, string Value)>> FiguresAsync(PortalInvoice invoice, PortalLanguage language)
    {
        var output = new ArrayBufferWriter<byte>();
        await new PortalRenderer().RenderInvoiceAsync(invoice, language, isPreview: false, output);
        var list = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(output.WrittenSpan)).QuerySelectorAll("dl").Should().ContainSingle().Subject;
        return [.. list.QuerySelectorAll("dt").Select(term => (term.TextContent, term.NextElementSibling!.TextContent))];
    }

    // All amounts have two decimal places, however they are written.
    private static long Minor(string written) =>
        long.TryParse(string.Concat(written.Where(char.IsAsciiDigit)), out var minor) ? written.Contains('−') ? -minor : minor : 0;

    private static void TakeBack(Invoice invoice) => invoice.Reverse(invoice.Entries[^1], Cast.Entry(0), Cast.Today, Cast.Adam, Cast.Now);

    private static void Acts(Invoice invoice, params Action[] acts)
    {
        foreach (var act in acts)
            act();
        invoice.SendState.Should().NotBe(SendState.Draft);
    }
}
