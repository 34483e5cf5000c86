using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Support;

/// <summary>The Studio with a portal route at the test host, and invoices of the workshop on their pages.</summary>
public sealed class PortalCast(IDbContextFactory<FasterMoneyDb> databases)
{
    public const string PrivateWords = "INTERNAL NOTE";

    public static readonly string StaffName = Cast.Wilhelmina.Name;

    public static readonly DateTime Now = Cast.Later;

    public Site Site { get; } = Cast.Studio();

    public Customer Customer { get; private set; } = null!;

    public async Task OpenAsync(string baseUrl = "http://localhost", string segment = "pay")
    {
        if (segment.Length > 0)
            Site.ConfigurePortal(PortalRoute.Parse(baseUrl, segment), Cast.Wilhelmina, Now);
        Customer = Cast.Ardent(Site);
        await using var db = databases.CreateDbContext();
        db.AddRange(Site, Customer);
        await db.SaveChangesAsync();
    }

    /// <summary>Sends an invoice, lets <paramref name="then"/> happen to it and its link, and returns the page's path.</summary>
    public async Task<(string Path, Invoice Invoice, PortalLink Link)> SendAsync(Action<Invoice, PortalLink, Site>? then = null, int dueIn = 12)
    {
        await using var db = databases.CreateDbContext();
        var site = await db.Sites.SingleAsync(known => known.Id == Site.Id);
        var invoice = new Invoice(site, Customer, Cast.Workshop(site.Today(Now), dueIn), Cast.Wilhelmina, Now);
        invoice.Send(SentHow.Other, site, Cast.Wilhelmina, Now);
        var token = PortalToken.New();
        var link = new PortalLink(invoice, Guid.CreateVersion7(), PortalToken.Hash(token), "kept elsewhere", Cast.Wilhelmina, Now);
        db.AddRange(invoice, link);
        await db.SaveChangesAsync();
        then?.Invoke(invoice, link, site);
        await db.SaveChangesAsync();
        return ($"/{site.RouteSegment ?? "pay"}/{token}", invoice, link);
    }

    public static void Pay(Invoice invoice, long minor) =>
        invoice.RecordPayment(Entry(minor, "Transfer 88"), PaymentMethod.BankTransfer, DateOnly.FromDateTime(Now), Cast.Wilhelmina, Now);

    public static void Refund(Invoice invoice, long minor) =>
        invoice.Refund(invoice.Entries.OfType<Payment>().First(), Entry(minor, ""), DateOnly.FromDateTime(Now), Cast.Wilhelmina, Now);

    public static void Credit(Invoice invoice, long minor, Site site) => invoice.IssueCreditNote(
        Cast.CreditOf(minor) with { Reason = "Rain day" }, Guid.CreateVersion7(), DateOnly.FromDateTime(Now), site, Cast.Wilhelmina, Now);

    public static void Void(Invoice invoice, Site site) => invoice.Void(PrivateWords, site, Cast.Wilhelmina, Now);

    public static void Withdraw(Invoice invoice) => invoice.Withdraw(Cast.Wilhelmina, Now);

    public static void TurnOff(PortalLink link) => link.TurnOff(Cast.Wilhelmina, Now);

    public static void Replace(PortalLink link) => link.Replace("", Cast.Wilhelmina, Now);

    public static void TurnPortalOff(Site site) => site.TurnPortal(false, Cast.Wilhelmina, Now);

    /// <summary>What the customer gets in no form: private words, names of staff, addresses of people, and ids.</summary>
    public IEnumerable<string> Secrets(Invoice invoice, PortalLink link) => new[] { PrivateWords, StaffName, "jo@ardent.example" }
        .Concat(invoice.Entries.SelectMany(entry => new[] { entry.Id, entry.CommandId }).Concat([invoice.Id, link.Id, Site.Id, Customer.Id, Cast.Wilhelmina.UserId!.Value])
            .SelectMany(id => new[] { $"{id}", $"{id:N}" }));

    private static EntryDetails Entry(long minor, string publicText) => Cast.Entry(minor, DateOnly.FromDateTime(Now), publicText);
}
