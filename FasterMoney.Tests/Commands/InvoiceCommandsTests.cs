using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Commands;

public sealed class InvoiceCommandsTests : IAsyncLifetime
{
    private Stage stage = null!;

    private House House => stage.Northwind;

    private Caller Adam => House.Admin;

    public async Task InitializeAsync() => stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_draft_is_written_and_written_anew()
    {
        var id = await stage.DraftAsync(House);
        var version = await stage.Invoices.EditDraftAsync(Adam, id, 1, House.Ada, Cast.Content(lines: [Cast.Line(50_00, tax: 10), Cast.Line(5_00)]));

        version.Should().Be(2);
        var invoice = await stage.InvoiceAsync(id);
        invoice.Should().BeEquivalentTo(new { TotalMinor = 60_00L, BilledTo = "Ada's Bakery", Version = 2L });
        invoice.Lines.OrderBy(line => line.Position).Select(line => line.UnitPriceMinor).Should().Equal(50_00, 5_00);
        (await ActivityAsync(id)).Should().Equal(ActivityKind.InvoiceDrafted, ActivityKind.InvoiceEdited);
    }

    [Fact]
    public async Task Sending_gives_number_and_link_and_says_who_did_it()
    {
        var id = await stage.SentAsync(House);

        var invoice = await stage.InvoiceAsync(id);
        invoice.Should().BeEquivalentTo(new { Number = "INV-0001", SendState = SendState.Sent, Standing = Standing.Open });
        invoice.SentAt.Should().Be(Cast.Now);
        (await ActivityAsync(id)).Should().Equal(ActivityKind.InvoiceDrafted, ActivityKind.InvoiceSent, ActivityKind.LinkMade);
        (await stage.ReadAsync(db => db.Activity.Where(entry => entry.InvoiceId == id).ToListAsync()))
            .Should().OnlyContain(entry => entry.ActorName == "Adam Admin" && entry.ActorUserId == Adam.UserId && entry.At == Cast.Now && entry.SiteId == House.SiteId);
    }

