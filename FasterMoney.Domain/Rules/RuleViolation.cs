namespace FasterMoney.Domain.Rules;

/// <summary>An act was attempted that its <c>Can...</c> question refuses. Screens ask first, so only races and bugs meet it.</summary>
public sealed class RuleViolation(RuleCheck check) : Exception(check.Text)
{
    public IReadOnlyList<RuleReason> Reasons { get; } = check.Reasons;
}
