using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Import;
using FasterMoney.Web.Mail;
using FasterMoney.Web.Outbound;
using FasterMoney.Web.Reads;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FasterMoney.Tests.Support;

/// <summary>The cast in a database: Northwind and Harbor with their people and customers, and the commands to play with.</summary>
public class Stage(IServiceProvider services) : IAsyncDisposable
{
    private IAsyncDisposable[] _owned = [];
    private IServiceCollection _collection = new ServiceCollection();

    public IServiceProvider Services => services;

    public FakeTimeProvider Clock => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    public TestSite Northwind { get; private set; } = null!;

    public TestSite Harbor { get; private set; } = null!;

    /// <summary>Has an account and belongs to no site.</summary>
    public Guid Oscar { get; private set; }

    public InvoiceCommands Invoices => Services.GetRequiredService<InvoiceCommands>();

    public BalanceCommands Balances => Services.GetRequiredService<BalanceCommands>();

    public PortalLinkCommands Links => Services.GetRequiredService<PortalLinkCommands>();

    public FollowUpCommands FollowUps => Services.GetRequiredService<FollowUpCommands>();

    public MessageCommands Messages => Services.GetRequiredService<MessageCommands>();

    public CustomerCommands Customers => Services.GetRequiredService<CustomerCommands>();

    public MailCommands Mail => Services.GetRequiredService<MailCommands>();

    public OutboxCommands Outbox => Services.GetRequiredService<OutboxCommands>();

    public SendingCommands Mailing => Services.GetRequiredService<SendingCommands>();

    public SiteCommands Sites => Services.GetRequiredService<SiteCommands>();

    /// <summary>Changes a site's settings, as its owner.</summary>
    public async Task ChangeSiteAsync(TestSite testSite, Func<SiteContent, SiteContent> change)
    {
        var site = await ReadAsync(db => db.Sites.SingleAsync(known => known.Id == testSite.SiteId));
        await Sites.EditAsync(testSite.Owner, site.Version, change(site.ToContent()), null);
    }

