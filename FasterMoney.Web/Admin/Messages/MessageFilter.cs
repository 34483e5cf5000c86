using FasterMoney.Domain.Messages;
using FasterMoney.Web.Admin.Lists;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>What the queue shows.</summary>
public sealed record MessageFilter : ListFilter<MessageFilter>
{
    public const string Path = "/messages";

    public MessageState State { get; init; } = MessageState.ToReview;

    protected override string Root => Path;

    protected override string OpenName => "message";

    protected override IEnumerable<KeyValuePair<string, string?>> Own => [new("state", WordOf(State, MessageState.ToReview))];

    public static MessageFilter FromQuery(string? query)
    {
        var values = Parse(query);
        return new MessageFilter { State = Word<MessageState>(values, "state") ?? MessageState.ToReview }.Reading(values);
    }

    public MessageFilter In(MessageState state) => this with { State = state, Page = 1 };
}
