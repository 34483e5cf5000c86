namespace FasterMoney.Domain.Messages;

/// <summary>How far a message that is to be sent has come. Stored by name: never rename one.</summary>
public enum OutboxState
{
    /// <summary>Approved, and waiting for its turn or its next try.</summary>
    Approved,

    /// <summary>Being handed over to the mail server.</summary>
    Sending,

    /// <summary>The mail server has it, or a person said that it arrived.</summary>
    Sent,

    /// <summary>It was not sent and will not be without a person's word.</summary>
    Failed,

    /// <summary>Nobody here knows whether it was sent. It is never sent again by itself: the customer might get it twice.</summary>
    Unknown,

    /// <summary>It would leave, but a backup was restored since, and it may have left before. An owner releases or discards it.</summary>
    Held,
}
