using System.Globalization;
using FasterMoney.Domain.Messages;
using Microsoft.AspNetCore.WebUtilities;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>What the queue shows. Its address holds all of it, so that reload, back and a shared address restore the view.</summary>
public sealed record MessageFilter
{
    public const string Path = "/messages";
    private const int LongestSearch = 200;

    public MessageState State { get; init; } = MessageState.ToReview;
    public string Search { get; init; } = "";
    public int Page { get; init; } = 1;
    public Guid? Message { get; init; }

    /// <summary>Anything it does not understand in the query falls back to the default.</summary>
    public static MessageFilter FromQuery(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        string? One(string key) => values.TryGetValue(key, out var found) ? found.ToString() : null;

        var search = (One("q") ?? "").Trim();
        return new MessageFilter
        {
            State = Enum.GetValues<MessageState>().FirstOrDefault(state => Word(state) == One("state")?.ToLowerInvariant()),
            Search = search.Length > LongestSearch ? search[..LongestSearch] : search,
            Page = int.TryParse(One("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            Message = Guid.TryParse(One("message"), out var message) && message != Guid.Empty ? message : null,
        };
    }

    public string ToAddress()
    {
        var query = new Dictionary<string, string?>();
        if (State != MessageState.ToReview)
            query["state"] = Word(State);

        if (Search.Length > 0)
            query["q"] = Search;

        if (Page > 1)
            query["page"] = Page.ToString(CultureInfo.InvariantCulture);

        if (Message is { } message)
            query["message"] = message.ToString();

        return QueryHelpers.AddQueryString(Path, query);
    }

    public MessageFilter In(MessageState state) => this with { State = state, Page = 1 };

    public MessageFilter SearchingFor(string text) => this with { Search = text.Trim(), Page = 1 };

    public MessageFilter OnPage(int page) => this with { Page = Math.Max(1, page) };

    public MessageFilter Opening(Guid message) => this with { Message = message };

    public MessageFilter Closed() => this with { Message = null };

    private static string Word(MessageState state) => state.ToString().ToLowerInvariant();
}
