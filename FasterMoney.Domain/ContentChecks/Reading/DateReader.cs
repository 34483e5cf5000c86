namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds dates that contradict the invoice: one that the text itself calls the due date, and that is another one in the books.</summary>
internal static class DateReader
{
    private const string Fix = "Correct the date, or use {{due_date}}.";

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        if (facts.Invoice is not { } invoice)
            yield break;

        var text = reading.Plain;
        var dates = DateText.In(text);
        if (facts.Today is { } today)
            dates.AddRange(RelativeDates.In(text, today, invoice.IssueDate));

        dates.Sort((one, other) => one.Start.CompareTo(other.Start));
        var next = 0;
        foreach (var (start, end) in dates.Count == 0 ? [] : Clauses.In(text))
        {
            List<DateText> within = [];
            while (next < dates.Count && dates[next].Start < end)
                within.Add(dates[next++]);

            var clause = new DateClause(text[start..end], within, start, invoice);
            foreach (var date in within)
            {
                if (clause.Judge(date) is var (weight, reason))
                    yield return reading.Finds(FindingCode.WrongDate, weight, date.Start, date.End - date.Start, reason, Fix);
            }
        }
    }
}
