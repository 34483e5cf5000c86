using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace FasterMoney.Tests.Mail;

/// <summary>An invoice that is sent with its message leaves, or nothing of it happens.</summary>
public sealed class InvoiceMailingTests : IAsyncLifetime
{
    private OutboxStage _set = null!;

    private TestSite TestSite => _set.TestSite;

    public async Task InitializeAsync() => _set = await OutboxStage.SetAsync();

    public async Task DisposeAsync() => await _set.DisposeAsync();

    [Fact]
    public async Task One_act_gives_it_number_and_link_approves_the_message_and_brings_it_with_the_document_to_the_customer()
    {
        var id = await _set.Stage.DraftAsync(TestSite);
        var review = await ReviewAsync(id);

        var message = await _set.Stage.Mailing.SendAsync(TestSite.Admin, id, 1, review.Message.Content);
        await _set.DeliverAsync();

        var invoice = await _set.Stage.InvoiceAsync(id);
        (invoice.SendState, invoice.SentHow).Should().Be((SendState.Sent, SentHow.FromHere));
        var mail = await MimeMessage.LoadAsync(new MemoryStream(_set.Server.Received.Single().Bytes));
        mail.To.Mailboxes.Select(to => to.Address).Should().Equal("ada@bakery.example");
        mail.Subject.Should().Be(review.Message.Subject).And.Contain(invoice.Number);
        mail.TextBody!.ReplaceLineEndings("\n").TrimEnd().Should()
            .Be(review.Message.Body.Replace("[the link to this invoice]", await _set.Stage.UrlAsync(id), StringComparison.Ordinal), "what was read is what is sent");
        var document = mail.Attachments.OfType<MimePart>().Should().ContainSingle().Subject;
        document.ContentType.MimeType.Should().Be("application/pdf");
        document.FileName.Should().Contain(invoice.Number);
        using var bytes = new MemoryStream();
        await document.Content!.DecodeToAsync(bytes);
        new PdfReading(bytes.ToArray()).Bare.Should().Contain(invoice.Number);
        var draft = await _set.Stage.MessageAsync(message);
        (draft.State, draft.ApprovedBy, draft.SentBy).Should().Be((MessageState.Sent, "Adam Admin", "Adam Admin"));
    }

    [Fact]
    public async Task What_the_check_finds_stops_all_of_it()
    {
        var id = await _set.Stage.DraftAsync(TestSite);
        var content = (await ReviewAsync(id)).Message.Content;

        await FluentActions.Awaiting(() => _set.Stage.Mailing.SendAsync(TestSite.Admin, id, 1, content with { Body = content.Body + "\nINTERNAL NOTE: pays late" }))
            .Should().ThrowAsync<RuleViolation>().WithMessage("*content check*");

        await NothingHappenedAsync(id);
    }

    [Fact]
    public async Task Nobody_to_send_it_to_stops_all_of_it()
    {
        var id = await _set.Stage.DraftAsync(TestSite);
        var content = (await ReviewAsync(id)).Message.Content;

        await FluentActions.Awaiting(() => _set.Stage.Mailing.SendAsync(TestSite.Admin, id, 1, content with { Recipients = [] })).Should().ThrowAsync<RuleViolation>();

        await NothingHappenedAsync(id);
    }

    [Fact]
    public async Task With_mail_turned_off_nothing_is_promised()
    {
        var id = await _set.Stage.DraftAsync(TestSite);
        await _set.Stage.Mail.TurnAsync(TestSite.Owner, false);
        var review = await ReviewAsync(id);

        review.Message.CanMail.Text.Should().Contain("Mail is not set up, or turned off.");
        review.Message.CanCopy.IsAllowed.Should().BeTrue();
        await FluentActions.Awaiting(() => _set.Stage.Mailing.SendAsync(TestSite.Admin, id, 1, review.Message.Content)).Should().ThrowAsync<RuleViolation>();
        await NothingHappenedAsync(id);
    }

