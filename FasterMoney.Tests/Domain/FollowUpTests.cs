using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;

namespace FasterMoney.Tests.Domain;

public sealed class FollowUpTests
{
    private static readonly DateTime Later = Cast.Now.AddDays(1);

    private readonly Invoice _invoice;
    private readonly Membership _vera;
    private readonly FollowUpContent _content;

    public FollowUpTests()
    {
        var site = Cast.Northwind();
        _invoice = Cast.Sent(site);
        _vera = new Membership(site.Id, Guid.CreateVersion7(), SiteRole.Viewer);
        _content = Cast.FollowUp(_vera.UserId);
    }

    [Fact]
    public void It_says_what_is_to_be_done_by_whom_and_by_when()
    {
        var followUp = Prepare(_content with { Title = "  Call Ada  ", Note = " After\r\nten " });
        followUp.Should().BeEquivalentTo(new
        {
            _invoice.SiteId,
            InvoiceId = _invoice.Id,
            Title = "Call Ada",
            Note = "After\nten",
            DueOn = Cast.Today.AddDays(7),
            AssigneeUserId = _vera.UserId,
            State = FollowUpState.Open,
            ByAssistant = false,
            PreparedAt = Cast.Now,
            PreparedBy = "Adam Admin",
            Version = 1L,
        });
        Sentences(followUp).Should().Equal("Adam Admin prepared the follow-up “Call Ada”.");
        followUp.NewActivity.Should().OnlyContain(entry => entry.InvoiceId == _invoice.Id);
    }

    [Fact]
    public void What_is_missing_or_too_long_is_named_with_its_field()
    {
        Fields(_content with { Title = " " }).Should().Equal(nameof(FollowUpContent.Title));
        Fields(_content with { Title = new string('x', 201) }).Should().Equal(nameof(FollowUpContent.Title));
        Fields(_content with { Title = new string('x', 200), Note = new string('x', 4000) }).Should().BeEmpty();
        Fields(_content with { Note = new string('x', 4001) }).Should().Equal(nameof(FollowUpContent.Note));
        Fields(_content with { AssigneeUserId = Guid.Empty }).Should().Equal(nameof(FollowUpContent.AssigneeUserId));
        Fields(new FollowUpContent("", default, Guid.Empty)).Should().Equal(nameof(FollowUpContent.Title), nameof(FollowUpContent.AssigneeUserId), nameof(FollowUpContent.DueOn));
    }

    [Fact]
    public void It_keeps_no_portal_link()
    {
        var address = $"https://pay.northwind.example/pay/{PortalToken.New()}";
        Fields(_content with { Title = $"Send {address} again" }).Should().Equal(nameof(FollowUpContent.Title));
        Fields(_content with { Note = $"It is <{address}>." }).Should().Equal(nameof(FollowUpContent.Note));
        Fields(_content with { Note = $"See https://docs.example/{new string('a', 44)} and PO-7/8" }).Should().BeEmpty("these are no portal links");
    }

    [Fact]
    public void Its_day_is_today_or_later_and_not_in_another_age()
    {
        Fields(_content with { DueOn = Cast.Today }).Should().BeEmpty();
        Fields(_content with { DueOn = Cast.Today.AddDays(-1) }).Should().Equal(nameof(FollowUpContent.DueOn));
        Fields(_content with { DueOn = Cast.Today.AddYears(10) }).Should().BeEmpty();
        Fields(_content with { DueOn = new DateOnly(2226, 3, 10) }).Should().Equal(nameof(FollowUpContent.DueOn));
    }

    [Fact]
    public void It_is_for_somebody_who_works_here()
    {
        FollowUp.CanPrepare(_content, null, Cast.Today).Text.Should().Contain("Choose somebody else");
        FollowUp.CanPrepare(_content, new Membership(_invoice.SiteId, Guid.CreateVersion7(), SiteRole.Admin), Cast.Today).IsAllowed.Should().BeFalse("the place is another person's");
        _vera.Disable(ownersInForce: 1);
        var prepare = () => Prepare(_content);
        prepare.Should().Throw<RuleViolation>().Which.Reasons.Should().ContainSingle().Which.Field.Should().Be(nameof(FollowUpContent.AssigneeUserId));
    }

