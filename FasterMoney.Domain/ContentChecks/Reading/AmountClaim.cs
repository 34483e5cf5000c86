namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>What an amount is called.</summary>
internal enum AmountName
{
    /// <summary>What is still to be paid.</summary>
    Balance,

    /// <summary>What the invoice is about.</summary>
    Total,

    /// <summary>What was paid so far.</summary>
    Paid,
}

/// <summary>How sure it is that an amount is called so.</summary>
internal enum Certainty
{
    /// <summary>Words for it stand in the same sentence.</summary>
    Loose,

    /// <summary>Words that are also said of other sums stand beside it.</summary>
    Likely,

    /// <summary>Words that are said of nothing else stand beside it.</summary>
    Certain,
}

/// <summary>What a sentence says of an amount.</summary>
/// <param name="Before">What the sentence says before the amount, after the one before it.</param>
internal sealed record AmountClaim(MoneyText Amount, AmountName Name, Certainty Certainty, string Before);
