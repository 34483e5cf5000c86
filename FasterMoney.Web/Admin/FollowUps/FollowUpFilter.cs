using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace FasterMoney.Web.Admin.FollowUps;

public enum FollowUpTab
{
    Mine,
    All,
    Overdue,
    Done,
    Proposed,
}

/// <summary>What the page of follow-ups shows. Its address holds all of it.</summary>
public sealed record FollowUpFilter
{
    public const string Path = "/follow-ups";

    public FollowUpTab Tab { get; init; } = FollowUpTab.Mine;
    public int Page { get; init; } = 1;

    /// <summary>The one that is open beside the list.</summary>
    public Guid? FollowUp { get; init; }

    /// <summary>Anything it does not understand in the query falls back to the default.</summary>
    public static FollowUpFilter FromQuery(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? One(string key) => values.TryGetValue(key, out var found) ? found.ToString() : null;

        var tab = One("tab");
        return new FollowUpFilter
        {
            Tab = Enum.GetValues<FollowUpTab>().FirstOrDefault(known => string.Equals($"{known}", tab, StringComparison.OrdinalIgnoreCase)),
            Page = int.TryParse(One("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            FollowUp = Guid.TryParse(One("followup"), out var id) && id != Guid.Empty ? id : null,
        };
    }

    public string ToAddress()
    {
        var query = new Dictionary<string, string?>();
        if (Tab != FollowUpTab.Mine)
            query["tab"] = Tab.ToString().ToLowerInvariant();

        if (Page > 1)
            query["page"] = Page.ToString(CultureInfo.InvariantCulture);

        if (FollowUp is { } id)
            query["followup"] = id.ToString();

        return QueryHelpers.AddQueryString(Path, query);
    }

    public FollowUpFilter In(FollowUpTab tab) => this with { Tab = tab, Page = 1 };

    public FollowUpFilter OnPage(int page) => this with { Page = Math.Max(1, page) };

    public FollowUpFilter Opening(Guid followUp) => this with { FollowUp = followUp };

    public FollowUpFilter Closed() => this with { FollowUp = null };
}
