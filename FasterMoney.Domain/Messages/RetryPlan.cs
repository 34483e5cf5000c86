namespace FasterMoney.Domain.Messages;

/// <summary>When a message is tried again after a mail server could not be reached or said "not now": later each time, for about four hours.</summary>
public static class RetryPlan
{
    /// <summary>Tries of one message at most.</summary>
    public const int MostAttempts = 8;

    /// <summary>How long a conversation with a mail server may take; what is under way for longer has lost its sender.</summary>
    public static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);

    /// <summary>The pause after a try: it doubles each time, and is shifted by up to a fifth so that messages of one outage do not return together.</summary>
    /// <param name="attempts">Tries so far, from 1 on.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan PauseAfter(int attempts, double chance) =>
        First * Math.Pow(2, Math.Clamp(attempts, 1, MostAttempts) - 1) * (0.8 + (0.4 * Math.Clamp(chance, 0, 1)));
}