    [Fact]
    public void It_is_due_on_its_day_and_overdue_the_day_after()
    {
        var followUp = Prepare(_content with { DueOn = Cast.Today });
        (followUp.IsDueOn(Cast.Today.AddDays(-1)), followUp.IsDueOn(Cast.Today), followUp.IsOverdueOn(Cast.Today)).Should().Be((false, true, false));
        followUp.IsOverdueOn(Cast.Today.AddDays(1)).Should().BeTrue();
        followUp.Complete(Cast.Adam, Later);
        (followUp.IsDueOn(Cast.Today), followUp.IsOverdueOn(Cast.Today.AddDays(1))).Should().Be((false, false));
    }

    [Fact]
    public void What_is_done_says_who_and_when_and_can_be_put_back()
    {
        var followUp = Prepare(_content);
        followUp.CanReopen().IsAllowed.Should().BeFalse();
        followUp.Complete(Cast.Adam, Later);
        followUp.Should().BeEquivalentTo(new { State = FollowUpState.Done, DoneAt = Later, DoneBy = "Adam Admin", Version = 2L });
        var again = () => followUp.Complete(Cast.Adam, Later);
        again.Should().Throw<RuleViolation>().WithMessage("*done already*");
        followUp.CanEdit().Text.Should().Contain("Reopen it first");

        followUp.Reopen(Cast.Adam, Later);
        followUp.Should().BeEquivalentTo(new { State = FollowUpState.Open, DoneAt = (DateTime?)null, DoneBy = "", Version = 3L });
        Sentences(followUp)[^2..].Should().Equal("Adam Admin finished the follow-up “Ask Ada about the invoice”.", "Adam Admin put back the follow-up “Ask Ada about the invoice”.");
    }

    [Fact]
    public void What_is_open_can_be_written_anew_and_a_day_that_has_passed_may_stay()
    {
        var followUp = Prepare(_content with { DueOn = Cast.Today });
        var nextWeek = Cast.Today.AddDays(7);
        followUp.Edit(followUp.ToContent() with { Title = "Call twice" }, _vera, nextWeek, Cast.Adam, Later);
        followUp.Should().BeEquivalentTo(new { Title = "Call twice", DueOn = Cast.Today, Version = 2L });
        followUp.CanEdit(followUp.ToContent() with { DueOn = Cast.Today.AddDays(1) }, _vera, nextWeek).Reasons.Should().ContainSingle().Which.Field.Should().Be(nameof(FollowUpContent.DueOn));
        followUp.CanEdit(followUp.ToContent() with { Title = "" }, _vera, nextWeek).IsAllowed.Should().BeFalse();
        followUp.NewActivity[^1].Kind.Should().Be(ActivityKind.FollowUpChanged);
    }

    [Fact]
    public void A_suggestion_waits_for_a_person_and_counts_nowhere_until_then()
    {
        var followUp = Propose();
        followUp.Should().BeEquivalentTo(new { State = FollowUpState.Proposed, ByAssistant = true, PreparedBy = "Adam Admin" });
        followUp.IsDueOn(_content.DueOn).Should().BeFalse();
        followUp.CanComplete().Text.Should().Contain("Confirm it first");
        Sentences(followUp).Should().Equal("Adam Admin asked Faster AI, which suggested the follow-up “Ask Ada about the invoice”.");

        followUp.Confirm(_content with { Title = "Call Ada" }, _vera, _content.DueOn.AddDays(1), Cast.Adam, Later);
        followUp.Should().BeEquivalentTo(new { State = FollowUpState.Open, ByAssistant = true, Title = "Call Ada" });
        followUp.IsDueOn(_content.DueOn).Should().BeTrue();
        followUp.CanConfirm().Text.Should().Contain("confirmed already");
        followUp.CanDismiss().IsAllowed.Should().BeFalse();
        Prepare(_content).CanConfirm().IsAllowed.Should().BeFalse();
    }

