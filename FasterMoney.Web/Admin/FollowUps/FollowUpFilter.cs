using FasterMoney.Web.Admin.Lists;

namespace FasterMoney.Web.Admin.FollowUps;

public enum FollowUpTab
{
    Mine,
    All,
    Overdue,
    Done,
    Proposed,
}

/// <summary>What the page of follow-ups shows.</summary>
public sealed record FollowUpFilter : ListFilter<FollowUpFilter>
{
    public const string Path = "/follow-ups";

    public FollowUpTab Tab { get; init; } = FollowUpTab.Mine;

    protected override string Root => Path;

    protected override string OpenName => "followup";

    protected override IEnumerable<KeyValuePair<string, string?>> Own => [new("tab", WordOf(Tab, FollowUpTab.Mine))];

    public static FollowUpFilter FromQuery(string? query)
    {
        var values = Parse(query);
        return new FollowUpFilter { Tab = Word<FollowUpTab>(values, "tab") ?? FollowUpTab.Mine }.Reading(values);
    }

    public FollowUpFilter In(FollowUpTab tab) => this with { Tab = tab, Page = 1 };
}
