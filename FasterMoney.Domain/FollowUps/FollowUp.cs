using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;

namespace FasterMoney.Domain.FollowUps;

/// <summary>
/// A task for a person about an invoice. Never shown to customers. It holds no portal link: whoever opens it is given the one
/// that <see cref="PortalLinks.PortalLinkAvailability"/> allows at that moment, or told why there is none.
/// </summary>
public sealed partial class FollowUp : IRecordActivity
{
    // Enough for any invoice, and it catches a year with a wrong digit.
    private const int YearsAhead = 10;

    private FollowUp()
    {
    }

    private FollowUp(Invoice invoice, FollowUpContent content, FollowUpState state, Actor actor, DateTime utcNow)
    {
        Id = Guid.CreateVersion7(utcNow);
        (SiteId, InvoiceId, State) = (invoice.SiteId, invoice.Id, state);
        (PreparedAt, PreparedBy) = (utcNow, actor.Name);
        Write(content);
    }

    /// <summary>Never shown to customers.</summary>
    public Guid Id { get; private set; }

    public Guid SiteId { get; private set; }

    public Guid InvoiceId { get; private set; }

    /// <summary>What is to be done.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The day by which, in the site's time zone.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The account of the person who does it.</summary>
    public Guid AssigneeUserId { get; private set; }

    /// <summary>What helps them, or empty. Never shown to customers.</summary>
    public string Note { get; private set; } = "";

    public FollowUpState State { get; private set; }

    public bool ByAssistant { get; private set; }

    /// <summary>When it was prepared or suggested, in UTC.</summary>
    public DateTime PreparedAt { get; private set; }

    /// <summary>Who prepared it, or asked the assistant for it.</summary>
    public string PreparedBy { get; private set; } = "";

    /// <summary>When it was done, in UTC; null unless it is done.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Who did it; empty unless it is done.</summary>
    public string DoneBy { get; private set; } = "";

    /// <summary>Grows with each change; a stale screen is told so.</summary>
    public long Version { get; private set; } = 1;

    public List<ActivityEntry> NewActivity { get; } = [];

    /// <summary>Whether a follow-up may be prepared like this: complete, due today or later, and for somebody who works here.</summary>
    /// <param name="assignee">The assignee's place on the site; null when they have none.</param>
    /// <param name="today">The day in the site's time zone.</param>
    public static RuleCheck CanPrepare(FollowUpContent content, Membership? assignee, DateOnly today) =>
        content.Check().And(CheckAssignee(content, assignee)).And(CheckDay(content.DueOn, today));

    /// <exception cref="RuleViolation"><see cref="CanPrepare"/> refuses it.</exception>
    public static FollowUp Prepare(Invoice invoice, FollowUpContent content, Membership? assignee, DateOnly today, Actor actor, DateTime utcNow)
    {
        CanPrepare(content, assignee, today).Insist();
        var followUp = new FollowUp(invoice, content, FollowUpState.Open, actor, utcNow);
        followUp.Record(ActivityKind.FollowUpPrepared, actor, utcNow);
        return followUp;
    }

    /// <summary>Keeps the assistant's suggestion of a follow-up, which waits for a person.</summary>
    /// <param name="assignee">The assignee's place on the site; null when they have none.</param>
    /// <param name="today">The day in the site's time zone.</param>
    /// <exception cref="RuleViolation"><see cref="CanPrepare"/> refuses it.</exception>
    public static FollowUp Propose(Invoice invoice, FollowUpContent content, Membership? assignee, DateOnly today, Actor asker, DateTime utcNow)
    {
        CanPrepare(content, assignee, today).Insist();
        var followUp = new FollowUp(invoice, content, FollowUpState.Proposed, asker, utcNow) { ByAssistant = true };
        followUp.Record(ActivityKind.FollowUpProposed, asker, utcNow);
        return followUp;
    }

    /// <summary>What a form starts with: a question to the customer, on the next working day, or the one after the invoice is due.</summary>
    /// <param name="assigneeUserId">Who does it.</param>
    /// <param name="today">The day in the site's time zone.</param>
    public static FollowUpContent Suggest(Invoice invoice, Guid assigneeUserId, DateOnly today)
    {
        var about = invoice.Number is { } number ? $"about {number}" : "about the draft";
        var name = invoice.BilledTo[..Math.Min(invoice.BilledTo.Length, FollowUpContent.LongestTitle - about.Length - 5)];
        var awaited = invoice.SendState == SendState.Sent && invoice.BalanceMinor > 0 && invoice.DueDate > today;
        var day = (awaited ? invoice.DueDate : today).AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            day = day.AddDays(1);

        var last = today.AddYears(YearsAhead);
        return new FollowUpContent($"Ask {name} {about}", day < last ? day : last, assigneeUserId);
    }

    /// <summary>True while it is open and its day has come.</summary>
    public bool IsDueOn(DateOnly today) => State == FollowUpState.Open && DueOn <= today;

    /// <summary>True while it is open and its day is over.</summary>
    public bool IsOverdueOn(DateOnly today) => State == FollowUpState.Open && DueOn < today;

    /// <summary>What is written in it, as a form starts with it.</summary>
    public FollowUpContent ToContent() => new(Title, DueOn, AssigneeUserId, Note);

    private static RuleCheck CheckAssignee(FollowUpContent content, Membership? assignee) => RuleCheck.Unless(
        content.AssigneeUserId != Guid.Empty && (assignee is null || assignee.Disabled || assignee.UserId != content.AssigneeUserId),
        "This person does not work here any more. Choose somebody else.",
        nameof(FollowUpContent.AssigneeUserId));

    private static RuleCheck CheckDay(DateOnly day, DateOnly today) => RuleCheck
        .Unless(day < today, "Choose today or a later day.", nameof(FollowUpContent.DueOn))
        .And(RuleCheck.Unless(day > today.AddYears(YearsAhead), "Choose a day within the next ten years.", nameof(FollowUpContent.DueOn)));

    private void Write(FollowUpContent content)
    {
        (Title, Note) = (TextRule.Tidy(content.Title), TextRule.Tidy(content.Note));
        (DueOn, AssigneeUserId) = (content.DueOn, content.AssigneeUserId);
    }

    private void Record(ActivityKind kind, Actor actor, DateTime utcNow) =>
        NewActivity.Add(new ActivityEntry(SiteId, kind, actor, utcNow, Title) { InvoiceId = InvoiceId });
}
