using FasterMoney.Domain.FollowUps;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>What is typed into a follow-up's form.</summary>
public sealed class FollowUpForm
{
    public string Title { get; set; } = "";

    /// <summary>Null while the box is empty or half filled.</summary>
    public DateOnly? DueOn { get; set; }

    public Guid AssigneeUserId { get; set; }

    public string Note { get; set; } = "";

    public static FollowUpForm Of(FollowUpContent content) => new()
    {
        Title = content.Title,
        DueOn = content.DueOn,
        AssigneeUserId = content.AssigneeUserId,
        Note = content.Note,
    };

    public FollowUpContent ToContent() => new(Title, DueOn ?? default, AssigneeUserId, Note);
}