    [Fact]
    public async Task Sending_twice_gives_one_number()
    {
        var id = await stage.SentAsync(House);
        await Refused<ChangedByOthers>(() => stage.Invoices.SendAsync(Adam, id, 1, SentHow.Email));
        await Refused<RuleViolation>(() => stage.Invoices.SendAsync(Adam, id, 2, SentHow.Email));
        (await stage.ReadAsync(db => db.Sites.Where(site => site.Id == House.SiteId).Select(site => site.NextInvoiceNumber).SingleAsync())).Should().Be(2);
        (await stage.ReadAsync(db => db.PortalLinks.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task Withdrawn_and_sent_again_it_keeps_number_and_address()
    {
        var id = await stage.SentAsync(House);
        var before = await stage.UrlAsync(id);
        await stage.Invoices.WithdrawAsync(Adam, id, 2);
        (await stage.InvoiceAsync(id)).SendState.Should().Be(SendState.Draft);
        await stage.Invoices.SendAsync(Adam, id, 3, SentHow.InPerson);

        (await stage.InvoiceAsync(id)).Number.Should().Be("INV-0001");
        (await stage.UrlAsync(id)).Should().Be(before).And.StartWith("https://pay.northwind.example/pay/");
        (await ActivityAsync(id)).Should().ContainInOrder(ActivityKind.InvoiceSent, ActivityKind.InvoiceWithdrawn, ActivityKind.InvoiceSent);
    }

    [Fact]
    public async Task Another_customer_gets_another_address_and_the_old_one_is_dead()
    {
        var id = await stage.SentAsync(House);
        var before = await stage.UrlAsync(id);
        await stage.Invoices.WithdrawAsync(Adam, id, 2);
        await stage.Invoices.EditDraftAsync(Adam, id, 3, House.Ada, Cast.Content());
        (await stage.UrlAsync(id)).Should().Be(before, "the customer is the same");

        await stage.Invoices.EditDraftAsync(Adam, id, 4, House.Bruno, Cast.Content());
        (await stage.UrlAsync(id)).Should().NotBe(before);
        var links = await stage.ReadAsync(db => db.PortalLinks.OrderBy(link => link.ReplacedAt == null).ToListAsync());
        links.Select(link => (link.CustomerId, link.ReplacedAt)).Should().Equal((House.Ada, Cast.Now), (House.Bruno, null));
        (await ActivityAsync(id))[^3..].Should().Equal(ActivityKind.InvoiceEdited, ActivityKind.LinkReplaced, ActivityKind.LinkMade);
    }

    [Fact]
    public async Task A_duplicate_is_a_draft_of_today_with_the_same_content()
    {
        var id = await stage.SentAsync(House);
        stage.Clock.Advance(TimeSpan.FromDays(5));
        var copy = await stage.InvoiceAsync(await stage.Invoices.DuplicateAsync(Adam, id));
        copy.Should().BeEquivalentTo(new { SendState = SendState.Draft, TotalMinor = 100_00L, IssueDate = Cast.Today.AddDays(5), DueDate = Cast.Today.AddDays(35) });
        copy.Number.Should().BeNull();
        copy.Lines.Should().ContainSingle().Which.Description.Should().Be("Work");
    }

    [Fact]
    public async Task A_deleted_draft_leaves_a_trace_and_a_sent_invoice_stays()
    {
        var draft = await stage.DraftAsync(House);
        await stage.Invoices.DeleteDraftAsync(Adam, draft, 1);
        (await stage.ReadAsync(db => db.Invoices.CountAsync(invoice => invoice.Id == draft))).Should().Be(0);
        (await stage.ReadAsync(db => db.Set<InvoiceLine>().CountAsync())).Should().Be(0);
        (await ActivityAsync(draft)).Should().Equal(ActivityKind.InvoiceDrafted, ActivityKind.InvoiceDeleted);

        var sent = await stage.SentAsync(House);
        await Refused<RuleViolation>(() => stage.Invoices.DeleteDraftAsync(Adam, sent, 2));
    }

    [Fact]
    public async Task Voiding_keeps_the_reason()
    {
        var id = await stage.SentAsync(House);
        await stage.Invoices.VoidAsync(Adam, id, 2, "Ordered twice");
        (await stage.InvoiceAsync(id)).Should().BeEquivalentTo(new { SendState = SendState.Void, VoidReason = "Ordered twice", VoidedOn = Cast.Today });
        (await ActivityAsync(id))[^1].Should().Be(ActivityKind.InvoiceVoided);
    }

    [Fact]
    public async Task The_private_note_of_a_sent_invoice_changes_alone()
    {
        var id = await stage.SentAsync(House);
        await stage.Invoices.ChangePrivateNoteAsync(Adam, id, "INTERNAL NOTE, new");
        (await stage.InvoiceAsync(id)).Should().BeEquivalentTo(new { PrivateNote = "INTERNAL NOTE, new", Version = 2L });
        (await ActivityAsync(id))[^1].Should().Be(ActivityKind.PrivateNoteChanged);
    }

    [Fact]
    public async Task Who_saw_an_older_version_is_told_and_nothing_changes()
    {
        var draft = await stage.DraftAsync(House);
        await stage.Invoices.EditDraftAsync(Adam, draft, 1, House.Ada, Cast.Content(lines: Cast.Line(7_00)));
        var sent = await stage.SentAsync(House);
        var before = await stage.ReadAsync(db => db.Activity.CountAsync());
        Func<Task>[] acts =
        [
            () => stage.Invoices.EditDraftAsync(Adam, draft, 1, House.Ada, Cast.Content()), () => stage.Invoices.DeleteDraftAsync(Adam, draft, 1),
            () => stage.Invoices.SendAsync(Adam, draft, 1, SentHow.Email), () => stage.Invoices.WithdrawAsync(Adam, sent, 1),
            () => stage.Invoices.VoidAsync(Adam, sent, 1, "Ordered twice"), () => stage.Customers.EditAsync(Adam, House.Ada, 0, Cast.AdasBakery),
            () => stage.Sites.EditAsync(House.Owner, 1, Cast.Northwind().ToContent(), 100), () => stage.Sites.ConfigurePortalAsync(House.Owner, 1, "https://a.example", "pay"),
        ];
        foreach (var act in acts)
            await Refused<ChangedByOthers>(act);
        (await stage.InvoiceAsync(draft)).TotalMinor.Should().Be(7_00);
        (await stage.ReadAsync(db => db.Activity.CountAsync())).Should().Be(before);
    }

    [Fact]
    public async Task An_old_note_in_an_open_editor_does_not_overwrite_a_new_one()
    {
        var id = await stage.DraftAsync(House);
        await stage.Invoices.ChangePrivateNoteAsync(Adam, id, "INTERNAL NOTE, new");
        await Refused<ChangedByOthers>(() => stage.Invoices.EditDraftAsync(Adam, id, 1, House.Ada, Cast.Content()));
    }

    private static async Task Refused<TException>(Func<Task> act)
        where TException : Exception => await act.Should().ThrowAsync<TException>();

    private async Task<List<ActivityKind>> ActivityAsync(Guid invoiceId) => (await stage.ReadAsync(db => db.Activity
        .Where(entry => entry.InvoiceId == invoiceId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync())).ConvertAll(entry => entry.Kind);
}
