using System.Globalization;
using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>A sentence with the dates in it, read beside an invoice.</summary>
internal sealed class DateClause(string clause, IReadOnlyList<DateText> dates, int start, CheckedInvoice invoice)
{
    private readonly Lazy<bool> _isOfOtherInvoice = new(() => OtherInvoices.AreIn(clause, invoice));
    private readonly Lazy<bool> _hasOtherSum = new(() => ClaimWords.OtherSum.IsMatch(clause));
    private readonly Lazy<List<Match>> _dueLabels = new(() => ClaimWords.DueBefore.Matches(clause).ToList());
    private readonly Lazy<List<Match>> _dueVerbs = new(() => ClaimWords.DueVerb.Matches(clause).ToList());
    private readonly Lazy<List<Match>> _issueLabels = new(() => ClaimWords.IssueBefore.Matches(clause).ToList());

    /// <summary>Why a date of it cannot stand beside the invoice; null when it can.</summary>
    public (FindingWeight Weight, string Reason)? Judge(DateText date)
    {
        // "Due today, on 9 April": whoever reads it later knows the day.
        if (date.Is(invoice.DueDate) || _isOfOtherInvoice.Value || (date.IsCounted && dates.Any(other => !other.IsCounted && other.Is(invoice.DueDate))))
            return null;

        var (at, end) = (date.Start - start, Math.Min(date.End - start, clause.Length));
        if (SaysDue(at, end))
        {
            var isPast = dates.Any(other => other.Is(invoice.DueDate)) && ClaimWords.Past.IsMatch(clause[..at]);
            return isPast ? null : (FindingWeight.Blocking, $"The due date is {Written(invoice.DueDate)}.");
        }

        return !date.Is(invoice.IssueDate) && SaysIssued(at) && !_hasOtherSum.Value
            ? (FindingWeight.Warning, $"The invoice is dated {Written(invoice.IssueDate)}.")
            : null;
    }

    private bool SaysDue(int at, int end)
    {
        var label = LastBefore(_dueLabels.Value, at);
        if (label is not null && Joins(label.Index + label.Length, at))
            return !ClaimWords.OtherSum.IsMatch(clause[Math.Max(0, label.Index - 20)..label.Index]);

        // Reports and parcels are due, too.
        var verb = LastBefore(_dueVerbs.Value, at);
        var says = (verb is not null && Joins(verb.Index + verb.Length, at)) || ClaimWords.DueAfter.Match(clause, end, Math.Min(40, clause.Length - end)).Success;
        return says
            && !_hasOtherSum.Value
            && (ClaimWords.AboutMoney.IsMatch(clause) || IsOwnNumberIn(clause) || (verb is not null && Joins(0, verb.Index)));
    }

    private bool SaysIssued(int at)
    {
        var label = LastBefore(_issueLabels.Value, at);
        if (label is not null && Joins(label.Index + label.Length, at))
            return true;

        var before = clause[Math.Max(0, at - 60)..at];
        return invoice.Number is { Length: > 0 } number
            && ClaimWords.IssuedLink.Match(before) is { Success: true } link
            && before.AsSpan(0, link.Index).EndsWith(number, StringComparison.OrdinalIgnoreCase);
    }

    private bool Joins(int from, int to) => ConnectingWords.Joins(clause.AsSpan(from..to), invoice.Number);

    private bool IsOwnNumberIn(string text) => invoice.Number is { Length: > 0 } number && text.Contains(number, StringComparison.OrdinalIgnoreCase);

    private static Match? LastBefore(List<Match> matches, int at) => matches.FindLast(match => match.Index + match.Length <= at);

    private static string Written(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
