namespace FasterMoney.Web.Access;

/// <summary>Who asks, and for which site. Nothing is taken on trust: the door looks the membership up each time.</summary>
public sealed record Caller(Guid UserId, Guid SiteId);
