using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Finds amounts that contradict the invoice: one that the text itself calls the balance, the total or the payments, and that is
/// another one in the books. Letters hold many other amounts, so none but a named one is judged.
/// </summary>
internal static class AmountReader
{
    private const string Fix = "Correct the amount, or use {{balance_due}}. If the invoice is wrong, correct the invoice first.";

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        if (facts.Invoice is not { } invoice)
            yield break;

        var text = reading.Plain;
        var amounts = MoneyText.In(text);
        var next = 0;
        foreach (var (start, end) in Clauses.In(text))
        {
            List<MoneyText> within = [];
            while (next < amounts.Count && amounts[next].Start < end)
                within.Add(amounts[next++]);

            var clause = new AmountClause(text, start, end, within, invoice);
            foreach (var (amount, reason) in clause.Claims().Select(claim => (claim.Amount, Reason: clause.Contradiction(claim))).Concat(clause.Distortions()))
            {
                if (reason is not null)
                    yield return reading.Finds(FindingCode.WrongAmount, FindingWeight.Blocking, amount.Start, amount.End - amount.Start, reason, Fix);
            }

            if (invoice.BalanceMinor > 0 && Settled(text, start, end) is { } settled && !clause.NamesBalance && !clause.SpeaksOfAnother)
            {
                yield return reading.Finds(FindingCode.WrongAmount, FindingWeight.Blocking, settled.Index, settled.Length,
                    "This says that nothing is left to pay, and the invoice is open.", Fix);
            }
        }
    }

    private static Match? Settled(string text, int start, int end) =>
        ClaimWords.Settled.Match(text, start, end - start) is { Success: true } said && !ClaimWords.Unless.IsMatch(text[start..said.Index]) ? said : null;
}
