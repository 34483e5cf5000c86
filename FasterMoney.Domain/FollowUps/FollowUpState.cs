namespace FasterMoney.Domain.FollowUps;

/// <summary>How far a follow-up is. Stored by name: never rename one.</summary>
public enum FollowUpState
{
    /// <summary>Suggested by the assistant. It counts nowhere until a person confirms it.</summary>
    Proposed,

    /// <summary>To be done.</summary>
    Open,

    /// <summary>Done by a person.</summary>
    Done,

    /// <summary>A suggestion that a person did not want.</summary>
    Dismissed,
}
