using FasterMoney.Domain.Activity;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Tests.Assistant;

/// <summary>The asks that leave something for a person to review, with the built-in assistant and the real tools on a real database.</summary>
public sealed class WritingAskTests : IAsyncLifetime
{
    private Stage _stage = null!;

    private TestSite Northwind => _stage.Northwind;

    public async Task InitializeAsync() => _stage = await Stage.OnAsync();

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Theory]
    [InlineData("Find the portal link for this sent invoice and draft a short message to review.")]
    [InlineData("write a short e-mail with the pay page please, I'll look over it")]
    [InlineData("Could you draft a message to the client with the portal link?")]
    public async Task The_portal_link_is_found_and_a_message_waits_for_review(string question)
    {
        var heard = await _stage.AskAsync(Northwind.Admin, question, await _stage.SentAsync(Northwind));

        var draft = await DraftAsync();
        draft.Should().BeEquivalentTo(new { State = MessageState.ToReview, ByAssistant = true, WrittenBy = "Adam Admin", Template = MessageTemplate.InvoiceSent });
        draft.Recipients.Should().Equal("ada@bakery.example");
        draft.Body.Should().Contain("{{portal_link}}").And.NotContain("http");
        heard.Text.Should().Contain("INV-0001 has a portal link").And.Contain("Invoice INV-0001 from Northwind").And.Contain("Nothing was sent.").And.NotContain("http");
        heard.Runs.Select(run => run.Sentence).Should().Equal("Looked up INV-0001 and its portal link", "Wrote a draft to review about INV-0001");
        heard.Runs[1].Address.Should().Be($"/messages?message={draft.Id}");
        (await SentencesAsync()).Should().Contain("Adam Admin asked Faster AI, which looked up INV-0001 and its portal link, wrote a draft to review about INV-0001.");
    }

    [Fact]
    public async Task A_late_customer_gets_the_reminder_for_late_ones()
    {
        var late = await _stage.SentAsync(Northwind, Cast.Content() with { IssueDate = Cast.Today.AddDays(-40), DueDate = Cast.Today.AddDays(-10) });

        await _stage.AskAsync(Northwind.Admin, "Draft a reminder", late);

        (await DraftAsync()).Template.Should().Be(MessageTemplate.Overdue);
    }

    [Fact]
    public async Task A_short_message_starts_from_the_template_that_the_review_holds_fitting()
    {
        var corrected = await _stage.SentAsync(Northwind, Cast.Content() with { IssueDate = Cast.Today.AddDays(-40), DueDate = Cast.Today.AddDays(10) });
        _stage.Clock.Advance(TimeSpan.FromDays(1));
        await _stage.Balances.AdjustAsync(Northwind.Admin, corrected, 2, Cast.Entry(-5_00));

        await _stage.AskAsync(Northwind.Admin, "Find the portal link for this sent invoice and draft a short message to review.", corrected);

        (await DraftAsync()).Template.Should().Be(MessageTemplate.CorrectedBalance);
    }

    [Fact]
    public async Task No_message_is_drafted_while_the_link_is_unavailable_and_the_answer_says_why()
    {
        var invoice = await _stage.SentAsync(Northwind);
        await _stage.Links.TurnOffAsync(Northwind.Admin, invoice);

        var heard = await _stage.AskAsync(Northwind.Admin, "Find the portal link for this sent invoice and draft a short message to review.", invoice);

        heard.Text.Should().StartWith("I wrote no draft").And.Contain("The link was turned off. Turn the link on");
        (await CountAsync()).Should().Be((0, 0));
    }

    [Theory]
    [InlineData("Prepare a payment follow-up with the portal link but send nothing.", "2026-04-13")]
    [InlineData("create a follow up for this invoice next tuesday, don't send anything", "2026-03-17")]
    [InlineData("Remind me to chase this in 3 days", "2026-03-13")]
    public async Task A_follow_up_is_proposed_and_waits_for_the_person(string question, string day)
    {
        var invoice = await _stage.SentAsync(Northwind);

        var heard = await _stage.AskAsync(Northwind.Admin, question, invoice);

        var followUp = await _stage.ReadAsync(db => db.FollowUps.SingleAsync());
        followUp.Should().BeEquivalentTo(new { State = FollowUpState.Proposed, ByAssistant = true, InvoiceId = invoice, AssigneeUserId = Northwind.Admin.UserId, PreparedBy = "Adam Admin" });
        followUp.DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).Should().Be(day);
        heard.Text.Should().StartWith("I proposed a follow-up for you to confirm").And.Contain("portal link that works on that day").And.Contain("Nothing was sent.");
        heard.Runs[^1].Address.Should().Be($"/follow-ups?followup={followUp.Id}");
        (await CountAsync()).Should().Be((0, 1));
    }

    [Theory]
    [InlineData("Draft the message about a corrected balance.")]
    [InlineData("write to the customer that the balance changed: draft an email")]
    public async Task The_message_about_a_corrected_balance_is_drafted(string question)
    {
        var invoice = await _stage.SentAsync(Northwind);
        await _stage.Balances.IssueCreditNoteAsync(Northwind.Admin, invoice, 2, Cast.CreditOf(30_00), Guid.CreateVersion7());

        var heard = await _stage.AskAsync(Northwind.Admin, question, invoice);

        (await DraftAsync()).Template.Should().Be(MessageTemplate.CorrectedBalance);
        heard.Text.Should().Contain("$70.00 is due").And.Contain("The last correction is credit note CN-0001 of −$30.00").And.Contain("Corrected balance of invoice INV-0001");
    }

    [Fact]
    public async Task A_reversed_payment_is_a_correction_for_the_message_as_it_is_for_the_page()
    {
        var invoice = await _stage.SentAsync(Northwind);
        await _stage.Balances.RecordPaymentAsync(Northwind.Admin, invoice, 2, Cast.Entry(40_00), PaymentMethod.Card, isProcessing: false);
        var payment = await _stage.ReadAsync(db => db.BalanceEntries.SingleAsync());
        await _stage.Balances.ReverseAsync(Northwind.Admin, invoice, 3, payment.Id, Cast.Entry(0));

        var heard = await _stage.AskAsync(Northwind.Admin, "Draft the message about a corrected balance.", invoice);

        (await DraftAsync()).Template.Should().Be(MessageTemplate.CorrectedBalance);
        heard.Text.Should().Contain("$100.00 is due").And.Contain("The last correction is reversal of payment of +$40.00");
    }

    [Fact]
    public async Task Without_a_correction_there_is_nothing_to_tell()
    {
        var heard = await _stage.AskAsync(Northwind.Admin, "Draft the message about a corrected balance.", await _stage.SentAsync(Northwind));

        heard.Text.Should().StartWith("Nothing has corrected the balance of INV-0001");
        (await CountAsync()).Should().Be((0, 0));
    }

    [Fact]
    public async Task In_the_conversation_about_the_business_the_customer_is_named()
    {
        await _stage.SentAsync(Northwind);

        var heard = await _stage.AskAsync(Northwind.Admin, "Draft a message to Ada's Bakery with the portal link");

        (await DraftAsync()).CustomerId.Should().Be(Northwind.Ada);
        heard.Text.Should().Contain("INV-0001");
    }

    [Fact]
    public async Task Asked_to_send_as_well_it_drafts_and_says_that_it_does_not_send()
    {
        var heard = await _stage.AskAsync(Northwind.Admin, "Draft a reminder and send it to the customer", await _stage.SentAsync(Northwind));

        (await DraftAsync()).State.Should().Be(MessageState.ToReview);
        heard.Text.Should().Contain("I cannot send anything to anybody.");
    }

    [Theory]
    [InlineData("Draft a short message with the portal link", "I wrote no draft for INV-0001.")]
    [InlineData("Prepare a payment follow-up but send nothing", "I wrote no follow-up for INV-0001.")]
    public async Task A_viewer_is_told_that_their_role_does_not_write(string question, string says)
    {
        var heard = await _stage.AskAsync(Northwind.Viewer, question, await _stage.SentAsync(Northwind));

        heard.Text.Should().StartWith(says).And.Contain("Your role at this business is Viewer; this needs Admin.");
        (await CountAsync()).Should().Be((0, 0));
    }

    private Task<MessageDraft> DraftAsync() => _stage.ReadAsync(db => db.Messages.SingleAsync());

    private Task<(int Messages, int FollowUps)> CountAsync() => _stage.ReadAsync(async db => (await db.Messages.CountAsync(), await db.FollowUps.CountAsync()));

    private async Task<List<string>> SentencesAsync() =>
        [.. (await _stage.ReadAsync(db => db.Activity.ToListAsync())).Select(ActivitySentence.For)];
}
