using FasterMoney.Domain.Customers;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FasterMoney.Tests.Support;

/// <summary>
/// The named cast, on a Tuesday morning: Northwind bills Ada's bakery and Bruno's garage. Olivia owns the business, Adam writes its
/// invoices, Vera looks on. Months later, Northwind Studio bills Ardent Coffee, and says everything that a customer can be told.
/// <see cref="Stage"/> puts them into a database; <see cref="PortalCast"/> and <see cref="LiveBusiness"/> show them to customers and in browsers.
/// </summary>
public static class Cast
{
    /// <summary>UTC; five in the morning in New York.</summary>
    public static readonly DateTime Now = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    public static readonly DateOnly Today = new(2026, 3, 10);

    /// <summary>UTC; one in the afternoon in Berlin, where the Studio is.</summary>
    public static readonly DateTime Later = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    public static readonly Actor Adam = new(Guid.CreateVersion7(), "Adam Admin");

    /// <summary>Works at the Studio; no customer ever reads her name.</summary>
    public static readonly Actor Wilhelmina = new(Guid.CreateVersion7(), "Wilhelmina Backoffice");

    /// <summary>Everybody's.</summary>
    public const string Password = "correct horse battery";

    // Once, and cheaply: see FasterMoneyApp.
    private static readonly string PasswordHash =
        new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 1 })).HashPassword(new Person(), Password);

    public static Site Northwind(string currency = "USD", string zone = "America/New_York") =>
        new(SiteContent.New("Northwind", currency, zone), Now);

    public static Site NorthwindOnline()
    {
        var site = Northwind();
        site.ConfigurePortal(PortalRoute.Parse("https://pay.northwind.example", "pay"), Adam, Now);
        return site;
    }

    public static Site Harbor() => new(SiteContent.New("Harbor", "EUR", "Europe/Berlin") with { NumberPrefix = "H-" }, Now);

    /// <summary>Northwind Studio in Bristol, which keeps its books in Berlin.</summary>
    public static Site Studio() => new(
        new SiteContent("Northwind Studio", "Northwind Studio Ltd", "12 Harbour Lane\nBristol", "hello@northwind.example", "", "EUR",
            "Europe/Berlin", "en-GB", "INV-", 30, "Transfer to DE02 1203 0000 0000 2020 51", LinkPolicy.Default) { TaxName = "VAT", TaxNumber = "GB123456789" },
        Later);

    public static Customer Ada(Site site) => new(site.Id, AdasBakery, Adam, Now);

    public static Customer Bruno(Site site) => new(site.Id, BrunosGarage, Adam, Now);

    public static Customer Ardent(Site site) => new(
        site.Id, new CustomerContent("Ardent <Coffee>", "Jo", "jo@ardent.example", "en-GB", "48 Mill Road\nCambridge", "INTERNAL NOTE about Ardent") { TaxNumber = "GB987654321" }, Wilhelmina, Later);

    /// <summary>Somebody with an account, who signs in with <see cref="Password"/>.</summary>
    public static Person Account(string name, string? email = null)
    {
        var person = Person.New(name, email ?? $"{Guid.CreateVersion7():n}@people.example", Now);
        person.NormalizedUserName = person.NormalizedEmail = person.Email!.ToUpperInvariant();
        (person.PasswordHash, person.SecurityStamp, person.LockoutEnabled) = (PasswordHash, person.Id.ToString("N"), true);
        return person;
    }

    public static CustomerContent AdasBakery { get; } =
        new("Ada's Bakery", "Ada Baker", "ada@bakery.example", "en-US", "1 Flour Street\nBoston", "INTERNAL NOTE about Ada");

    public static CustomerContent BrunosGarage { get; } =
        new("Bruno's Garage", "Bruno", "bruno@garage.example", "de-DE", "2 Oil Street\nBerlin", "INTERNAL NOTE about Bruno");

    /// <summary>One line of 100.00 without tax, due in thirty days, unless said otherwise.</summary>
    public static InvoiceContent Content(string currency = "USD", bool pricesIncludeTax = false, params LineContent[] lines) => new(
        currency, Today, Today.AddDays(30), new() { Reference = "PO-7", Memo = "Thank you." }, "INTERNAL NOTE on the invoice", pricesIncludeTax,
        lines.Length > 0 ? lines : [Line(100_00)]);

    /// <summary>With other words to the customer.</summary>
    public static InvoiceContent Saying(this InvoiceContent content, string? reference = null, string? memo = null) =>
        content with { Texts = content.Texts with { Reference = reference ?? content.Texts.Reference, Memo = memo ?? content.Texts.Memo } };

    /// <summary>What the Studio did for Ardent Coffee: two rates of tax, a discount, 143.08 in all.</summary>
    public static InvoiceContent Workshop(DateOnly today, int dueIn) => new(
        "EUR", today.AddDays(-30), today.AddDays(dueIn), new() { Reference = "PO-77", ServicePeriod = "2 to 4 March", Memo = "Thank you!\nSee you <b>soon</b>" }, "INTERNAL NOTE on the workshop", false,
        [new LineContent("Workshop", 1, 100_00, 0, 19), new LineContent("Proofs", 2.5m, 10_00, 10, 7)]);

    public static LineContent Line(long unitPriceMinor, decimal quantity = 1, decimal discount = 0, decimal tax = 0) =>
        new("Work", quantity, unitPriceMinor, discount, tax);

    /// <summary>Northwind's mail server on this machine, without sign-in unless a user is named.</summary>
    public static MailContent Mail(int port = 25, MailSecurity security = MailSecurity.None, string user = "", string host = "localhost") =>
        new(host, port, security, user, "bills@northwind.example", "Northwind", "");

    public static Invoice Draft(Site site, params LineContent[] lines) =>
        new(site, Ada(site), Content(site.CurrencyCode, false, lines), Adam, Now);

    public static Invoice Sent(Site site, params LineContent[] lines)
    {
        var invoice = Draft(site, lines);
        invoice.Send(SentHow.Email, site, Adam, Now);
        return invoice;
    }

    /// <summary>An entry, today unless said otherwise.</summary>
    public static EntryDetails Entry(long amountMinor, DateOnly? date = null, string publicText = "As agreed") =>
        new(Guid.CreateVersion7(), date ?? Today, amountMinor, publicText, "INTERNAL NOTE on an entry");

    /// <summary>A credit note of one sum.</summary>
    public static CreditNoteContent CreditOf(long sumMinor) => new("As agreed", sumMinor, [], "INTERNAL NOTE on an entry");

    /// <summary>A call to Ada in a week.</summary>
    public static FollowUpContent FollowUp(Guid assignee, string title = "Ask Ada about the invoice") =>
        new(title, Today.AddDays(7), assignee, "INTERNAL NOTE on a follow-up");

    /// <summary>A short message to Ada with every placeholder.</summary>
    public static MessageContent Message(string? body = null, params string[] recipients) => new(
        recipients.Length > 0 ? recipients : ["ada@bakery.example"],
        "Invoice {{invoice_number}}",
        body ?? "Dear {{customer_name}},\n\nthe balance is {{balance_due}}, due on {{due_date}}.\n{{portal_link}}");

    /// <summary>Recorded on that very day when it lies ahead.</summary>
    public static void Pay(this Invoice invoice, long amountMinor, DateOnly? date = null) =>
        invoice.RecordPayment(Entry(amountMinor, date), PaymentMethod.BankTransfer, date > Today ? date.Value : Today, Adam, Now);

    /// <summary>Gives back of the first payment that something is left of.</summary>
    public static void Refund(this Invoice invoice, long amountMinor)
    {
        var payments = invoice.Entries.OfType<Payment>().ToList();
        var payment = payments.Find(payment => invoice.RefundableMinor(payment) > 0) ?? payments.FirstOrDefault();
        RuleCheck.Unless(payment is null, "Nothing was paid.").Insist();
        invoice.Refund(payment!, Entry(amountMinor), Today, Adam, Now);
    }

    /// <summary>Takes the first number of a site like Northwind, unless the site is given.</summary>
    public static void Credit(this Invoice invoice, long amountMinor, Site? site = null) =>
        invoice.IssueCreditNote(CreditOf(amountMinor), Guid.CreateVersion7(), Today, site ?? Northwind(), Adam, Now);

    public static void Adjust(this Invoice invoice, long amountMinor) => invoice.Adjust(Entry(amountMinor), Today, Adam, Now);
}
