namespace FasterMoney.Domain.Messages;

/// <summary>How far a message to a customer has come. Stored by name: never rename one.</summary>
public enum MessageState
{
    /// <summary>Written, and waiting for a person to read it.</summary>
    ToReview,

    /// <summary>A person approved exactly this text for exactly these recipients.</summary>
    Approved,

    /// <summary>It left the house.</summary>
    Sent,

    /// <summary>It will not be sent.</summary>
    Discarded,
}
