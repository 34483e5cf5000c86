using System.Diagnostics;
using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;

// Medians of the rounds; each round makes documents for about a second, on one thread, after warming up. The processor's
// own time is given beside the clock's, which on a busy machine says more about its other work.
const string address = "https://pay.northwind.example/pay/Zk3v0rQ8dX1-2bWmPq9sT_uYhLcNfA7gE5iKoJxVwR4";
var rounds = int.Parse(args[0], CultureInfo.InvariantCulture);
var language = PortalLanguage.For("en-GB");
int[] sizes = [1, 20, 300];
foreach (var lines in sizes)
    Round(Invoice(lines));
foreach (var lines in sizes)
{
    var invoice = Invoice(lines);
    var times = Enumerable.Range(0, rounds).Select(_ => Round(invoice)).Order().ToList();
    var processor = times.Select(time => time.Processor).Order().ElementAt(rounds / 2);
    var bytes = InvoiceDocument.Write(invoice, language, address, null).Bytes.Length;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{lines} lines: {times[rounds / 2].Clock:0.0} ms ({times[0].Clock:0.0} to {times[^1].Clock:0.0}), {processor:0.0} ms of processor, {bytes / 1024.0:0.0} KB"));
}

(double Clock, double Processor) Round(PortalInvoice invoice)
{
    var before = Process.GetCurrentProcess().TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    var made = 0;
    for (; watch.ElapsedMilliseconds < 1000; made++)
        InvoiceDocument.Write(invoice, language, address, null);
    return (watch.Elapsed.TotalMilliseconds / made, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / made);
}

static PortalInvoice Invoice(int count)
{
    var amount = Euros(60_00 * count);
    return new PortalInvoice
    {
        Head = new()
        {
            Business = new("Northwind Studio", "Northwind Studio Ltd", "12 Harbour Lane\nBristol", "hello@northwind.example"),
            CustomerName = "Ardent Coffee",
            CustomerAddress = "48 Mill Road\nCambridge",
            Number = "INV-7",
            IssueDate = new(2026, 11, 5),
            Texts = new() { Memo = "Thank you for your order." },
            PaymentInstructions = "Transfer to DE02 1203 0000 0000 2020 51",
        },
        Statement = new(new StatementFacts
        {
            Currency = amount.Currency,
            SendState = SendState.Sent,
            DueDate = new(2026, 12, 5),
            Today = new(2026, 11, 23),
            Balance = new(amount.Minor, 0, 0, 0, 0),
            Entries = [],
        }),
        Lines = [.. Enumerable.Range(1, count).Select(number => new PortalLine(
            number % 7 == 0 ? $"Item {number}, with a description that is too long for one line of the table and is wrapped" : $"Item {number}, hours on site",
            1.5m, Euros(40_00), 0, 19, Euros(60_00)))],
        Net = amount,
        Taxes = [new(19, amount, Euros(11_40 * count))],
        ReadAt = new(2026, 11, 23, 6, 12, 0, TimeSpan.FromHours(1)),
    };
}

static Money Euros(long minor) => new(minor, Currency.Of("EUR"));
