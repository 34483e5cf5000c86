namespace FasterMoney.Web.Reachability;

public enum RouteOutcome
{
    Works,
    NoRoute,
    NameNotFound,
    Refused,
    TimedOut,
    TlsProblem,
    CannotBeReached,
    SomethingElse,
    Redirected,
    HeadersMissing,

    /// <summary>The address is one that others must not ask through this server.</summary>
    NotAsked,
}

/// <summary>What was seen at a site's customer address, in words an owner can act on.</summary>
public sealed record RouteFinding(RouteOutcome Outcome, string Sentence)
{
    public bool IsGood => Outcome == RouteOutcome.Works;
}