    /// <summary>The commands alone, on a database of their own.</summary>
    public static async Task<Stage> OnAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? doubles = null)
    {
        var database = await TestDatabase.CreateAsync(provider);
        var collection = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IDbContextFactory<FasterMoneyDb>>(database)
            .AddSingleton<TimeProvider>(NewClock())
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .AddSingleton<PreviewCodes>()
            .AddSingleton<SiteChanges>()
            // Its servers for mail are on this machine.
            .AddSingleton(new OutboundRules(allowsOwnNetwork: true))
            .AddCommands()
            .AddSingleton<PortalReads>()
            .AddDocuments()
            .AddMail()
            .AddImport();
        doubles?.Invoke(collection);
        var provided = collection.BuildServiceProvider();
        return await new Stage(provided) { _owned = [provided, database], _collection = collection }.SetAsync();
    }

    /// <summary>In the whole application, whose clock is a <see cref="NewClock"/>.</summary>
    public static Task<Stage> InAsync(FasterMoneyApp application) => new Stage(application.Services).SetAsync();

    /// <summary>Registers the stage's own services, its clock and what the commands rest on, with components.</summary>
    public void LendTo(IServiceCollection borrower)
    {
        foreach (var type in _collection.Select(service => service.ServiceType).Where(type => type.Assembly == typeof(Program).Assembly).Distinct())
            borrower.AddSingleton(type, Services.GetRequiredService(type));
        borrower.AddSingleton<TimeProvider>(Clock);
    }

    public static FakeTimeProvider NewClock() => new(new DateTimeOffset(Cast.Now));

    public Task<FasterMoneyDb> OpenDbAsync() => Services.GetRequiredService<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync();

    /// <summary>Changes one invoice by the domain alone, as an act for which there is no command.</summary>
    public async Task ChangeAsync(Guid invoiceId, Action<Invoice> act)
    {
        await using var db = await OpenDbAsync();
        act(await db.Invoices.Include(invoice => invoice.Lines).Include(invoice => invoice.Entries).SingleAsync(invoice => invoice.Id == invoiceId));
        await db.SaveChangesAsync();
    }

    public async Task<T> ReadAsync<T>(Func<FasterMoneyDb, Task<T>> read)
    {
        await using var db = await OpenDbAsync();
        return await read(db);
    }

    public Task<Invoice> InvoiceAsync(Guid id) =>
        ReadAsync(db => db.Invoices.Include(invoice => invoice.Lines).Include(invoice => invoice.Entries).SingleAsync(invoice => invoice.Id == id));

    /// <summary>The invoice's current link.</summary>
    public Task<PortalLink> LinkAsync(Guid invoiceId) =>
        ReadAsync(db => db.PortalLinks.SingleAsync(link => link.InvoiceId == invoiceId && link.ReplacedAt == null));

    /// <summary>The customer's address as people of the site copy it.</summary>
    public async Task<string?> UrlAsync(Guid invoiceId)
    {
        var link = await LinkAsync(invoiceId);
        var site = await ReadAsync(db => db.Sites.SingleAsync(site => site.Id == link.SiteId));
        return Services.GetRequiredService<PortalTokens>().UrlOf(site.Portal!, link);
    }

    /// <summary>A draft of 100.00 to Ada's bakery, written by Adam.</summary>
    public Task<Guid> DraftAsync(TestSite testSite, InvoiceContent? content = null) =>
        Invoices.CreateDraftAsync(testSite.Admin, testSite.Ada, content ?? Cast.Content());

    public async Task<Guid> SentAsync(TestSite testSite, InvoiceContent? content = null)
    {
        var id = await DraftAsync(testSite, content);
        await Invoices.SendAsync(testSite.Admin, id, 1, SentHow.Email);
        return id;
    }

    /// <summary>An invoice in each send and payment state, and with each kind of entry.</summary>
    public async Task<IReadOnlyDictionary<InvoiceRole, Guid>> FillAsync(TestSite testSite)
    {
        var all = new Dictionary<InvoiceRole, Guid> { [InvoiceRole.Draft] = await DraftAsync(testSite) };
        foreach (var role in Enum.GetValues<InvoiceRole>().Where(role => role != InvoiceRole.Draft))
        {
            var late = Cast.Content() with { IssueDate = Cast.Today.AddDays(-40), DueDate = Cast.Today.AddDays(-10) };
            all[role] = await SentAsync(testSite, role == InvoiceRole.Overdue ? late : null);
            Action<Invoice>? act = role switch
            {
                InvoiceRole.PartiallyPaid => invoice => invoice.Pay(40_00),
                InvoiceRole.Paid => invoice => invoice.Pay(100_00),
                InvoiceRole.Refunded => PayAndRefund,
                InvoiceRole.InCredit => invoice => invoice.Pay(120_00),
                InvoiceRole.Adjusted => invoice => invoice.Adjust(-5_00),
                InvoiceRole.Processing => invoice => invoice.RecordPendingPayment(Cast.Entry(30_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now),
                InvoiceRole.Reversed => PayAndReverse,
                _ => null,
            };
            if (act is not null)
                await ChangeAsync(all[role], act);
        }

        await Balances.IssueCreditNoteAsync(testSite.Admin, all[InvoiceRole.Refunded], 4, Cast.CreditOf(100_00), Guid.CreateVersion7());
        await Invoices.WithdrawAsync(testSite.Admin, all[InvoiceRole.Withdrawn], 2);
        await Invoices.VoidAsync(testSite.Admin, all[InvoiceRole.Void], 2, "Ordered twice");
        await Balances.SaveCreditNoteDraftAsync(testSite.Admin, all[InvoiceRole.Unpaid], Cast.CreditOf(10_00));
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var thing in _owned)
            await thing.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static void PayAndRefund(Invoice invoice)
    {
        invoice.Pay(100_00);
        invoice.Refund(100_00);
    }

    private static void PayAndReverse(Invoice invoice)
    {
        invoice.Pay(100_00);
        invoice.Reverse(invoice.Entries[0], Cast.Entry(0, publicText: "Another customer's transfer"), Cast.Today, Cast.Adam, Cast.Now);
    }

    /// <summary>Puts a site into the database, with the people of every role and the two customers.</summary>
    protected async Task<TestSite> MoveInAsync(Site site)
    {
        await using var db = await OpenDbAsync();
        var (ada, bruno) = (Cast.Ada(site), Cast.Bruno(site));
        db.AddRange(site, ada, bruno);
        var testSite = new TestSite(site.Id, Join("Olivia Owner", SiteRole.Owner), Join("Adam Admin", SiteRole.Admin),
            Join("Vera Viewer", SiteRole.Viewer), Join("Dora Disabled", SiteRole.Owner, disabled: true), ada.Id, bruno.Id);
        await db.SaveChangesAsync();
        return testSite;

        Caller Join(string name, SiteRole role, bool disabled = false)
        {
            var person = Cast.Account(name);
            var membership = new Membership(site.Id, person.Id, role);
            if (disabled)
                membership.Disable(ownersInForce: 2);
            db.AddRange(person, membership);
            return new Caller(person.Id, site.Id);
        }
    }

    private async Task<Stage> SetAsync()
    {
        Northwind = await MoveInAsync(Cast.NorthwindOnline());
        Harbor = await MoveInAsync(Cast.Harbor());
        await using var db = await OpenDbAsync();
        Oscar = db.Add(Cast.Account("Oscar Outsider")).Entity.Id;
        await db.SaveChangesAsync();
        return this;
    }
}

/// <summary>A site with its people and its two customers.</summary>
public sealed record TestSite(Guid SiteId, Caller Owner, Caller Admin, Caller Viewer, Caller Disabled, Guid Ada, Guid Bruno);

/// <summary>What an invoice of <see cref="Stage.FillAsync"/> is an example of.</summary>
public enum InvoiceRole
{
    Draft,
    Withdrawn,
    Unpaid,
    Overdue,
    PartiallyPaid,
    Paid,
    Refunded,
    InCredit,
    Adjusted,
    Processing,
    Reversed,
    Void,
}
