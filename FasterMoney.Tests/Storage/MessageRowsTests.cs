using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Messages;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Storage;

public sealed class MessageRowsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_page_is_there_once_with_what_changed_last_on_top(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var written = await FillAsync(stage, stage.Northwind, 130);
        await FillAsync(stage, stage.Harbor, 3);

        var read = new List<Guid>();
        for (var page = 1; page <= 3; page++)
        {
            var list = await ReadAsync(stage, new MessageFilter { Page = page });
            (list.Matching, list.Page, list.IsEmpty).Should().Be((130, page, false));
            read.AddRange(list.Rows.Select(row => row.Id));
        }

        read.Should().Equal(Enumerable.Reverse(written));
        (await ReadAsync(stage, new MessageFilter { Page = 99 })).Page.Should().Be(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_tab_has_its_messages_and_each_row_says_who_wrote_it_and_whether_it_is_still_right(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var testSite = stage.Northwind;
        (await ReadAsync(stage, new MessageFilter())).IsEmpty.Should().BeTrue();
        var sent = await stage.SentAsync(testSite);
        var byAssistant = await stage.Messages.DraftAsync(testSite.Admin, sent, MessageTemplate.Blank, Cast.Message(), byAssistant: true);
        var discarded = await stage.Messages.DraftAsync(testSite.Admin, sent, MessageTemplate.InvoiceSent);
        await stage.Messages.DiscardAsync(testSite.Admin, discarded, 1);
        var approved = await stage.Messages.DraftAsync(testSite.Admin, sent, MessageTemplate.InvoiceSent);
        var review = await stage.ReviewAsync(approved);
        await stage.Messages.ApproveAsync(testSite.Owner, approved, review.Version, review.Digest);

        var list = await ReadAsync(stage, new MessageFilter());
        list.Counts.Should().BeEquivalentTo(new Dictionary<MessageState, int> { [MessageState.ToReview] = 1, [MessageState.Approved] = 1, [MessageState.Discarded] = 1 });
        list.Rows.Single().Should().BeEquivalentTo(new
        {
            Id = byAssistant, Subject = "Invoice INV-0001", Customer = "Ada's Bakery", Invoice = "INV-0001", Recipients = new[] { "ada@bakery.example" }, ByAssistant = true, WrittenBy = "Adam Admin",
        });
        (await ReadAsync(stage, new MessageFilter { State = MessageState.Approved })).Rows.Single().IsStale.Should().BeFalse();
        await stage.ChangeAsync(sent, invoice => invoice.Pay(1_00));
        (await ReadAsync(stage, new MessageFilter { State = MessageState.Approved })).Rows.Single().IsStale.Should().BeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Customers_and_numbers_are_found_and_nothing_of_another_site(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (here, there) = (stage.Northwind, stage.Harbor);
        var ada = await stage.Messages.DraftAsync(here.Admin, await stage.SentAsync(here), MessageTemplate.Blank);
        var forBruno = await stage.Invoices.CreateDraftAsync(here.Admin, here.Bruno, Cast.Content());
        await stage.Invoices.SendAsync(here.Admin, forBruno, 1, FasterMoney.Domain.Invoices.SentHow.Email);
        var bruno = await stage.Messages.DraftAsync(here.Admin, forBruno, MessageTemplate.Blank);
        await stage.Messages.DraftAsync(there.Admin, await stage.SentAsync(there), MessageTemplate.Blank);

        (await FindAsync("bakery")).Should().Equal(ada);
        (await FindAsync("GARAGE.example")).Should().Equal(bruno);
        (await FindAsync("inv-0002")).Should().Equal(bruno);
        (await FindAsync("INV-")).Should().BeEquivalentTo([bruno, ada]);
        (await FindAsync("H-")).Should().BeEmpty();
        (await FindAsync("nobody")).Should().BeEmpty();

        async Task<IEnumerable<Guid>> FindAsync(string text) => (await ReadAsync(stage, new MessageFilter().SearchingFor(text))).Rows.Select(row => row.Id);
    }

    private static Task<MessageList> ReadAsync(Stage stage, MessageFilter filter) => new MessageRows(
        stage.Services.GetRequiredService<SiteAccess>(), stage.Services.GetRequiredService<CurrentMessageFacts>()).ReadAsync(stage.Northwind.Viewer, filter);

    // Three at each moment, so that the order has ties.
    private static async Task<IReadOnlyList<Guid>> FillAsync(Stage stage, TestSite testSite, int count)
    {
        var sent = await stage.InvoiceAsync(await stage.SentAsync(testSite));
        await using var db = await stage.OpenDbAsync();
        var customer = await db.Customers.SingleAsync(customer => customer.Id == testSite.Ada);
        var messages = Enumerable.Range(0, count)
            .Select(number => new MessageDraft(sent, customer, MessageTemplate.Blank, Cast.Message(), false, Cast.Adam, Cast.Now.AddMinutes(number / 3))).ToList();
        db.AddRange(messages);
        await db.SaveChangesAsync();
        return await db.Messages.Where(message => message.SiteId == testSite.SiteId).OrderBy(message => message.ChangedAt).ThenBy(message => message.Id).Select(message => message.Id).ToListAsync();
    }
}

public static class MessageStage
{
    /// <summary>A message as its reviewer reads it.</summary>
    public static async Task<MessageReview> ReviewAsync(this Stage stage, Guid messageId) => (await new MessageReviews(
        stage.Services.GetRequiredService<SiteAccess>(), stage.Services.GetRequiredService<CurrentMessageFacts>(), stage.Services.GetRequiredService<SiteContentChecks>())
        .FindAsync(stage.Northwind.Viewer, messageId))!;
}
