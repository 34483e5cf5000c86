using FasterMoney.Domain.Rules;

namespace FasterMoney.Domain.Sites;

/// <summary>How long a portal link works. Limited life follows the W3C's advice on capability URLs.</summary>
/// <param name="UnpaidDays">Days after the due date while something is open.</param>
/// <param name="SettledDays">Days after the invoice was settled or voided.</param>
public sealed record LinkPolicy(int UnpaidDays, int SettledDays)
{
    /// <summary>Days that a copied link works at least, counted from the copy.</summary>
    public const int DaysGuaranteedByCopying = 10;

    /// <summary>Days that <em>Extend</em> adds.</summary>
    public const int DaysGivenByExtending = 30;

    /// <summary>120 days after the due date while unpaid, 60 days after it is settled or void.</summary>
    public static LinkPolicy Default { get; } = new(120, 60);

    /// <summary>Whether the policy can be kept: 1 to 3650 days each.</summary>
    public RuleCheck Check() => RuleCheck
        .Unless(UnpaidDays is < 1 or > 3650, "Choose 1 to 3650 days after the due date.", nameof(UnpaidDays))
        .And(RuleCheck.Unless(SettledDays is < 1 or > 3650, "Choose 1 to 3650 days after settling.", nameof(SettledDays)));
}
