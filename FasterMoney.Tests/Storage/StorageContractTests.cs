using System.Data.Common;
using System.Linq.Expressions;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Query;

namespace FasterMoney.Tests.Storage;

/// <summary>What both databases promise alike.</summary>
public sealed class StorageContractTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_comes_back_as_it_was_stored(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        Dictionary<string, object?> written;
        await using (var db = database.CreateDbContext())
        {
            db.AddRange(OneOfEach());
            await db.SaveChangesAsync();
            var kinds = db.ChangeTracker.Entries().Select(entry => entry.Metadata.ClrType).ToHashSet();
            var expected = db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace!.StartsWith("FasterMoney", StringComparison.Ordinal) && !type.ClrType.IsAbstract).Select(type => type.ClrType);
            expected.Except(kinds).Should().BeEquivalentTo([typeof(BucketTotal), typeof(ActivityChain), typeof(WriteCheck)], "a new kind of row belongs in OneOfEach; totals and the end of the chain are written by the save itself, and the write check by SQL");
            written = Values(db.ChangeTracker);
        }

        await using var reader = database.CreateDbContext();
        foreach (var type in reader.Model.GetEntityTypes().Where(type => type.ClrType.Namespace!.StartsWith("FasterMoney", StringComparison.Ordinal) && type.BaseType is null))
            await (Task)typeof(StorageContractTests).GetMethod(nameof(LoadAsync))!.MakeGenericMethod(type.ClrType).Invoke(null, [reader])!;
        var read = Values(reader.ChangeTracker);
        read.Should().HaveCountGreaterThan(150);
        foreach (var (place, value) in written)
            read.Should().ContainKey(place).WhoseValue.Should().BeEquivalentTo(value, place);
        read.Values.OfType<DateTime>().Should().OnlyContain(moment => moment.Kind == DateTimeKind.Utc).And.HaveCountGreaterThan(15);
        (await reader.BucketTotals.SingleAsync()).Should().BeEquivalentTo(new { Count = 1L, Bucket = InvoiceBucket.Settled, DueDate = BucketTotal.NoDay });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Moments_are_kept_to_the_microsecond_and_local_ones_are_refused(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        stage.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        var sent = await stage.InvoiceAsync(await stage.SentAsync(stage.Northwind));
        sent.SentAt.Should().Be(Cast.Now.AddTicks(1_234_560)).And.BeIn(DateTimeKind.Utc);

        var local = () => stage.ReadAsync(db => db.Invoices.ExecuteUpdateAsync(set => set.SetProperty(invoice => invoice.SentAt, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local))));
        await local.Should().ThrowAsync<InvalidOperationException>();
        (await stage.ReadAsync(db => db.Invoices.CountAsync(invoice => invoice.SentAt > Cast.Now && invoice.DueDate == Cast.Today.AddDays(30)))).Should().Be(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Quantities_and_rates_are_exact(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        LineContent[] lines =
        [
            Cast.Line(1_000_000_000_000, 0.0001m, 99.99m, 8.875m), Cast.Line(1, 999_999.9999m, 0.01m, 0.001m), Cast.Line(-3, -0.5m, 33.33m, 100m), Cast.Line(100_00, 0.1m + 0.2m),
        ];
        var id = await stage.DraftAsync(stage.Northwind, Cast.Content(lines: lines));
        (await stage.InvoiceAsync(id)).ToContent().Lines.Should().Equal(lines);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_be_unique_is_unique(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (first, second) = (await stage.SentAsync(stage.Northwind), await stage.SentAsync(stage.Northwind));
        foreach (var id in new[] { first, second })
            await stage.ChangeAsync(id, invoice => invoice.Pay(1));
        var old = await stage.LinkAsync(first);
        await stage.Links.ReplaceAsync(stage.Northwind.Admin, first);
        var command = await stage.ReadAsync(db => db.BalanceEntries.Where(entry => entry.InvoiceId == first).Select(entry => entry.CommandId).SingleAsync());

        await RefusedAsync<Invoice>(stage, invoice => invoice.Id == second, set => set.SetProperty(invoice => invoice.Number, "INV-0001"), "numbers");
        await RefusedAsync<BalanceEntry>(stage, entry => entry.InvoiceId == second, set => set.SetProperty(entry => entry.CommandId, command), "command ids");
        await RefusedAsync<BalanceEntry>(stage, entry => entry.InvoiceId == second, set => set.SetProperty(entry => entry.InvoiceId, first), "the order on an invoice");
        await CreditAsync(first);
        await CreditAsync(second);
        await RefusedAsync<CreditNote>(stage, note => note.InvoiceId == second, set => set.SetProperty(note => note.Number, "CN-0001"), "numbers of credit notes");
        var reversed = await ReverseAsync(first);
        await ReverseAsync(second);
        await RefusedAsync<Reversal>(stage, reversal => reversal.InvoiceId == second, set => set.SetProperty(reversal => reversal.ReversedEntryId, reversed), "reversals of an entry");
        await stage.Balances.SaveCreditNoteDraftAsync(stage.Northwind.Admin, first, Cast.CreditOf(1));
        await stage.Balances.SaveCreditNoteDraftAsync(stage.Northwind.Admin, second, Cast.CreditOf(1));
        await RefusedAsync<CreditNoteDraft>(stage, draft => draft.InvoiceId == second, set => set.SetProperty(draft => draft.InvoiceId, first), "drafts of credit notes of an invoice");
        await RefusedAsync<PortalLink>(stage, link => link.InvoiceId == second, set => set.SetProperty(link => link.TokenHash, old.TokenHash), "tokens");
        await RefusedAsync<PortalLink>(stage, link => link.Id == old.Id, set => set.SetProperty(link => link.ReplacedAt, (DateTime?)null), "current links");
        await RefusedAsync<Site>(stage, site => site.Id == stage.Harbor.SiteId,
            set => set.SetProperty(site => site.RouteAuthority, "pay.northwind.example").SetProperty(site => site.RouteSegment, "pay"), "routes");

        async Task CreditAsync(Guid id) =>
            await stage.Balances.IssueCreditNoteAsync(stage.Northwind.Admin, id, (await stage.InvoiceAsync(id)).Version, Cast.CreditOf(1), Guid.CreateVersion7());

        async Task<Guid> ReverseAsync(Guid id)
        {
            var invoice = await stage.InvoiceAsync(id);
            var wrong = invoice.Entries.OfType<CreditNote>().Single().Id;
            await stage.Balances.ReverseAsync(stage.Northwind.Admin, id, invoice.Version, wrong, Cast.Entry(0));
            return wrong;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_left_without_what_it_belongs_to(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var id = await stage.SentAsync(stage.Northwind);
        await stage.ChangeAsync(id, invoice => invoice.Pay(1));
        Func<FasterMoneyDb, Task<int>>[] deletes =
        [
            db => db.Invoices.ExecuteDeleteAsync(), db => db.Customers.Where(customer => customer.Id == stage.Northwind.Ada).ExecuteDeleteAsync(), db => db.Sites.ExecuteDeleteAsync(),
        ];
        foreach (var delete in deletes)
            await FluentActions.Awaiting(() => stage.ReadAsync(delete)).Should().ThrowAsync<DbException>();
    }

    public static Task<List<T>> LoadAsync<T>(FasterMoneyDb db)
        where T : class => db.Set<T>().ToListAsync();

    private static async Task RefusedAsync<T>(Stage stage, Expression<Func<T, bool>> which, Action<UpdateSettersBuilder<T>> change, string what)
        where T : class
    {
        (await stage.ReadAsync(db => db.Set<T>().CountAsync(which))).Should().Be(1, what);
        await FluentActions.Awaiting(() => stage.ReadAsync(db => db.Set<T>().Where(which).ExecuteUpdateAsync(change))).Should().ThrowAsync<DbException>("{0} are unique", what);
    }

    private static List<object> OneOfEach()
    {
        var site = Cast.NorthwindOnline();
        var customer = Cast.Ada(site);
        var invoice = new Invoice(site, customer, Cast.Content(lines: Cast.Line(100_00, 1.5m, 2.5m, 8.875m)), Cast.Adam, Cast.Now);
        invoice.Send(SentHow.InPerson, site, Cast.Adam, Cast.Now);
        invoice.Pay(invoice.TotalMinor);
        invoice.Refund(2_00);
        invoice.Credit(1_00, site);
        invoice.Adjust(-1_00);
        invoice.IssueCreditNote(
            new CreditNoteContent("Spoiled", null, [new CreditNoteLine("Flour", 1_00, 8.875m)], "INTERNAL NOTE"), Guid.CreateVersion7(), Cast.Today, site, Cast.Adam, Cast.Now);
        var pending = invoice.RecordPendingPayment(Cast.Entry(7_00), PaymentMethod.Cheque, Cast.Today, Cast.Adam, Cast.Now);
        invoice.ConfirmPayment(pending, Guid.CreateVersion7(), Cast.Today, Cast.Today, Cast.Adam, Cast.Now);
        invoice.RecordPendingPayment(Cast.Entry(3_00), PaymentMethod.Card, Cast.Today, Cast.Adam, Cast.Now);
        invoice.Reverse(invoice.Entries.OfType<Adjustment>().Single(), Cast.Entry(0), Cast.Today, Cast.Adam, Cast.Now);
        var link = new PortalLink(invoice, Guid.CreateVersion7(), Bytes, "protected", Cast.Adam, Cast.Now);
        link.NoteCopied(invoice, site, Cast.Adam, Cast.Now);
        link.NotePreviewed(invoice, Cast.Adam, Cast.Now);
        link.TurnOff(Cast.Adam, Cast.Now);
        link.Replace("lost", Cast.Adam, Cast.Now);
        var mail = new MailSettings(site.Id);
        mail.Edit(Cast.Mail(user: "northwind") with { ReplyTo = "adam@northwind.example" }, "protected", Cast.Adam, Cast.Now);
        mail.NoteTested(Cast.Adam, Cast.Now);
        mail.Turn(on: true, Cast.Adam, Cast.Now);
        var person = new Person { Id = Guid.CreateVersion7(), UserName = "adam", NormalizedUserName = "ADAM", DisplayName = "Adam Admin" };
        var done = FollowUp.Prepare(invoice, Cast.FollowUp(person.Id), new Membership(site.Id, person.Id, SiteRole.Admin), Cast.Today, Cast.Adam, Cast.Now);
        done.Complete(Cast.Adam, Cast.Now);
        var facts = new MessageFacts(customer.Id, invoice.BalanceDue, invoice.DueDate, new PlaceholderValues("https://link", "$1", "today", "INV-1", "Ada"), new LinkVerdict([], null));
        var message = new MessageDraft(invoice, customer, MessageTemplate.Overdue, Cast.Message(null, "ada@bakery.example", "bookkeeping@bakery.example"), true, Cast.Adam, Cast.Now);
        message.Approve(facts, [], message.Resolve(facts).Digest, Cast.Adam, Cast.Now);
        message.NoteCopied(facts, Cast.Adam, Cast.Now);
        var outgoing = new OutboxMessage(message.Release(facts), Cast.Adam, Cast.Now);
        outgoing.Begin(Cast.Now);
        outgoing.NoteRefused("Busy", mayHelp: true, chance: 0.5, Cast.Now);
        outgoing.Begin(Cast.Now.AddHours(1));
        outgoing.NoteDataNext();
        message.NoteSent(Cast.Adam, Cast.Now);
        return
        [
            site, customer, invoice, new CreditNoteDraft(invoice, Cast.CreditOf(5_00) with { Lines = [new("Flour", 1_00, 8.875m)] }, Cast.Adam, Cast.Now), link, person, new Membership(site.Id, person.Id, SiteRole.Admin), new SiteLogo { SiteId = site.Id, Png = Bytes, Width = 3, Height = 4 },
            FollowUp.Propose(invoice, Cast.FollowUp(person.Id), new Membership(site.Id, person.Id, SiteRole.Viewer), Cast.Today, Cast.Adam, Cast.Now), done, message,
            mail, outgoing,
            new PortalOpening { LinkId = link.Id, SiteId = site.Id, InvoiceId = invoice.Id, Day = Cast.Today, Kind = PortalOpeningKind.Robot, First = Cast.Now, Last = Cast.Now, Count = 5 },
            new PasswordLink
            {
                Id = Guid.CreateVersion7(), UserId = person.Id, CodeHash = Bytes, CreatedBy = person.Id, SiteId = site.Id,
                CreatedAt = Cast.Now, ExpiresAt = Cast.Now.AddMinutes(30), UsedAt = Cast.Now.AddMinutes(1),
            },
            new AskedLetter { Id = Guid.CreateVersion7(), ProtectedRequest = "protected", AskedAt = Cast.Now, NextTryAt = Cast.Now.AddMinutes(1), LinkMade = true },
            new PersonSignIn
            {
                Id = Guid.CreateVersion7(), KeyHash = Bytes, UserId = person.Id, Ticket = Bytes, Device = "Firefox on Linux", Address = "192.0.2.1",
                CreatedAt = Cast.Now, LastUsedAt = Cast.Now, ExpiresAt = Cast.Now.AddDays(14), ConfirmedAt = Cast.Now,
            },
            new TryCount { Key = "address", Count = 3, NextAt = Cast.Now, ForgottenAt = Cast.Now.AddDays(1) },
            new FirstSteps { SiteId = site.Id, CheckedRoute = "https://pay.northwind.example/pay/", DismissedAt = Cast.Now },
            new GuideVote { SiteId = site.Id, UserId = person.Id, Guide = "portal-links", Version = "1", Fault = GuideFault.OutOfDate, Sentence = "Too long", ChangedAt = Cast.Now },
            new GuideMiss { SiteId = site.Id, Words = "zebra", Count = 2, LastAt = Cast.Now },
            new PreviewCode { Hash = Bytes, LinkId = link.Id, ExpiresAt = Cast.Now },
            new Invitation
            {
                Id = Guid.CreateVersion7(), SiteId = site.Id, RoleName = "Admin", EmailHint = "nadia@northwind.example", CodeHash = Bytes, CreatedBy = person.Id,
                CreatedAt = Cast.Now, ExpiresAt = Cast.Now.AddDays(7), UsedAt = Cast.Now.AddDays(1), UsedBy = person.Id,
            },
        ];
    }

    private static Dictionary<string, object?> Values(ChangeTracker tracker) => tracker.Entries()
        .Where(entry => entry.Entity is not BucketTotal and not ActivityChain)
        .SelectMany(entry => entry.Properties.Select(property => (Place: $"{Key(entry)}.{property.Metadata.Name}", property.CurrentValue)))
        .ToDictionary(each => each.Place, each => each.CurrentValue);

    private static string Key(EntityEntry entry) => entry.Metadata.ClrType.Name + ":" + string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties
        .Select(property => entry.Property(property.Name).CurrentValue is byte[] bytes ? Convert.ToHexString(bytes) : $"{entry.Property(property.Name).CurrentValue}"));
}