    [Fact]
    public async Task A_draft_that_changed_since_it_was_looked_over_does_not_leave()
    {
        var id = await _set.Stage.DraftAsync(TestSite);
        var review = await ReviewAsync(id);
        await _set.Stage.Invoices.EditDraftAsync(TestSite.Owner, id, 1, TestSite.Ada, Cast.Content("USD", false, Cast.Line(90_00)));

        await FluentActions.Awaiting(() => _set.Stage.Mailing.SendAsync(TestSite.Admin, id, 1, review.Message.Content)).Should().ThrowAsync<ChangedByOthers>();

        await NothingHappenedAsync(id);
    }

    [Fact]
    public async Task Handed_out_it_is_approved_and_copied_with_a_link_that_works()
    {
        var id = await _set.Stage.DraftAsync(TestSite);
        var review = await ReviewAsync(id);

        var (text, html) = await _set.Stage.Mailing.HandOutAsync(TestSite.Admin, id, 1, review.Message.Content);

        var url = await _set.Stage.UrlAsync(id);
        text.Should().Contain(url);
        html.Should().Contain($"<a href=\"{url}\">");
        var draft = await _set.Stage.ReadAsync(db => db.Messages.SingleAsync(message => message.InvoiceId == id));
        (draft.State, draft.CopiedBy).Should().Be((MessageState.Approved, "Adam Admin"));
        (await _set.Stage.LinkAsync(id)).LastCopiedBy.Should().Be("Adam Admin");
        await _set.DeliverAsync();
        _set.Server.Received.Should().BeEmpty("whoever copies it sends it");
    }

    [Fact]
    public async Task For_a_customer_without_an_address_the_message_can_be_copied_and_is_checked_all_the_same()
    {
        await _set.Stage.Customers.EditAsync(TestSite.Admin, TestSite.Ada, 1, Cast.AdasBakery with { Email = "" });
        var id = await _set.Stage.DraftAsync(TestSite);
        var review = await ReviewAsync(id);
        review.Message.CanMail.Text.Should().Contain("has no e-mail address");

        await FluentActions.Awaiting(() => _set.Stage.Mailing.HandOutAsync(TestSite.Admin, id, 1, review.Message.Content with { Body = "INTERNAL NOTE: pays late" }))
            .Should().ThrowAsync<RuleViolation>();
        await NothingHappenedAsync(id);

        var (text, _) = await _set.Stage.Mailing.HandOutAsync(TestSite.Admin, id, 1, review.Message.Content);

        text.Should().Contain(await _set.Stage.UrlAsync(id));
        (await _set.Stage.InvoiceAsync(id)).SendState.Should().Be(SendState.Sent);
    }

    [Fact]
    public async Task The_review_names_what_a_customer_will_miss()
    {
        var id = await _set.Stage.DraftAsync(TestSite);
        await _set.Stage.ChangeSiteAsync(TestSite, content => content with { Country = "DE", Address = "", TaxNumber = "", PaymentInstructions = "" });
        (await ReviewAsync(id)).Missing.Select(missing => missing.Field).Should().Equal("Address", "TaxNumber", "PaymentInstructions");

        await _set.Stage.ChangeSiteAsync(TestSite, content => content with { Country = "US", Address = "1 Road", PaymentInstructions = "Cheque" });
        (await ReviewAsync(id)).Missing.Should().BeEmpty("no tax number is asked for there");
    }

    private async Task<SendReview> ReviewAsync(Guid id) =>
        (await ActivatorUtilities.CreateInstance<SendReviews>(_set.Stage.Services, ActivatorUtilities.CreateInstance<Web.Admin.Workspace.DrawerInvoices>(_set.Stage.Services))
            .FindAsync(TestSite.Admin, id))!;

    private async Task NothingHappenedAsync(Guid id)
    {
        var invoice = await _set.Stage.InvoiceAsync(id);
        (invoice.SendState, invoice.Number).Should().Be((SendState.Draft, null));
        (await _set.Stage.ReadAsync(db => db.Messages.AnyAsync(message => message.InvoiceId == id))).Should().BeFalse();
        (await _set.Stage.ReadAsync(db => db.PortalLinks.AnyAsync(link => link.InvoiceId == id))).Should().BeFalse();
        await _set.DeliverAsync();
        _set.Server.Received.Should().BeEmpty();
    }
}
