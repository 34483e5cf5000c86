using FasterMoney.Domain.Amounts;

namespace FasterMoney.Web.Wording;

public enum PortalMovementKind
{
    Payment,
    Refund,
    CreditNote,
    Adjustment,
    Reversal,
    Cancellation,
}

/// <summary>A step from the total to the balance: <paramref name="Change"/> is what it does to the balance, <paramref name="Balance"/> what it leaves.</summary>
public sealed record PortalMovement(DateOnly Date, PortalMovementKind Kind, string Note, Money Change, Money Balance)
{
    /// <summary>What stands beside the kind: the reference or reason, behind the number of a document that has one.</summary>
    public static string NoteOf(string? number, string publicText) => number is null ? publicText : $"{number} · {publicText}";
}
