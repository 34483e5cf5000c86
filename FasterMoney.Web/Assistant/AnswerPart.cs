using FasterMoney.Web.Assistant.Tools;

namespace FasterMoney.Web.Assistant;

/// <summary>A piece of an answer, in the order in which it is shown.</summary>
public abstract record AnswerPart;

/// <summary>More text. It is text and nothing else: whatever looks like markup in it is shown as it stands.</summary>
public sealed record AnswerText(string Text) : AnswerPart;

/// <summary>A tool has run.</summary>
public sealed record AnswerTool(ToolRun Run) : AnswerPart;

/// <summary>The last piece of every answer.</summary>
public sealed record AnswerEnd(AnswerOutcome Outcome, string? Sentence = null) : AnswerPart;

public enum AnswerOutcome
{
    Complete,

    /// <summary>The person stopped it.</summary>
    Stopped,

    /// <summary>What there is of it stands, and more was to come.</summary>
    CutOff,

    /// <summary>There is nothing of it.</summary>
    Failed,
}
