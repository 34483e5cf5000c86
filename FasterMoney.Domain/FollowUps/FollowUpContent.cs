using System.Text.RegularExpressions;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.FollowUps;

/// <summary>What a person enters into a follow-up. None of it is ever shown to customers.</summary>
/// <param name="Title">What is to be done, in one line.</param>
/// <param name="DueOn">The day by which, in the site's time zone.</param>
/// <param name="AssigneeUserId">The account of the person who does it.</param>
/// <param name="Note">What helps them, or empty.</param>
public sealed partial record FollowUpContent(string Title, DateOnly DueOn, Guid AssigneeUserId, string Note = "")
{
    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>The longest note, in characters.</summary>
    public const int LongestNote = 4000;

    /// <summary>Whether it can be saved; each reason names its field. A portal link has no place in it: a pasted one dies when it is replaced.</summary>
    public RuleCheck Check() => TextRule.Required(Title, LongestTitle, nameof(Title), "Say what is to be done.").And(TextRule.OneLine(Title, nameof(Title)))
        .And(RuleCheck.Unless(AssigneeUserId == Guid.Empty, "Choose who does it.", nameof(AssigneeUserId)))
        .And(TextRule.AtMost(Note, LongestNote, nameof(Note)))
        .And(HoldsNoLink(Title, nameof(Title)))
        .And(HoldsNoLink(Note, nameof(Note)));

    private static RuleCheck HoldsNoLink(string? text, string field) => RuleCheck.Unless(
        Address().IsMatch(text ?? ""),
        "Leave the portal link out: the follow-up shows the one that works on the day it is opened.",
        field);

    // The end of a customer's address: a slash and a token, the shape that PortalToken gives it.
    [GeneratedRegex(@"/[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")]
    private static partial Regex Address();
}
