using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Support;

/// <summary>The workspace's list over a stage, and invoices written by the domain alone, many in one save.</summary>
public static class ListStage
{
    public static MoneyRows Rows(this Stage stage) =>
        new(stage.Services.GetRequiredService<SiteAccess>(), stage.Services.GetRequiredService<PortalTokens>());

    public static Task<MoneyList> ListAsync(this Stage stage, TestSite testSite, MoneyFilter? filter = null) =>
        stage.Rows().ReadAsync(testSite.Viewer, filter ?? new MoneyFilter());

    public static async Task<IReadOnlyList<Guid>> FoundAsync(this Stage stage, TestSite testSite, string search, StateTab tab = StateTab.All) =>
        [.. (await stage.ListAsync(testSite, new MoneyFilter { State = tab }.SearchingFor(search))).Rows.Select(row => row.Id)];

    /// <summary>The ids of all pages in their order.</summary>
    public static async Task<IReadOnlyList<Guid>> AllPagesAsync(this Stage stage, TestSite testSite, MoneyFilter filter)
    {
        var ids = new List<Guid>();
        for (var page = 1; ; page++)
        {
            var list = await stage.ListAsync(testSite, filter.OnPage(page));
            ids.AddRange(list.Rows.Select(row => row.Id));
            if (page >= list.Pages)
                return ids;
        }
    }

    public static Task<Guid> AddCustomerAsync(this Stage stage, TestSite testSite, string name) =>
        stage.Customers.CreateAsync(testSite.Admin, new CustomerContent(name, "", "", "en-US", "", ""));

    /// <summary>Invoices of few different days, amounts and customers, so that each sort has many ties.</summary>
    public static async Task FillWithTiesAsync(this Stage stage, TestSite testSite, int count)
    {
        var tokens = stage.Services.GetRequiredService<PortalTokens>();
        await using var db = await stage.OpenDbAsync();
        var site = await db.Sites.SingleAsync(site => site.Id == testSite.SiteId);
        var customers = await db.Customers.Where(customer => customer.SiteId == testSite.SiteId).ToListAsync();
        for (var n = 0; n < count; n++)
        {
            var day = Cast.Today.AddDays(-n % 7 * 25);
            var content = Cast.Content(lines: Cast.Line((1 + (n % 3)) * 10_00)) with { IssueDate = day, DueDate = day.AddDays(n % 2 * 30), Texts = new() { Reference = $"PO-{n % 5}" } };
            var invoice = new Invoice(site, customers[n % customers.Count], content, Cast.Adam, Cast.Now);
            db.Add(invoice);
            if (n % 6 == 0)
                continue;
            invoice.Send(SentHow.Email, site, Cast.Adam, Cast.Now);
            var link = tokens.NewLink(invoice, Cast.Adam, Cast.Now);
            db.Add(link);
            if (n % 4 == 0)
                invoice.Pay(invoice.TotalMinor, day);
            else if (n % 11 == 0)
                invoice.Void("Ordered twice", site, Cast.Adam, Cast.Now);
            if (n % 5 == 0)
                link.TurnOff(Cast.Adam, Cast.Now);
            if (n % 3 == 0)
                db.Add(Opening(link.Id, invoice, Cast.Now.AddHours(-n % 4)));
        }

        await db.SaveChangesAsync();
    }

    public static PortalOpening Opening(Guid linkId, Invoice invoice, DateTime last, PortalOpeningKind kind = PortalOpeningKind.Customer) => new()
    {
        LinkId = linkId, SiteId = invoice.SiteId, InvoiceId = invoice.Id, Day = DateOnly.FromDateTime(last), Kind = kind, First = last, Last = last, Count = 1,
    };
}
