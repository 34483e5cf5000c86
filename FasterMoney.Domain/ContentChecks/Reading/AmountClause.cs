using System.Globalization;
using System.Text.RegularExpressions;
using FasterMoney.Domain.Amounts;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>A sentence with the amounts in it, read beside an invoice.</summary>
internal sealed partial class AmountClause(string text, int start, int end, IReadOnlyList<MoneyText> amounts, CheckedInvoice invoice)
{
    private const int LongestGap = 100;

    private readonly Lazy<bool> _isOfOtherInvoice = new(() => OtherInvoices.AreIn(text[start..end], invoice));
    private readonly Lazy<bool> _hasOtherSum = new(() => ClaimWords.OtherSum.IsMatch(text[start..end]));

    /// <summary>Whether the sentence names the balance as it is.</summary>
    public bool NamesBalance => amounts.Any(amount => amount.MayBe(invoice.Currency) && amount.Is(invoice.BalanceMinor, invoice.Currency));

    /// <summary>Whether the sentence speaks of another invoice, or of another sum than this invoice's.</summary>
    public bool SpeaksOfAnother => _isOfOtherInvoice.Value || _hasOtherSum.Value;

    /// <summary>Every amount that the sentence gives a name.</summary>
    public IEnumerable<AmountClaim> Claims()
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            var amount = amounts[i];
            var (before, after) = (Before(i), After(i));
            var claim = Labelled(ClaimWords.BalanceBefore, ClaimWords.LooseBalanceBefore, before, amount, AmountName.Balance)
                ?? Labelled(ClaimWords.TotalBefore, ClaimWords.LooseTotalBefore, before, amount, AmountName.Total)
                ?? Labelled(ClaimWords.PaidBefore, null, before, amount, AmountName.Paid)
                ?? OfInvoice(before, amount)
                ?? Followed(before, after, i)
                ?? FartherAway(i);
            if (claim is not null && LooksLikeMoney(claim, after))
                yield return claim;
        }
    }

    /// <summary>Why a claim cannot stand beside the invoice; null when it can.</summary>
    public string? Contradiction(AmountClaim claim)
    {
        var (amount, currency, isBalance) = (claim.Amount, invoice.Currency, claim.Name == AmountName.Balance);
        var isOwn = amount.MayBe(currency);
        var isFigure = isOwn && invoice.FiguresMinor.Any(figure => amount.Is(figure, currency));
        var expected = isBalance ? invoice.BalanceMinor : invoice.TotalMinor;
        if (isOwn && (amount.Is(expected, currency) || (!isBalance && amount.Is(invoice.BalanceMinor, currency))))
            return null;

        var isSaidOfAnother = _isOfOtherInvoice.Value || claim.Certainty switch
        {
            Certainty.Certain => claim.Name == AmountName.Paid && isFigure,
            Certainty.Likely => !isOwn || _hasOtherSum.Value || (!isBalance && isFigure),
            _ => !isOwn || isFigure || _hasOtherSum.Value,
        };
        // What was the balance before is one of the invoice's figures, or stands beside what is the balance now.
        var isPast = ClaimWords.Past.IsMatch(claim.Before) && (isFigure || amounts.Any(other => other.MayBe(currency) && other.Is(expected, currency)));
        if (isSaidOfAnother || isPast)
            return null;

        return claim.Name == AmountName.Paid ? "No payment of this invoice, and no sum of them, is this amount."
            : $"The {(isBalance ? "balance due" : "invoice's total")} is {Written(expected)}.";
    }

    /// <summary>Amounts that are wrong whatever they are called, each with the reason: the right figure in another currency, and what is made of the balance.</summary>
    public IEnumerable<(MoneyText Amount, string? Reason)> Distortions()
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            var (amount, currency) = (amounts[i], invoice.Currency);
            var isBalance = amount.Is(invoice.BalanceMinor, currency) && invoice.BalanceMinor != 0;
            if (!amount.MayBe(currency) && amount.Values[0] >= 100 && (isBalance || amount.Is(invoice.TotalMinor, currency)) && !_isOfOtherInvoice.Value)
                yield return (amount, $"This invoice is in {currency.Code}.");
            else if (isBalance && (ClaimWords.MultipleAfter.IsMatch(Beside(amount.End, +1)) || ClaimWords.MultipleBefore.IsMatch(Beside(amount.Start, -1))))
                yield return (amount, $"The balance due is {Written(invoice.BalanceMinor)}, and no multiple of it.");
        }
    }

    private string Before(int index) => text[(index > 0 ? amounts[index - 1].End : start)..amounts[index].Start];

    // A sentence that is cut for its length may be cut in its last amount.
    private string After(int index) => text[amounts[index].End..(index + 1 < amounts.Count ? amounts[index + 1].Start : Math.Max(end, amounts[index].End))];

    // A plain number is an amount, too, and makes a multiple of the one beside it.
    private string Beside(int at, int direction) => direction > 0 ? text[at..Math.Clamp(at + 20, at, Math.Max(end, at))] : text[Math.Max(start, at - 20)..at];

    private AmountClaim? Labelled(Regex label, Regex? loose, string before, MoneyText amount, AmountName name)
    {
        var (sure, weak) = (label.Matches(before).LastOrDefault(), loose?.Matches(before).LastOrDefault());
        var found = weak is null || (sure is not null && sure.Index + sure.Length >= weak.Index) ? sure : weak;
        if (found is null)
            return null;

        var (gap, inFront) = (before[(found.Index + found.Length)..], before[Math.Max(0, found.Index - 20)..found.Index]);
        var isCertain = found == sure && !ClaimWords.OtherSum.IsMatch(inFront);
        if (ConnectingWords.Joins(gap, invoice.Number) || ConnectingWords.Joins(Remark().Replace(gap, " "), invoice.Number))
            return new AmountClaim(amount, name, isCertain ? Certainty.Certain : Certainty.Likely, before);

        return isCertain && name != AmountName.Paid && gap.Length <= LongestGap && !NewThought().IsMatch(gap)
            ? new AmountClaim(amount, name, Certainty.Loose, before)
            : null;
    }

    // "The balance, with the credit of 100 taken off, is 500": the label stands before another amount of the invoice.
    private AmountClaim? FartherAway(int index)
    {
        var from = index;
        while (from > 0 && amounts[index].Start - amounts[from - 1].Start <= LongestGap && amounts[from - 1] is var known
            && known.MayBe(invoice.Currency) && invoice.FiguresMinor.Any(figure => known.Is(figure, invoice.Currency)))
        {
            from--;
        }

        if (from == index)
            return null;

        var before = text[(from > 0 ? amounts[from - 1].End : start)..amounts[index].Start];
        return EndsWithIs().IsMatch(before) && Labelled(ClaimWords.BalanceBefore, ClaimWords.LooseBalanceBefore, before, amounts[index], AmountName.Balance) is { } claim
            ? claim with { Certainty = Certainty.Loose }
            : null;
    }

    // "Invoice NW-12 for 500": any figure of the invoice may be meant, as in "your payment on invoice NW-12 of 500".
    private AmountClaim? OfInvoice(string before, MoneyText amount)
    {
        var found = ClaimWords.Invoice.Matches(before).LastOrDefault();
        var gap = found is null ? "" : before[(found.Index + found.Length)..];
        return found is not null && (found.Value.Contains(' ') || IsOwnNumberIn(gap)) && ClaimWords.AmountLink.IsMatch(gap) && ConnectingWords.Joins(gap, invoice.Number)
            ? new AmountClaim(amount, AmountName.Total, Certainty.Likely, before)
            : null;
    }

    private AmountClaim? Followed(string before, string after, int index)
    {
        var rest = ClaimWords.OfTheInvoice.Replace(invoice.Number is { } number ? after.Replace(number, "", StringComparison.OrdinalIgnoreCase) : after, " ");
        return ClaimWords.BalanceAfter.Match(rest) is { Success: true } open && !BelongsToNext(rest[(open.Index + open.Length)..], index)
            ? new AmountClaim(amounts[index], AmountName.Balance, Certainty.Likely, before)
            : null;
    }

    // In a table the words between two amounts are the second one's.
    private bool BelongsToNext(string gap, int index) => index + 1 < amounts.Count
        && amounts[index + 1].MayBe(invoice.Currency) && amounts[index + 1].Is(invoice.BalanceMinor, invoice.Currency) && ConnectingWords.Joins(gap, invoice.Number);

    // Numbers without a currency are mostly something else: days, pieces, pages.
    private static bool LooksLikeMoney(AmountClaim claim, string after) =>
        claim.Amount.Currencies.Count > 0
        || (!StartsWithWord().IsMatch(after) && (claim.Certainty == Certainty.Certain || claim.Amount.Values.Any(value => value != decimal.Truncate(value))) && claim.Amount.Values[0] >= 1);

    private bool IsOwnNumberIn(string gap) => invoice.Number is { Length: > 0 } number && gap.Contains(number, StringComparison.OrdinalIgnoreCase);

    private string Written(long minor) => new Money(minor, invoice.Currency).Format(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[ ]?\p{L}")]
    private static partial Regex StartsWithWord();

    [GeneratedRegex(@"^ ?,[^,;:?]{1,60},|^ ?\([^()]{1,60}\)")]
    private static partial Regex Remark();

    // Another thing is spoken of behind these; a comma alone may enclose a remark.
    [GeneratedRegex(@"[?;%]|\b(?:and|but|or|because|und|aber|oder|denn|weil|et|mais|ou|car|y|pero|o|porque)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NewThought();

    [GeneratedRegex(@"(?:\b(?:is|now|at|to|of|ist|betragt|auf|est|de|es)|:) ?$", RegexOptions.IgnoreCase)]
    private static partial Regex EndsWithIs();
}
