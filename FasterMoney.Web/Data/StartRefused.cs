namespace FasterMoney.Web.Data;

/// <summary>The run cannot go on, and the message says why in words an operator can act on. Shown without a stack trace.</summary>
public sealed class StartRefused(string message, int exitCode = StartRefused.Failed) : Exception(message)
{
    /// <summary>Exit code of a run that failed.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of a run that was asked for wrongly: bad arguments or bad settings.</summary>
    public const int AskedWrongly = 2;

    public int ExitCode { get; } = exitCode;
}
