using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FasterMoney.Web.Admin.Lists;

/// <summary>
/// What a list shows. Its address holds all of it, so that reload, back and a shared address restore the view. Anything that an address
/// gets wrong falls back to the default: an old or mistyped one still shows the list.
/// </summary>
public abstract record ListFilter<TFilter>
    where TFilter : ListFilter<TFilter>
{
    private const int LongestSearch = 200;

    public string Search { get; init; } = "";

    public int Page { get; init; } = 1;

    /// <summary>What is open beside the list.</summary>
    public Guid? Open { get; init; }

    /// <summary>The address of the plain list.</summary>
    protected abstract string Root { get; }

    /// <summary>What the query calls what is open; null where rows lead to pages of their own.</summary>
    protected virtual string? OpenName => null;

    /// <summary>What this list alone has in its query; null stands for the default.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Own => [];

    public string ToAddress()
    {
        List<KeyValuePair<string, string?>> query =
        [
            .. Own,
            new("q", Search.Length > 0 ? Search : null),
            new("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
            new(OpenName ?? "", Open?.ToString()),
        ];
        return QueryHelpers.AddQueryString(Root, query.Where(part => part.Value is not null));
    }

    public TFilter SearchingFor(string text) => (TFilter)(this with { Search = text.Trim(), Page = 1 });

    public TFilter OnPage(int page) => (TFilter)(this with { Page = Math.Max(1, page) });

    public TFilter Opening(Guid id) => (TFilter)(this with { Open = id });

    public TFilter Closed() => (TFilter)(this with { Open = null });

    protected static Dictionary<string, StringValues> Parse(string? query) => QueryHelpers.ParseQuery(query);

    /// <summary>This filter with what every list has in its query.</summary>
    protected TFilter Reading(Dictionary<string, StringValues> query)
    {
        var search = One(query, "q").Trim();
        return (TFilter)(this with
        {
            Search = search.Length > LongestSearch ? search[..LongestSearch] : search,
            Page = int.TryParse(One(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            Open = OpenName is not null && Guid.TryParse(One(query, OpenName), out var open) && open != Guid.Empty ? open : null,
        });
    }

    protected static string One(Dictionary<string, StringValues> query, string name) => query.GetValueOrDefault(name).ToString();

    /// <summary>One of several words, or null.</summary>
    protected static T? Word<T>(Dictionary<string, StringValues> query, string name) where T : struct, Enum =>
        One(query, name) is { Length: > 0 } text && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;

    /// <summary>A word for the query, or null when it is the default.</summary>
    protected static string? WordOf<T>(T value, T unsaid) where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(value, unsaid) ? null : value.ToString().ToLowerInvariant();
}
