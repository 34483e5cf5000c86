using System.Reflection;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class OutboxMessageTests
{
    private readonly OutboxMessage message = Queued();

    [Fact]
    public void Only_an_approved_message_can_enter()
    {
        typeof(OutboxMessage).GetConstructors().Should().ContainSingle().Which.GetParameters().First().ParameterType.Should().Be<ApprovedMessage>();
        typeof(ApprovedMessage).GetConstructors(BindingFlags.Public | BindingFlags.Instance).Should().BeEmpty();
    }

    [Fact]
    public void It_keeps_the_text_without_the_address()
    {
        message.Body.Should().Contain("{{portal_link}}").And.NotContain("https://");
        message.MailId.Should().MatchRegex("^[0-9a-f]{32}$").And.NotContain(message.Id.ToString("N"));
    }

    [Fact]
    public void It_begins_when_its_time_has_come_and_only_while_it_waits()
    {
        message.CanBegin(Cast.Now.AddSeconds(-1)).IsAllowed.Should().BeFalse();
        message.Begin(Cast.Now);
        (message.State, message.Attempts, message.ClaimedAt).Should().Be((OutboxState.Sending, 1, Cast.Now));
        FluentActions.Invoking(() => message.Begin(Cast.Now)).Should().Throw<RuleViolation>();
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
        message.Begin(Cast.Now);
        message.IsStuck(Cast.Now.AddSeconds(119)).Should().BeFalse();
        FluentActions.Invoking(() => message.NoteStuck(Cast.Now.AddSeconds(119))).Should().Throw<RuleViolation>();
        message.NoteStuck(Cast.Now.AddSeconds(120));
        (message.State, message.Attempts).Should().Be((OutboxState.Approved, 0));

        message.Begin(Cast.Now.AddMinutes(5));
        message.NoteDataNext();
        message.NoteStuck(Cast.Now.AddMinutes(7));
        message.State.Should().Be(OutboxState.Unknown);
    }

    [Fact]
    public void Nothing_but_a_persons_word_moves_a_message_whose_fate_is_unknown()
    {
        message.Begin(Cast.Now);
        message.NoteUnknown("Gone", Cast.Now);
        Action[] acts =
        [
            () => message.Begin(Cast.Now.AddYears(1)), () => message.NoteSent("250", Cast.Now), () => message.NoteRefused("No", true, 0, Cast.Now), () => message.NotePutBack(Cast.Now),
            () => message.NoteStuck(Cast.Now.AddYears(1)), () => message.NoteHeldBack("No", Cast.Now), () => message.Retry(Cast.Adam, Cast.Now), () => message.TakeOut(Cast.Adam, Cast.Now),
        ];
        acts.Should().AllSatisfy(act => act.Should().Throw<RuleViolation>());
        message.SendAgain(Cast.Adam, Cast.Now);
        (message.State, message.Attempts).Should().Be((OutboxState.Approved, 0));
    }

    [Fact]
    public void What_is_being_sent_or_was_sent_cannot_be_taken_out()
    {
        message.CanTakeOut().IsAllowed.Should().BeTrue();
        message.Begin(Cast.Now);
        message.CanTakeOut().Text.Should().Be("The message is being sent right now.");
        message.NoteSent("250 OK", Cast.Now);
        message.CanTakeOut().Text.Should().Be("The message was sent.");
    }

    [Fact]
    public void Each_step_makes_the_ones_who_looked_before_too_late()
    {
        var versions = new List<long> { message.Version };
        Action[] steps = [() => message.Begin(Cast.Now), message.NoteDataNext, () => message.NoteRefused("No", false, 0, Cast.Now), () => message.Retry(Cast.Adam, Cast.Now)];
        foreach (var step in steps)
        {
            step();
            versions.Add(message.Version);
        }

        versions.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
    }

    [Fact]
    public void The_activity_says_what_became_of_it()
    {
        message.Begin(Cast.Now);
        message.NoteRefused("smtp.provider.example refused. It said: 550 No", mayHelp: false, 0, Cast.Now);
        message.Retry(Cast.Adam, Cast.Now);
        message.Begin(Cast.Now);
        message.NoteUnknown("Gone", Cast.Now);
        message.NewActivity.Select(ActivitySentence.For).Should().Equal(
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
