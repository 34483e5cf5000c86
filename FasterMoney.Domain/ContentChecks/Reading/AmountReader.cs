namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Finds amounts that contradict the invoice: one that the text itself calls the balance or the total, and that is another one
/// in the books. Letters hold many other amounts, so none but a named one is judged.
/// </summary>
internal static class AmountReader
{
    private const string Fix = "Correct the amount, or use {{balance_due}}. If the invoice is wrong, correct the invoice first.";

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        if (facts.Invoice is not { } invoice)
            yield break;

        var text = reading.Text;
        var amounts = MoneyText.In(text);
        foreach (var (start, end) in amounts.Count == 0 ? [] : Clauses.In(text))
        {
            var clause = new AmountClause(text, start, end, [.. amounts.Where(amount => start <= amount.Start && amount.End <= end)], invoice);
            foreach (var claim in clause.Claims())
            {
                if (clause.Contradiction(claim) is { } reason)
                    yield return reading.Finds(FindingCode.WrongAmount, FindingWeight.Blocking, claim.Amount.Start, claim.Amount.End - claim.Amount.Start, reason, Fix);
            }
        }
    }
}
