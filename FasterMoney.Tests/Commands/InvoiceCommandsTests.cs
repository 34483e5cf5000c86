using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Commands;

public sealed class InvoiceCommandsTests : IAsyncLifetime
{
    private Stage _stage = null!;

    private TestSite TestSite => _stage.Northwind;

    private Caller Adam => TestSite.Admin;

    public async Task InitializeAsync() => _stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_draft_is_written_and_written_anew()
    {
        var id = await _stage.DraftAsync(TestSite);
        var version = await _stage.Invoices.EditDraftAsync(Adam, id, 1, TestSite.Ada, Cast.Content(lines: [Cast.Line(50_00, tax: 10), Cast.Line(5_00)]));

        version.Should().Be(2);
        var invoice = await _stage.InvoiceAsync(id);
        invoice.Should().BeEquivalentTo(new { TotalMinor = 60_00L, BilledTo = "Ada's Bakery", Version = 2L });
        invoice.Lines.OrderBy(line => line.Position).Select(line => line.UnitPriceMinor).Should().Equal(50_00, 5_00);
        (await ActivityAsync(id)).Should().Equal(ActivityKind.InvoiceDrafted, ActivityKind.InvoiceEdited);
    }

    [Fact]
    public async Task Sending_gives_number_and_link_and_says_who_did_it()
    {
        var id = await _stage.SentAsync(TestSite);

        var invoice = await _stage.InvoiceAsync(id);
        invoice.Should().BeEquivalentTo(new { Number = "INV-0001", SendState = SendState.Sent, Bucket = InvoiceBucket.Open });
        invoice.SentAt.Should().Be(Cast.Now);
        (await ActivityAsync(id)).Should().Equal(ActivityKind.InvoiceDrafted, ActivityKind.InvoiceSent, ActivityKind.LinkMade);
        (await _stage.ReadAsync(db => db.Activity.Where(entry => entry.InvoiceId == id).ToListAsync()))
            .Should().OnlyContain(entry => entry.ActorName == "Adam Admin" && entry.ActorUserId == Adam.UserId && entry.At == Cast.Now && entry.SiteId == TestSite.SiteId);
    }

    [Fact]
    public async Task Sending_twice_gives_one_number()
    {
        var id = await _stage.SentAsync(TestSite);
        await Refused<ChangedByOthers>(() => _stage.Invoices.SendAsync(Adam, id, 1, SentHow.Email));
        await Refused<RuleViolation>(() => _stage.Invoices.SendAsync(Adam, id, 2, SentHow.Email));
        (await _stage.ReadAsync(db => db.Sites.Where(site => site.Id == TestSite.SiteId).Select(site => site.NextInvoiceNumber).SingleAsync())).Should().Be(2);
        (await _stage.ReadAsync(db => db.PortalLinks.CountAsync())).Should().Be(1);
    }

    [Fact]
    public async Task Withdrawn_and_sent_again_it_keeps_number_and_address()
    {
        var id = await _stage.SentAsync(TestSite);
        var before = await _stage.UrlAsync(id);
        await _stage.Invoices.WithdrawAsync(Adam, id, 2);
        (await _stage.InvoiceAsync(id)).SendState.Should().Be(SendState.Draft);
        await _stage.Invoices.SendAsync(Adam, id, 3, SentHow.InPerson);

        (await _stage.InvoiceAsync(id)).Number.Should().Be("INV-0001");
        (await _stage.UrlAsync(id)).Should().Be(before).And.StartWith("https://pay.northwind.example/pay/");
        (await ActivityAsync(id)).Should().ContainInOrder(ActivityKind.InvoiceSent, ActivityKind.InvoiceWithdrawn, ActivityKind.InvoiceSent);
    }

    [Fact]
    public async Task Another_customer_gets_another_address_and_the_old_one_is_dead()
    {
        var id = await _stage.SentAsync(TestSite);
        var before = await _stage.UrlAsync(id);
        await _stage.Invoices.WithdrawAsync(Adam, id, 2);
        await _stage.Invoices.EditDraftAsync(Adam, id, 3, TestSite.Ada, Cast.Content());
        (await _stage.UrlAsync(id)).Should().Be(before, "the customer is the same");

        await _stage.Invoices.EditDraftAsync(Adam, id, 4, TestSite.Bruno, Cast.Content());
        (await _stage.UrlAsync(id)).Should().NotBe(before);
        var links = await _stage.ReadAsync(db => db.PortalLinks.OrderBy(link => link.ReplacedAt == null).ToListAsync());
        links.Select(link => (link.CustomerId, link.ReplacedAt)).Should().Equal((TestSite.Ada, Cast.Now), (TestSite.Bruno, null));
        (await ActivityAsync(id))[^3..].Should().Equal(ActivityKind.InvoiceEdited, ActivityKind.LinkReplaced, ActivityKind.LinkMade);
    }

