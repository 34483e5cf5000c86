using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Support;

/// <summary>A business with a portal route at the test host, and invoices that were sent to Ardent Coffee.</summary>
public sealed class PortalCast(IDbContextFactory<FasterMoneyDb> databases)
{
    public const string PrivateWords = "INTERNAL NOTE";

    public const string StaffName = "Wilhelmina Backoffice";

    public static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Actor Staff = new(Guid.NewGuid(), StaffName);

    public Site Site { get; private set; } = null!;

    public Customer Customer { get; private set; } = null!;

    public async Task OpenAsync(string baseUrl = "http://localhost", string segment = "pay")
    {
        Site = new Site(
            new SiteContent("Northwind Studio", "Northwind Studio Ltd", "12 Harbour Lane\nBristol", "hello@northwind.example", "", "EUR",
                "Europe/Berlin", "en-GB", "INV-", 30, "Transfer to DE02 1203 0000 0000 2020 51", LinkPolicy.Default),
            Now);
        if (segment.Length > 0)
            Site.ConfigurePortal(PortalRoute.Parse(baseUrl, segment), Staff, Now);
        Customer = new Customer(
            Site.Id, new CustomerContent("Ardent <Coffee>", "Jo", "jo@ardent.example", "en-GB", "48 Mill Road\nCambridge", PrivateWords), Staff, Now);
        await using var db = databases.CreateDbContext();
        db.AddRange(Site, Customer);
        await db.SaveChangesAsync();
    }

    /// <summary>Sends an invoice, lets <paramref name="then"/> happen to it and its link, and returns the page's path.</summary>
    public async Task<(string Path, Invoice Invoice, PortalLink Link)> SendAsync(Action<Invoice, PortalLink, Site>? then = null, int dueIn = 12)
    {
        await using var db = databases.CreateDbContext();
        var site = await db.Sites.SingleAsync(known => known.Id == Site.Id);
        var today = site.Today(Now);
        var invoice = new Invoice(
            site,
            Customer,
            new InvoiceContent("EUR", today.AddDays(-30), today.AddDays(dueIn), "PO-77", "Thank you!\nSee you <b>soon</b>", PrivateWords, false,
                [new LineContent("Workshop", 1, 100_00, 0, 19), new LineContent("Proofs", 2.5m, 10_00, 10, 7)]),
            Staff,
            Now);
        invoice.Send(SentHow.Other, site, Staff, Now);
        var token = PortalToken.New();
        var link = new PortalLink(invoice, Guid.CreateVersion7(), PortalToken.Hash(token), "kept elsewhere", Staff, Now);
        db.AddRange(invoice, link);
        await db.SaveChangesAsync();
        then?.Invoke(invoice, link, site);
        await db.SaveChangesAsync();
        return ($"/{site.RouteSegment ?? "pay"}/{token}", invoice, link);
    }

    public static void Pay(Invoice invoice, long minor) =>
        invoice.RecordPayment(Entry(minor, "Transfer 88"), PaymentMethod.BankTransfer, DateOnly.FromDateTime(Now), Staff, Now);

    public static void Refund(Invoice invoice, long minor) => 
        invoice.Refund(invoice.Entries.OfType<Payment>().First(), Entry(minor, ""), DateOnly.FromDateTime(Now), Staff, Now);

    public static void Credit(Invoice invoice, long minor, Site site) => invoice.IssueCreditNote(
        new CreditNoteContent("Rain day", minor, [], PrivateWords), Guid.NewGuid(), DateOnly.FromDateTime(Now), site, Staff, Now);

    public static void Void(Invoice invoice, Site site) => invoice.Void(PrivateWords, site, Staff, Now);

    public static void Withdraw(Invoice invoice) => invoice.Withdraw(Staff, Now);

    public static void TurnOff(PortalLink link) => link.TurnOff(Staff, Now);

    public static void Replace(PortalLink link) => link.Replace("", Staff, Now);

    public static void TurnPortalOff(Site site) => site.TurnPortal(false, Staff, Now);

    /// <summary>What the customer gets in no form: private words, names of staff, addresses of people, and ids.</summary>
    public IEnumerable<string> Secrets(Invoice invoice, PortalLink link) => new[] { PrivateWords, StaffName, "jo@ardent.example" }
        .Concat(invoice.Entries.SelectMany(entry => new[] { entry.Id, entry.CommandId }).Concat([invoice.Id, link.Id, Site.Id, Customer.Id, Staff.UserId!.Value])
            .SelectMany(id => new[] { $"{id}", $"{id:N}" }));

    private static EntryDetails Entry(long minor, string text) =>
        new(Guid.NewGuid(), DateOnly.FromDateTime(Now), minor, text, PrivateWords);
}
