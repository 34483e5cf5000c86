using System.Globalization;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds dates that contradict the invoice: one that the text itself calls the due date, and that is another one in the books.</summary>
internal static class DateReader
{
    private const string Fix = "Correct the date, or use {{due_date}}.";

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        if (facts.Invoice is not { } invoice)
            yield break;

        var text = reading.Text;
        var dates = DateText.In(text);
        foreach (var (start, end) in dates.Count == 0 ? [] : Clauses.In(text))
        {
            var within = dates.FindAll(date => start <= date.Start && date.End <= end);
            for (var i = 0; i < within.Count; i++)
            {
                var date = within[i];
                if (Judge(text[start..end], date.Start - start, date, within, invoice) is var (weight, reason))
                    yield return reading.Finds(FindingCode.WrongDate, weight, date.Start, date.End - date.Start, reason, Fix);
            }
        }
    }

    private static (FindingWeight Weight, string Reason)? Judge(string clause, int at, DateText date, List<DateText> within, CheckedInvoice invoice)
    {
        if (date.Is(invoice.DueDate) || OtherInvoices.AreIn(clause, invoice))
            return null;

        if (SaysDue(clause, at, invoice))
        {
            var isPast = ClaimWords.Past.IsMatch(clause[..at]) && within.Exists(other => other.Is(invoice.DueDate));
            return isPast ? null : (FindingWeight.Blocking, $"The due date is {invoice.DueDate.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.");
        }

        return SaysIssued(clause[..at], invoice.Number) && !date.Is(invoice.IssueDate)
            ? (FindingWeight.Warning, $"The invoice is dated {invoice.IssueDate.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.")
            : null;
    }

    private static bool SaysDue(string clause, int at, CheckedInvoice invoice)
    {
        var label = ClaimWords.DueBefore.Matches(clause).LastOrDefault(label => label.Index + label.Length <= at);
        if (label is not null && ConnectingWords.Joins(clause.AsSpan((label.Index + label.Length)..at), invoice.Number))
            return !ClaimWords.OtherSum.IsMatch(clause[Math.Max(0, label.Index - 20)..label.Index]);

        // Reports and parcels are due, too.
        var verb = ClaimWords.DueVerb.Matches(clause).LastOrDefault(verb => verb.Index + verb.Length <= at);
        return verb is not null
            && ConnectingWords.Joins(clause.AsSpan((verb.Index + verb.Length)..at), invoice.Number)
            && ClaimWords.AboutMoney.IsMatch(clause)
            && !ClaimWords.OtherSum.IsMatch(clause);
    }

    private static bool SaysIssued(string before, string? number) => number is { Length: > 0 }
        && ClaimWords.IssuedLink.Match(before) is { Success: true } link
        && before.AsSpan(0, link.Index).EndsWith(number, StringComparison.OrdinalIgnoreCase);
}
