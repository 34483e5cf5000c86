using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.PortalLinks;

namespace FasterMoney.Domain.Messages;

/// <summary>What a message to a customer rests on, as it is at one moment.</summary>
/// <param name="DueDate">In the site's time zone.</param>
/// <param name="Link">Whether the portal link may be used.</param>
public sealed record MessageFacts(Guid CustomerId, Money Balance, DateOnly DueDate, PlaceholderValues Values, LinkVerdict Link);
