using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Support;

/// <summary>An invoice as a small business sends it, to be printed: tax, a memo, bank details, whom to ask.</summary>
public static class PrintedInvoice
{
    public const string Address = "https://pay.northwind.example/pay/Zk3v0rQ8dX1-2bWmPq9sT_uYhLcNfA7gE5iKoJxVwR4";

    public static PortalInvoice Of(int lines, int entries = 0, PaperSize paper = PaperSize.A4)
    {
        var total = Euros(60_00 * lines);
        return new PortalInvoice
        {
            Head = new()
            {
                Paper = paper,
                Business = new("Northwind Studio", "Northwind Studio Ltd", "12 Harbour Lane\nBristol BS1 4ND\nUnited Kingdom\nVAT GB123456789", "hello@northwind.example\n+44 117 496 0000"),
                CustomerName = "Ardent Coffee",
                CustomerAddress = "48 Mill Road\nCambridge CB1 2AD\nUnited Kingdom",
                Number = "INV-2026-0007",
                IssueDate = new(2026, 11, 5),
                Texts = new() { Memo = "Thank you for your order.", Reference = "PO 4711" },
                PaymentInstructions = "Bank transfer to Northwind Studio Ltd\nIBAN DE02 1203 0000 0000 2020 51\nBIC BYLADEM1001\nDeutsche Kreditbank",
            },
            Statement = new(new StatementFacts
            {
                Currency = total.Currency,
                SendState = SendState.Sent,
                DueDate = new(2026, 12, 5),
                Today = new(2026, 11, 23),
                Balance = new(total.Minor, 0, 0, entries * 5_00, 0),
                Entries = [.. Enumerable.Range(10, entries).Select(day => new EntryFacts(EntryKind.Payment, new(2026, 11, day), 5_00, null, "Bank transfer", new(2026, 11, day)))],
            }),
            Lines = [.. Enumerable.Range(1, lines).Select(number => new PortalLine($"Item {number:000}: hours on site", 1.5m, Euros(40_00), 0, 19, Euros(60_00)))],
            Net = total,
            Taxes = [new(19, total, Euros(11_40 * lines))],
            ReadAt = new(2026, 11, 23, 6, 12, 0, TimeSpan.FromHours(1)),
        };
    }

    public static byte[] Print(this PortalInvoice invoice, string tag = "en-GB") => InvoiceDocument.Write(invoice, PortalLanguage.For(tag), Address, null).Bytes;

    private static Money Euros(long minor) => new(minor, Currency.Of("EUR"));
}
