namespace FasterMoney.Web.Assistant;

/// <summary>How much one question may cost, whatever the model does.</summary>
public sealed record AssistantLimits
{
    public const int LongestQuestion = 2000;

    /// <summary>How often the model may ask for tools before it must answer.</summary>
    public int Steps { get; init; } = 8;

    /// <summary>Tools run for one question; a model may ask for several at once.</summary>
    public int Tools { get; init; } = 16;

    /// <summary>Drafts and follow-ups written for one question.</summary>
    public int Writes { get; init; } = 2;

    /// <summary>Of one reply of the model.</summary>
    public int OutputTokens { get; init; } = 1500;

    /// <summary>Characters of the whole answer; a server need not keep to the tokens.</summary>
    public int Characters { get; init; } = 12_000;

    /// <summary>Characters of earlier questions and answers that go with a new question.</summary>
    public int History { get; init; } = 16_000;

    /// <summary>For the whole answer.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For the next piece of it.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(10);
}
