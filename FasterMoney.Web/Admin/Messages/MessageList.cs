using FasterMoney.Domain.Messages;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>One page of a site's messages; <paramref name="IsEmpty"/> when the site has none at all.</summary>
public sealed record MessageList(IReadOnlyList<MessageRow> Rows, IReadOnlyDictionary<MessageState, int> Counts, int Page, int Matching, bool IsEmpty);

/// <summary>A message in the queue.</summary>
/// <param name="Id">The message.</param>
/// <param name="Subject">As the customer would read it now.</param>
/// <param name="Customer">The customer's name.</param>
/// <param name="Invoice">The invoice's number.</param>
/// <param name="Recipients">E-mail addresses.</param>
/// <param name="IsStale">True when it was approved, and the customer would get something else by now.</param>
/// <param name="ByAssistant">Whether the assistant wrote it.</param>
/// <param name="WrittenBy">Who wrote it, or asked the assistant for it.</param>
/// <param name="ChangedAt">UTC.</param>
public sealed record MessageRow(
    Guid Id, string Subject, string Customer, string Invoice, IReadOnlyList<string> Recipients, bool IsStale, bool ByAssistant, string WrittenBy, DateTime ChangedAt);
