using System.Globalization;
using FasterMoney.Domain.FollowUps;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>One page of follow-ups and the counts around it. Beyond the last page it is the last one.</summary>
public sealed record FollowUpList(IReadOnlyList<FollowUpRow> Rows, int Page, IReadOnlyDictionary<FollowUpTab, int> Counts, int Matching);

/// <summary>A row as it is read: amounts and dates are already written in the site's language.</summary>
public sealed record FollowUpRow(
    Guid Id,
    long Version,
    string Title,
    FollowUpState State,
    FollowUpDay Due,
    FollowUpPerson Assignee,
    Guid InvoiceId,
    string Invoice,
    string Customer,
    string Balance,
    bool MayTickOff,
    DateTime? DoneAt,
    string DoneBy);

/// <summary>The day by which, and how pressing it is.</summary>
public sealed record FollowUpDay(string Text, bool IsToday, bool IsOver)
{
    public static FollowUpDay Of(FollowUp followUp, DateOnly today, CultureInfo culture) =>
        new(SiteText.Date(followUp.DueOn, culture), followUp.IsDueOn(today) && followUp.DueOn == today, followUp.IsOverdueOn(today));
}

/// <summary>Whose it is, seen by the person who looks.</summary>
public sealed record FollowUpPerson(string Name, bool IsYou, bool WorksHere)
{
    public string Words => IsYou ? "You" : WorksHere ? Name : $"{Name} (no longer here)";
}
