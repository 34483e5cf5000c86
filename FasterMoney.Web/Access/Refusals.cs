namespace FasterMoney.Web.Access;

/// <summary>The caller is not a member of the site, or their role does not allow the act.</summary>
public sealed class AccessDenied(string message) : Exception(message);

/// <summary>There is no such thing on the caller's site. Another site's things are not found either.</summary>
public sealed class NotFoundOnSite(string what) : Exception($"This {what} is not here any more.");

/// <summary>Somebody else changed it since the caller read it. Nothing was saved.</summary>
public sealed class ChangedByOthers() : Exception("Somebody else changed this in the meantime.");