    [Fact]
    public async Task A_duplicate_is_a_draft_of_today_with_the_same_content()
    {
        var id = await _stage.SentAsync(TestSite);
        _stage.Clock.Advance(TimeSpan.FromDays(5));
        var copy = await _stage.InvoiceAsync(await _stage.Invoices.DuplicateAsync(Adam, id));
        copy.Should().BeEquivalentTo(new { SendState = SendState.Draft, TotalMinor = 100_00L, IssueDate = Cast.Today.AddDays(5), DueDate = Cast.Today.AddDays(35) });
        copy.Number.Should().BeNull();
        copy.PrivateNote.Should().BeEmpty("it was about the other one");
        copy.Lines.Should().ContainSingle().Which.Description.Should().Be("Work");
    }

    [Fact]
    public async Task A_deleted_draft_leaves_a_trace_and_a_sent_invoice_stays()
    {
        var draft = await _stage.DraftAsync(TestSite);
        await _stage.Invoices.DeleteDraftAsync(Adam, draft, 1);
        (await _stage.ReadAsync(db => db.Invoices.CountAsync(invoice => invoice.Id == draft))).Should().Be(0);
        (await _stage.ReadAsync(db => db.Set<InvoiceLine>().CountAsync())).Should().Be(0);
        (await ActivityAsync(draft)).Should().Equal(ActivityKind.InvoiceDrafted, ActivityKind.InvoiceDeleted);

        var sent = await _stage.SentAsync(TestSite);
        await Refused<RuleViolation>(() => _stage.Invoices.DeleteDraftAsync(Adam, sent, 2));
    }

    [Fact]
    public async Task Voiding_keeps_the_reason()
    {
        var id = await _stage.SentAsync(TestSite);
        await _stage.Invoices.VoidAsync(Adam, id, 2, "Ordered twice");
        (await _stage.InvoiceAsync(id)).Should().BeEquivalentTo(new { SendState = SendState.Void, VoidReason = "Ordered twice", VoidedOn = Cast.Today });
        (await ActivityAsync(id))[^1].Should().Be(ActivityKind.InvoiceVoided);
    }

    [Fact]
    public async Task The_private_note_of_a_sent_invoice_changes_alone()
    {
        var id = await _stage.SentAsync(TestSite);
        await _stage.Invoices.ChangePrivateNoteAsync(Adam, id, "INTERNAL NOTE, new");
        (await _stage.InvoiceAsync(id)).Should().BeEquivalentTo(new { PrivateNote = "INTERNAL NOTE, new", Version = 2L });
        (await ActivityAsync(id))[^1].Should().Be(ActivityKind.PrivateNoteChanged);
    }

    [Fact]
    public async Task Who_saw_an_older_version_is_told_and_nothing_changes()
    {
        var draft = await _stage.DraftAsync(TestSite);
        await _stage.Invoices.EditDraftAsync(Adam, draft, 1, TestSite.Ada, Cast.Content(lines: Cast.Line(7_00)));
        var sent = await _stage.SentAsync(TestSite);
        var before = await _stage.ReadAsync(db => db.Activity.CountAsync());
        Func<Task>[] acts =
        [
            () => _stage.Invoices.EditDraftAsync(Adam, draft, 1, TestSite.Ada, Cast.Content()), () => _stage.Invoices.DeleteDraftAsync(Adam, draft, 1),
            () => _stage.Invoices.SendAsync(Adam, draft, 1, SentHow.Email), () => _stage.Invoices.WithdrawAsync(Adam, sent, 1),
            () => _stage.Invoices.VoidAsync(Adam, sent, 1, "Ordered twice"), () => _stage.Customers.EditAsync(Adam, TestSite.Ada, 0, Cast.AdasBakery),
            () => _stage.Sites.EditAsync(TestSite.Owner, 1, Cast.Northwind().ToContent(), 100), () => _stage.Sites.ConfigurePortalAsync(TestSite.Owner, 1, "https://a.example", "pay"),
        ];
        foreach (var act in acts)
            await Refused<ChangedByOthers>(act);
        (await _stage.InvoiceAsync(draft)).TotalMinor.Should().Be(7_00);
        (await _stage.ReadAsync(db => db.Activity.CountAsync())).Should().Be(before);
    }

    [Fact]
    public async Task An_old_note_in_an_open_editor_does_not_overwrite_a_new_one()
    {
        var id = await _stage.DraftAsync(TestSite);
        await _stage.Invoices.ChangePrivateNoteAsync(Adam, id, "INTERNAL NOTE, new");
        await Refused<ChangedByOthers>(() => _stage.Invoices.EditDraftAsync(Adam, id, 1, TestSite.Ada, Cast.Content()));
    }

    private static async Task Refused<TException>(Func<Task> act)
        where TException : Exception => await act.Should().ThrowAsync<TException>();

    private async Task<List<ActivityKind>> ActivityAsync(Guid invoiceId) => (await _stage.ReadAsync(db => db.Activity
        .Where(entry => entry.InvoiceId == invoiceId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync())).ConvertAll(entry => entry.Kind);
}
