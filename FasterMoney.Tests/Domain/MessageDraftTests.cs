using FasterMoney.Domain.Activity;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class MessageDraftTests
{
    private static readonly Actor Olivia = new(Guid.CreateVersion7(), "Olivia Owner");
    private static readonly Finding Blocking = new(FindingCode.PrivateNote, FindingWeight.Blocking, "Body", 0, 1, "x", "Why", "How");

    private readonly Site _site = Cast.NorthwindOnline();
    private readonly Customer _ada;
    private readonly Invoice _invoice;
    private readonly MessageDraft _draft;
    private MessageFacts _facts;

    public MessageDraftTests()
    {
        _ada = Cast.Ada(_site);
        _invoice = new Invoice(_site, _ada, Cast.Content(), Cast.Adam, Cast.Now);
        _invoice.Send(SentHow.Email, _site, Cast.Adam, Cast.Now);
        _draft = new MessageDraft(_invoice, _ada, MessageTemplate.InvoiceSent, Cast.Message(), false, Cast.Adam, Cast.Now);
        _facts = new MessageFacts(
            _ada.Id, _invoice.BalanceDue, _invoice.DueDate, new PlaceholderValues("https://pay/1", "$100.00", "April 9, 2026", "INV-0001", "Ada's Bakery"), new LinkVerdict([], null));
    }

    private string Digest => _draft.Resolve(_facts).Digest;

    [Fact]
    public void A_draft_is_written_for_an_invoice_that_was_sent_in_its_customers_language()
    {
        _draft.Should().BeEquivalentTo(new
        {
            _invoice.SiteId, InvoiceId = _invoice.Id, CustomerId = _ada.Id, Language = "en-US", State = MessageState.ToReview, Version = 1L, ByAssistant = false, WrittenBy = "Adam Admin",
        });
        _draft.NewActivity.Should().ContainSingle().Which.Kind.Should().Be(ActivityKind.MessageDrafted);
        MessageDraft.CanDraft(Cast.Draft(_site)).Text.Should().StartWith("This invoice was not sent yet.");
        FluentActions.Invoking(() => new MessageDraft(_invoice, Cast.Bruno(_site), MessageTemplate.Blank, Cast.Message(), false, Cast.Adam, Cast.Now))
            .Should().Throw<RuleViolation>().WithMessage("This is not the invoice's customer.");
    }

    [Fact]
    public void What_the_assistant_wrote_says_so_with_who_asked()
    {
        var drafted = new MessageDraft(_invoice, _ada, MessageTemplate.Blank, Cast.Message(), true, Cast.Adam, Cast.Now);
        drafted.ByAssistant.Should().BeTrue();
        ActivitySentence.For(drafted.NewActivity.Single()).Should().Be("Adam Admin drafted a message to the customer with Faster AI.");
    }

    [Fact]
    public void Approved_it_may_leave_exactly_as_it_was_approved()
    {
        Approve();
        _draft.Should().BeEquivalentTo(new { State = MessageState.Approved, ApprovedBy = "Olivia Owner", ApprovedAt = Cast.Now, ApprovedDigest = Digest, Version = 2L });
        var approved = _draft.Release(_facts);
        approved.Should().BeEquivalentTo(new { DraftId = _draft.Id, SiteId = _site.Id, InvoiceId = _invoice.Id, ApprovedBy = "Olivia Owner", Digest, Subject = "Invoice INV-0001" });
        approved.Body.Should().Be("Dear Ada's Bakery,\n\nthe balance is $100.00, due on April 9, 2026.\n{{portal_link}}");
        approved.BodyWith("https://pay/2").Should().EndWith("\nhttps://pay/2");
        _draft.NewActivity.Last().Kind.Should().Be(ActivityKind.MessageApproved);
    }

    [Fact]
    public void Any_edit_voids_the_approval()
    {
        Approve();
        _draft.Edit(MessageTemplate.Overdue, _draft.Content, Cast.Adam, Cast.Now.AddHours(1));
        _draft.Should().BeEquivalentTo(new
        {
            State = MessageState.ToReview, ApprovedAt = (DateTime?)null, ApprovedBy = (string?)null, ApprovedDigest = (string?)null, Version = 3L, ChangedAt = Cast.Now.AddHours(1),
        });
        _draft.CanRelease(_facts).Text.Should().Be("This message was not approved yet.");
        FluentActions.Invoking(() => _draft.Release(_facts)).Should().Throw<RuleViolation>();
    }

    [Fact]
    public void The_reviewer_approves_what_they_saw_or_nothing()
    {
        var seen = Digest;
        _facts = _facts with { Balance = _facts.Balance - new FasterMoney.Domain.Amounts.Money(40_00, _facts.Balance.Currency) };
        FluentActions.Invoking(() => _draft.Approve(_facts, [], seen, Olivia, Cast.Now))
            .Should().Throw<RuleViolation>().WithMessage("This message or the balance changed since you looked. Read it again.");
        _draft.State.Should().Be(MessageState.ToReview);
    }

    [Fact]
    public void Another_balance_date_number_name_or_customer_asks_for_a_new_approval()
    {
        Approve();
        Expect(_facts with { Balance = new(60_00, _facts.Balance.Currency) }, "The balance was USD 100.00 when this was approved and is USD 60.00 now. Read the message and approve it again.");
        Expect(_facts with { DueDate = Cast.Today }, "The due date was 2026-04-09 when this was approved and is 2026-03-10 now. Read the message and approve it again.");
        Expect(_facts with { Values = _facts.Values with { InvoiceNumber = "INV-0002" } }, "The invoice or the customer changed since this was approved. Read the message and approve it again.");
        Expect(_facts with { Values = _facts.Values with { CustomerName = "Ada & Co." } }, "The invoice or the customer changed since this was approved.*");
        Expect(_facts with { CustomerId = Guid.CreateVersion7() }, "The invoice has another customer by now. Discard this message and write a new one.*");

        _facts = _facts with { Balance = new(60_00, _facts.Balance.Currency) };
        Approve();
        _draft.CanRelease(_facts).IsAllowed.Should().BeTrue();

        void Expect(MessageFacts now, string why) => _draft.CanRelease(now).Text.Should().Match(why);
    }

    [Fact]
    public void A_changed_balance_asks_again_even_when_the_text_does_not_name_it()
    {
        _draft.Edit(MessageTemplate.Blank, Cast.Message("Thank you."), Cast.Adam, Cast.Now);
        Approve();
        _draft.CanRelease(_facts with { Balance = new(60_00, _facts.Balance.Currency) }).IsAllowed.Should().BeFalse();
    }

    [Fact]
    public void A_replaced_link_needs_no_new_approval_and_a_dead_one_lets_nothing_leave()
    {
        Approve();
        _draft.CanRelease(_facts with { Values = _facts.Values with { PortalLink = "https://pay/2" } }).IsAllowed.Should().BeTrue();
        var dead = _facts with { Values = _facts.Values with { PortalLink = null }, Link = new LinkVerdict([LinkBlocker.Of(LinkBlockerCode.LinkTurnedOff)], null) };
        _draft.CanRelease(dead).Text.Should().Be("The message holds the portal link, which cannot be used now. The link was turned off.");
        FluentActions.Invoking(() => _draft.NoteCopied(dead, Cast.Adam, Cast.Now)).Should().Throw<RuleViolation>();

        _draft.Edit(MessageTemplate.Blank, Cast.Message(), Cast.Adam, Cast.Now);
        _draft.CanApprove(dead, []).Text.Should().StartWith("The message holds the portal link, which cannot be used now.");
        _draft.Edit(MessageTemplate.Blank, Cast.Message("Thank you."), Cast.Adam, Cast.Now);
        _draft.CanApprove(dead, []).IsAllowed.Should().BeTrue("it holds no link");
    }

    [Fact]
    public void What_blocks_is_not_approved_and_a_warning_is()
    {
        _draft.CanApprove(_facts, [Blocking]).Text.Should().Be("The content check found something that must not reach the customer. Fix it first.");
        FluentActions.Invoking(() => _draft.Approve(_facts, [Blocking], Digest, Olivia, Cast.Now)).Should().Throw<RuleViolation>();
        _draft.CanApprove(_facts, [Blocking with { Weight = FindingWeight.Warning }]).IsAllowed.Should().BeTrue();
    }

    [Fact]
    public void Nothing_is_approved_without_a_recipient_or_twice()
    {
        _draft.Edit(MessageTemplate.Blank, Cast.Message() with { Recipients = [] }, Cast.Adam, Cast.Now);
        _draft.CanApprove(_facts, []).Reasons.Should().ContainSingle().Which.Should().Be(new RuleReason("Add a recipient.", "Recipients"));
        _draft.Edit(MessageTemplate.Blank, Cast.Message(), Cast.Adam, Cast.Now);
        Approve();
        _draft.CanApprove(_facts, []).Text.Should().Be("This message is approved already.");
    }

    [Fact]
    public void Sent_or_discarded_it_is_closed()
    {
        Approve();
        _draft.NoteCopied(_facts, Cast.Adam, Cast.Now);
        _draft.NoteSent(Cast.Adam, Cast.Now.AddMinutes(5), "by hand");
        _draft.Should().BeEquivalentTo(new { State = MessageState.Sent, SentBy = "Adam Admin", SentAt = Cast.Now.AddMinutes(5), CopiedBy = "Adam Admin", CopiedAt = Cast.Now });
        _draft.NewActivity.TakeLast(2).Select(ActivitySentence.For).Should().Equal("Adam Admin copied the message to the customer.", "Adam Admin sent the message to the customer by hand.");
        Closed(_draft, "This message was sent.");

        var other = new MessageDraft(_invoice, _ada, MessageTemplate.Blank, Cast.Message(), false, Cast.Adam, Cast.Now);
        other.CanNoteSent().Text.Should().Be("This message was not approved yet.");
        other.Discard(Cast.Adam, Cast.Now);
        Closed(other, "This message was discarded.");

        void Closed(MessageDraft closed, string why)
        {
            RuleCheck[] answers = [closed.CanEdit(), closed.CanApprove(_facts, []), closed.CanRelease(_facts), closed.CanNoteSent(), closed.CanDiscard()];
            answers.Should().AllSatisfy(answer => answer.Reasons.Select(reason => reason.Sentence).Should().Contain(why));
        }
    }

    [Fact]
    public void Nothing_can_move_from_one_field_into_the_next_unnoticed()
    {
        string Of(MessageContent content) => ResolvedMessage.Of(content, _facts).Digest;
        string[] digests =
        [
            Of(new(["a@b.example"], "Subject", "Body")), Of(new(["a@b.example"], "SubjectB", "ody")), Of(new([], "a@b.example", "Subject")),
            Of(new(["a@b.example", "c@d.example"], "Subject", "Body")), Of(new(["c@d.example", "a@b.example"], "Subject", "Body")),
        ];
        digests.Should().OnlyHaveUniqueItems();
        Of(new(["a@b.example "], " Subject", "Body\r\n")).Should().Be(digests[0], "spaces around are not part of it");
    }

    private void Approve() => _draft.Approve(_facts, [], Digest, Olivia, Cast.Now);
}
