using System.Reflection;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class OutboxMessageTests
{
    private readonly OutboxMessage _message = Queued();

    [Fact]
    public void Only_an_approved_message_can_enter()
    {
        typeof(OutboxMessage).GetConstructors().Should().ContainSingle().Which.GetParameters().First().ParameterType.Should().Be<ApprovedMessage>();
        typeof(ApprovedMessage).GetConstructors(BindingFlags.Public | BindingFlags.Instance).Should().BeEmpty();
    }

    [Fact]
    public void It_keeps_the_text_without_the_address()
    {
        _message.Body.Should().Contain("{{portal_link}}").And.NotContain("https://");
        _message.MailId.Should().MatchRegex("^[0-9a-f]{32}$").And.NotContain(_message.Id.ToString("N"));
    }

    [Fact]
    public void It_begins_when_its_time_has_come_and_only_while_it_waits()
    {
        _message.CanBegin(Cast.Now.AddSeconds(-1)).IsAllowed.Should().BeFalse();
        _message.Begin(Cast.Now);
        (_message.State, _message.Attempts, _message.ClaimedAt).Should().Be((OutboxState.Sending, 1, Cast.Now));
        FluentActions.Invoking(() => _message.Begin(Cast.Now)).Should().Throw<RuleViolation>();
    }

    [Fact]
    public void The_pauses_double_and_are_spread()
    {
        Enumerable.Range(1, 8).Select(tries => RetryPlan.PauseAfter(tries, 0.5).TotalMinutes).Should().Equal(2, 4, 8, 16, 32, 64, 128, 256);
        RetryPlan.PauseAfter(1, 0).Should().Be(TimeSpan.FromMinutes(1.6));
        RetryPlan.PauseAfter(1, 1).Should().BeCloseTo(TimeSpan.FromMinutes(2.4), TimeSpan.FromMilliseconds(1));
        RetryPlan.PauseAfter(int.MaxValue, 2).Should().BeLessThan(TimeSpan.FromHours(6));
    }

    [Fact]
    public void A_sender_that_is_gone_before_the_text_puts_it_back_and_one_that_is_gone_later_leaves_it_unknown()
    {
        _message.Begin(Cast.Now);
        _message.IsStuck(Cast.Now.AddSeconds(119)).Should().BeFalse();
        FluentActions.Invoking(() => _message.NoteStuck(Cast.Now.AddSeconds(119))).Should().Throw<RuleViolation>();
        _message.NoteStuck(Cast.Now.AddSeconds(120));
        (_message.State, _message.Attempts).Should().Be((OutboxState.Approved, 0));

        _message.Begin(Cast.Now.AddMinutes(5));
        _message.NoteDataNext();
        _message.NoteStuck(Cast.Now.AddMinutes(7));
        _message.State.Should().Be(OutboxState.Unknown);
    }

    [Fact]
    public void Nothing_but_a_persons_word_moves_a_message_whose_fate_is_unknown()
    {
        _message.Begin(Cast.Now);
        _message.NoteUnknown("Gone", Cast.Now);
        Action[] acts =
        [
            () => _message.Begin(Cast.Now.AddYears(1)), () => _message.NoteSent("250", Cast.Now), () => _message.NoteRefused("No", true, 0, Cast.Now), () => _message.NotePutBack(Cast.Now),
            () => _message.NoteStuck(Cast.Now.AddYears(1)), () => _message.NoteHeldBack("No", Cast.Now), () => _message.Retry(Cast.Adam, Cast.Now), () => _message.TakeOut(Cast.Adam, Cast.Now),
        ];
        acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>());
        _message.SendAgain(Cast.Adam, Cast.Now);
        (_message.State, _message.Attempts).Should().Be((OutboxState.Approved, 0));
    }

    [Fact]
    public void What_is_being_sent_or_was_sent_cannot_be_taken_out()
    {
        _message.CanTakeOut().IsAllowed.Should().BeTrue();
        _message.Begin(Cast.Now);
        _message.CanTakeOut().Text.Should().Be("The message is being sent right now.");
        _message.NoteSent("250 OK", Cast.Now);
        _message.CanTakeOut().Text.Should().Be("The message was sent.");
    }

    [Fact]
    public void Each_step_makes_the_ones_who_looked_before_too_late()
    {
        var versions = new List<long> { _message.Version };
        Action[] steps = [() => _message.Begin(Cast.Now), _message.NoteDataNext, () => _message.NoteRefused("No", false, 0, Cast.Now), () => _message.Retry(Cast.Adam, Cast.Now)];
        foreach (var step in steps)
        {
            step();
            versions.Add(_message.Version);
        }

        versions.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
    }

    [Fact]
    public void The_activity_says_what_became_of_it()
    {
        _message.Begin(Cast.Now);
        _message.NoteRefused("smtp.provider.example refused. It said: 550 No", mayHelp: false, 0, Cast.Now);
        _message.Retry(Cast.Adam, Cast.Now);
        _message.Begin(Cast.Now);
        _message.NoteUnknown("Gone", Cast.Now);
        _message.NewActivity.Select(ActivitySentence.For).Should().Equal(
            "Adam Admin asked for the message to be sent.",
            "Faster Money could not send the message to the customer: smtp.provider.example refused. It said: 550 No.",
            "Adam Admin asked for the message to be sent again.",
            "Faster Money cannot tell whether the message reached the customer.");
    }

    private static OutboxMessage Queued()
    {
        var site = Cast.NorthwindOnline();
        var customer = Cast.Ada(site);
        var invoice = new Invoice(site, customer, Cast.Content(), Cast.Adam, Cast.Now);
        invoice.Send(SentHow.Email, site, Cast.Adam, Cast.Now);
        var draft = new MessageDraft(invoice, customer, MessageTemplate.Blank, Cast.Message(), false, Cast.Adam, Cast.Now);
        var facts = new MessageFacts(invoice.CustomerId, invoice.BalanceDue, invoice.DueDate, new PlaceholderValues("https://link", "$1", "today", "INV-1", "Ada"), new LinkVerdict([], null));
        draft.Approve(facts, [], draft.Resolve(facts).Digest, Cast.Adam, Cast.Now);
        return new OutboxMessage(draft.Release(facts), Cast.Adam, Cast.Now);
    }
}
