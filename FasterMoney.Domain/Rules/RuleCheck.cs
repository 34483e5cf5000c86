namespace FasterMoney.Domain.Rules;

/// <summary>One reason against an act, in a sentence a person can act on.</summary>
/// <param name="Sentence">The reason, complete, in plain English.</param>
/// <param name="Field">The name of the input that it is about, or null when it is about the act as a whole.</param>
public sealed record RuleReason(string Sentence, string? Field = null);

/// <summary>The answer to a <c>Can...</c> question: allowed, or every reason against it.</summary>
public sealed class RuleCheck
{
    /// <summary>The answer with no reason against the act.</summary>
    public static RuleCheck Allowed { get; } = new([]);

    private RuleCheck(IReadOnlyList<RuleReason> reasons) => Reasons = reasons;

    /// <summary>Every reason against the act; empty when it is allowed.</summary>
    public IReadOnlyList<RuleReason> Reasons { get; }

    /// <summary>True when nothing speaks against the act.</summary>
    public bool IsAllowed => Reasons.Count == 0;

    /// <summary>The reasons as one text, sentence after sentence.</summary>
    public string Text => string.Join(" ", Reasons.Select(reason => reason.Sentence));

    /// <summary>Allowed when <paramref name="reasons"/> is empty, refused with all of them otherwise.</summary>
    public static RuleCheck From(IEnumerable<RuleReason> reasons)
    {
        var all = reasons.ToList();
        return all.Count == 0 ? Allowed : new RuleCheck(all);
    }

    public static RuleCheck Refused(string sentence, string? field = null) => new([new RuleReason(sentence, field)]);

    /// <summary>Allowed unless <paramref name="refusedWhen"/> holds.</summary>
    public static RuleCheck Unless(bool refusedWhen, string sentence, string? field = null) =>
        refusedWhen ? Refused(sentence, field) : Allowed;

    /// <summary>Both checks together: allowed only when both are, otherwise with the reasons of both.</summary>
    public RuleCheck And(RuleCheck other) => From(Reasons.Concat(other.Reasons));

    /// <summary>Goes on when allowed.</summary>
    /// <exception cref="RuleViolation">The act is refused; carries the same reasons.</exception>
    public void Insist()
    {
        if (!IsAllowed)
            throw new RuleViolation(this);
    }
}