    [Fact]
    public void A_suggestion_can_be_dismissed_and_come_back_as_one()
    {
        var followUp = Propose();
        followUp.Dismiss(Cast.Adam, Later);
        followUp.State.Should().Be(FollowUpState.Dismissed);
        foreach (var check in new[] { followUp.CanConfirm(), followUp.CanEdit(), followUp.CanComplete(), followUp.CanDismiss() })
            check.Text.Should().Contain("was dismissed");
        followUp.Reopen(Cast.Adam, Later);
        followUp.State.Should().Be(FollowUpState.Proposed);
    }

    [Fact]
    public void The_activity_never_holds_the_note()
    {
        var followUp = Prepare(_content);
        followUp.Edit(_content with { Note = "INTERNAL NOTE again" }, _vera, Cast.Today, Cast.Adam, Later);
        followUp.Delete(Cast.Adam, Later);
        followUp.NewActivity.Should().HaveCount(3).And.OnlyContain(entry => !entry.Detail.Contains("INTERNAL"));
    }

    [Fact]
    public void Who_only_looks_on_ticks_off_their_own_alone()
    {
        var followUp = Prepare(_content);
        followUp.CanBeTickedOffBy(SiteRole.Viewer, _vera.UserId).IsAllowed.Should().BeTrue();
        followUp.CanBeTickedOffBy(SiteRole.Viewer, Guid.CreateVersion7()).Text.Should().Contain("a follow-up of your own");
        followUp.CanBeTickedOffBy(SiteRole.Admin, Guid.CreateVersion7()).IsAllowed.Should().BeTrue();
    }

    // The tenth of March 2026 is a Tuesday.
    [Theory]
    [InlineData("2026-03-10", "2026-04-09", "2026-04-10", "it is due on a Thursday")]
    [InlineData("2026-04-08", "2026-04-09", "2026-04-10", "the day after it is due")]
    [InlineData("2026-04-09", "2026-04-09", "2026-04-10", "it is due today")]
    [InlineData("2026-04-10", "2026-04-09", "2026-04-13", "tomorrow is a Saturday")]
    public void A_form_starts_with_a_question_to_the_customer_on_a_working_day(string today, string due, string expected, string because)
    {
        _invoice.DueDate.Should().Be(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));
        var suggested = FollowUp.Suggest(_invoice, _vera.UserId, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
        suggested.Should().Be(new FollowUpContent("Ask Ada's Bakery about INV-0001", DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), _vera.UserId), because);
    }

    [Fact]
    public void What_a_form_starts_with_can_be_saved_whatever_the_invoice_is()
    {
        var site = Cast.Northwind();
        var longName = new FasterMoney.Domain.Customers.Customer(site.Id, Cast.AdasBakery with { Name = new string('n', 200) }, Cast.Adam, Cast.Now);
        var draft = new Invoice(site, longName, Cast.Content() with { IssueDate = Cast.Today.AddYears(9), DueDate = Cast.Today.AddYears(13) }, Cast.Adam, Cast.Now);
        FollowUp.Suggest(draft, _vera.UserId, Cast.Today).Should().BeEquivalentTo(new { DueOn = Cast.Today.AddDays(1) });
        FollowUp.CanPrepare(FollowUp.Suggest(draft, _vera.UserId, Cast.Today), _vera, Cast.Today).Text.Should().BeEmpty();
        draft.Send(SentHow.Email, site, Cast.Adam, Cast.Now);
        FollowUp.CanPrepare(FollowUp.Suggest(draft, _vera.UserId, Cast.Today), _vera, Cast.Today).Text.Should().BeEmpty();
        draft.Pay(draft.TotalMinor, draft.IssueDate);
        FollowUp.Suggest(draft, _vera.UserId, Cast.Today).DueOn.Should().Be(Cast.Today.AddDays(1), "nothing is owed any more");
    }

    private static List<string> Sentences(FollowUp followUp) => followUp.NewActivity.ConvertAll(ActivitySentence.For);

    private FollowUp Prepare(FollowUpContent entered) => FollowUp.Prepare(_invoice, entered, _vera, Cast.Today, Cast.Adam, Cast.Now);

    private FollowUp Propose() => FollowUp.Propose(_invoice, _content, _vera, Cast.Today, Cast.Adam, Cast.Now);

    private IEnumerable<string?> Fields(FollowUpContent entered) =>
        FollowUp.CanPrepare(entered, _vera, Cast.Today).Reasons.Select(reason => reason.Field);
}
