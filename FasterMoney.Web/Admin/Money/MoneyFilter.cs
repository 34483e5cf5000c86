using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace FasterMoney.Web.Admin.Workspace;

public enum StateTab
{
    All,
    Draft,
    Sent,
    Overdue,
    Paid,
    Void,
}

public enum MoneySort
{
    Number,
    Customer,
    Issued,
    Due,
    Total,
    Balance,
    State,
    Link,
    Opened,
}

/// <summary>What the workspace shows. Its address holds all of it, so that reload, back and a shared address restore the view.</summary>
public sealed record MoneyFilter
{
    public const string Path = "/money";
    public const string ExportPath = "/money/export.csv";
    private const int LongestSearch = 200;

    public StateTab State { get; init; } = StateTab.All;
    public string Search { get; init; } = "";
    public MoneySort Sort { get; init; } = MoneySort.Issued;
    public bool Descending { get; init; } = true;
    public int Page { get; init; } = 1;
    public Guid? Invoice { get; init; }

    public bool IsNarrowed => State != StateTab.All || Search.Length > 0;

    /// <summary>Anything it does not understand in the query falls back to the default: an old or mistyped address still shows the list.</summary>
    public static MoneyFilter FromQuery(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? One(string key) => values.TryGetValue(key, out var found) ? found.ToString() : null;

        var sort = Word<MoneySort>(One("sort")) ?? MoneySort.Issued;
        var search = (One("q") ?? "").Trim();
        return new MoneyFilter
        {
            State = Word<StateTab>(One("state")) ?? StateTab.All,
            Search = search.Length > LongestSearch ? search[..LongestSearch] : search,
            Sort = sort,
            Descending = One("dir") switch { "asc" => false, "desc" => true, _ => StartsDescending(sort) },
            Page = int.TryParse(One("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            Invoice = Guid.TryParse(One("invoice"), out var invoice) && invoice != Guid.Empty ? invoice : null,
        };
    }

    public string ToAddress()
    {
        var query = new Dictionary<string, string?>();
        if (State != StateTab.All)
            query["state"] = State.ToString().ToLowerInvariant();

        if (Search.Length > 0)
            query["q"] = Search;

        if (Sort != MoneySort.Issued)
            query["sort"] = Sort.ToString().ToLowerInvariant();

        if (Descending != StartsDescending(Sort))
            query["dir"] = Descending ? "desc" : "asc";

        if (Page > 1)
            query["page"] = Page.ToString(CultureInfo.InvariantCulture);

        if (Invoice is { } invoice)
            query["invoice"] = invoice.ToString();

        return QueryHelpers.AddQueryString(Path, query);
    }

    /// <summary>Where the whole list, as filtered and sorted, is downloaded.</summary>
    public string ToExportAddress() => (this with { Page = 1, Invoice = null }).ToAddress().Replace(Path, ExportPath, StringComparison.Ordinal);

    public MoneyFilter In(StateTab state) => this with { State = state, Page = 1 };

    public MoneyFilter SearchingFor(string text) => this with { Search = text.Trim(), Page = 1 };

    /// <summary>The same column again turns the order round; another column starts in the order people expect of it.</summary>
    public MoneyFilter SortedBy(MoneySort sort) =>
        this with { Sort = sort, Descending = sort == Sort ? !Descending : StartsDescending(sort), Page = 1 };

    public MoneyFilter OnPage(int page) => this with { Page = Math.Max(1, page) };

    public MoneyFilter Opening(Guid invoice) => this with { Invoice = invoice };

    public MoneyFilter Closed() => this with { Invoice = null };

    public MoneyFilter Cleared() => this with { State = StateTab.All, Search = "", Page = 1 };

    private static bool StartsDescending(MoneySort sort) =>
        sort is MoneySort.Issued or MoneySort.Total or MoneySort.Balance or MoneySort.Link or MoneySort.Opened;

    private static T? Word<T>(string? text) where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;
}
