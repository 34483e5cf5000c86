namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Tells whether a sentence speaks of another invoice, whose amounts and dates are its own.</summary>
internal static class OtherInvoices
{
    public static bool AreIn(string clause, CheckedInvoice invoice) => ClaimWords.OtherInvoice.IsMatch(clause) || IsNumbered(clause, invoice.Number);

    // A number that starts like this one's and goes on differently.
    private static bool IsNumbered(string clause, string? own)
    {
        var prefix = own is null ? "" : own.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (prefix.Length == 0)
            return false;

        for (var at = clause.IndexOf(prefix, StringComparison.OrdinalIgnoreCase); at >= 0; at = clause.IndexOf(prefix, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + prefix.Length;
            while (end < clause.Length && char.IsAsciiDigit(clause[end]))
                end++;

            if (end > at + prefix.Length && !clause.AsSpan(at, end - at).Equals(own, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
