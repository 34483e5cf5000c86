using FasterMoney.Web.Admin.Lists;

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

/// <summary>What the workspace shows.</summary>
public sealed record MoneyFilter : ListFilter<MoneyFilter>
{
    public const string Path = "/money";
    public const string ExportPath = "/money/export.csv";

    public StateTab State { get; init; } = StateTab.All;

    public MoneySort Sort { get; init; } = MoneySort.Issued;

    public bool Descending { get; init; } = true;

    public bool IsNarrowed => State != StateTab.All || Search.Length > 0;

    protected override string Root => Path;

    protected override string OpenName => "invoice";

    protected override IEnumerable<KeyValuePair<string, string?>> Own =>
    [
        new("state", WordOf(State, StateTab.All)),
        new("sort", WordOf(Sort, MoneySort.Issued)),
        new("dir", Descending == StartsDescending(Sort) ? null : Descending ? "desc" : "asc"),
    ];

    public static MoneyFilter FromQuery(string? query)
    {
        var values = Parse(query);
        var sort = Word<MoneySort>(values, "sort") ?? MoneySort.Issued;
        return new MoneyFilter
        {
            State = Word<StateTab>(values, "state") ?? StateTab.All,
            Sort = sort,
            Descending = One(values, "dir") switch { "asc" => false, "desc" => true, _ => StartsDescending(sort) },
        }.Reading(values);
    }

    /// <summary>Where the whole list, as filtered and sorted, is downloaded.</summary>
    public string ToExportAddress() => Closed().OnPage(1).ToAddress().Replace(Path, ExportPath, StringComparison.Ordinal);

    public MoneyFilter In(StateTab state) => this with { State = state, Page = 1 };

    /// <summary>The same column again turns the order round; another column starts in the order people expect of it.</summary>
    public MoneyFilter SortedBy(MoneySort sort) =>
        this with { Sort = sort, Descending = sort == Sort ? !Descending : StartsDescending(sort), Page = 1 };

    public MoneyFilter Cleared() => this with { State = StateTab.All, Search = "", Page = 1 };

    private static bool StartsDescending(MoneySort sort) =>
        sort is MoneySort.Issued or MoneySort.Total or MoneySort.Balance or MoneySort.Link or MoneySort.Opened;
}
