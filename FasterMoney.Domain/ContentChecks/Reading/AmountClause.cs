using System.Globalization;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Amounts;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>What a sentence says of an amount.</summary>
/// <param name="IsBalance">Whether it is called the balance; otherwise the total.</param>
/// <param name="IsCertain">Whether the words for it are said of nothing else.</param>
/// <param name="Before">What the sentence says before the amount, after the one before it.</param>
internal sealed record AmountClaim(MoneyText Amount, bool IsBalance, bool IsCertain, string Before);

/// <summary>A sentence with the amounts in it, read beside an invoice.</summary>
internal sealed partial class AmountClause(string text, int start, int end, IReadOnlyList<MoneyText> amounts, CheckedInvoice invoice)
{
    private readonly string _clause = text[start..end];

    /// <summary>Every amount that the sentence gives a name.</summary>
    public IEnumerable<AmountClaim> Claims()
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            var amount = amounts[i];
            var before = text[(i > 0 ? amounts[i - 1].End : start)..amount.Start];
            var after = text[amount.End..(i + 1 < amounts.Count ? amounts[i + 1].Start : end)];
            var claim = Labelled(ClaimWords.BalanceBefore, before, amount, isBalance: true)
                ?? Labelled(ClaimWords.TotalBefore, before, amount, isBalance: false)
                ?? OfInvoice(before, amount)
                ?? Followed(before, after, amount);
            if (claim is not null && LooksLikeMoney(claim, after))
                yield return claim;
        }
    }

    /// <summary>Why a claim cannot stand beside the invoice; null when it can.</summary>
    public string? Contradiction(AmountClaim claim)
    {
        var (amount, currency) = (claim.Amount, invoice.Currency);
        var expected = claim.IsBalance ? invoice.BalanceMinor : invoice.TotalMinor;
        var isOwn = amount.MayBe(currency);
        if (isOwn && (amount.Is(expected, currency) || (!claim.IsBalance && amount.Is(invoice.BalanceMinor, currency))))
            return null;

        var isFigure = isOwn && invoice.FiguresMinor.Any(figure => amount.Is(figure, currency));
        var isSaidOfAnother = OtherInvoices.AreIn(_clause, invoice)
            || (!claim.IsCertain && (!isOwn || ClaimWords.OtherSum.IsMatch(_clause) || (!claim.IsBalance && isFigure)));
        // What was the balance before is one of the invoice's figures, or stands beside what is the balance now.
        var isPast = ClaimWords.Past.IsMatch(claim.Before) && (isFigure || amounts.Any(other => other.MayBe(currency) && other.Is(expected, currency)));
        return isSaidOfAnother || isPast ? null : $"The {(claim.IsBalance ? "balance due" : "invoice's total")} is {Written(expected)}.";
    }

    private AmountClaim? Labelled(Regex label, string before, MoneyText amount, bool isBalance)
    {
        var found = label.Matches(before).LastOrDefault();
        if (found is null || !ConnectingWords.Joins(before.AsSpan(found.Index + found.Length), invoice.Number))
            return null;

        var inFront = before[Math.Max(0, found.Index - 20)..found.Index];
        return new AmountClaim(amount, isBalance, !found.Groups["weak"].Success && !ClaimWords.OtherSum.IsMatch(inFront), before);
    }

    // "Invoice NW-12 for 500": any figure of the invoice may be meant, as in "your payment on invoice NW-12 of 500".
    private AmountClaim? OfInvoice(string before, MoneyText amount)
    {
        var found = ClaimWords.Invoice.Matches(before).LastOrDefault();
        var gap = found is null ? "" : before[(found.Index + found.Length)..];
        return found is not null && (found.Value.Contains(' ') || IsOwnNumberIn(gap)) && ClaimWords.AmountLink.IsMatch(gap) && ConnectingWords.Joins(gap, invoice.Number)
            ? new AmountClaim(amount, IsBalance: false, IsCertain: false, before)
            : null;
    }

    private AmountClaim? Followed(string before, string after, MoneyText amount)
    {
        var rest = invoice.Number is { } number ? after.Replace(number, "", StringComparison.OrdinalIgnoreCase) : after;
        return ClaimWords.BalanceAfter.IsMatch(ClaimWords.OfTheInvoice.Replace(rest, " ")) ? new AmountClaim(amount, IsBalance: true, IsCertain: false, before) : null;
    }

    // Numbers without a currency are mostly something else: days, pieces, pages.
    private static bool LooksLikeMoney(AmountClaim claim, string after) =>
        claim.Amount.Currencies.Count > 0
        || (!StartsWithWord().IsMatch(after) && (claim.IsCertain || claim.Amount.Values.Any(value => value != decimal.Truncate(value))) && claim.Amount.Values[0] >= 1);

    private bool IsOwnNumberIn(string gap) => invoice.Number is { Length: > 0 } number && gap.Contains(number, StringComparison.OrdinalIgnoreCase);

    private string Written(long minor) => new Money(minor, invoice.Currency).Format(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[ ]?\p{L}")]
    private static partial Regex StartsWithWord();
}
