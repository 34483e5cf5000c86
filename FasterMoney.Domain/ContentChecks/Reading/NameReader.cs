using System.Text.RegularExpressions;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Finds other customers' names, contacts and e-mail addresses. A name made of everyday words is no finding where those words
/// make sense; what only might be a name is a warning.
/// </summary>
internal static partial class NameReader
{
    private const string Fix = "Take it out. Nobody should learn here whom else you bill.";
    private const int ManyOfOneName = 3;

    public static IReadOnlyList<string> KeysIn(IReadOnlyList<ReadableText> readings, int most) =>
        [.. readings.SelectMany(reading => reading.Names).Select(sequence => sequence.Key).Distinct(StringComparer.Ordinal).Take(most)];

    public static IReadOnlyList<string> EmailsIn(IReadOnlyList<ReadableText> readings) =>
        [.. readings.SelectMany(reading => reading.Emails).SelectMany(email => email.Readings).Distinct(StringComparer.Ordinal).Take(200)];

    public static IReadOnlyList<string> NumbersIn(IReadOnlyList<ReadableText> readings, int most) =>
        [.. readings.SelectMany(reading => Number().Matches(reading.Text)).Select(number => number.Value.TrimEnd('.', '-', '/', '_').ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(most)];

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts, OwnHosts hosts)
    {
        var byEmail = facts.OtherCustomers.ToLookup(other => NameKey.OfEmail(other.Email));
        var own = facts.OwnEmails.Select(NameKey.OfEmail).ToHashSet(StringComparer.Ordinal);
        foreach (var email in reading.Emails)
        {
            if (email.Readings.FirstOrDefault(each => byEmail.Contains(each)) is { } others && !own.Contains(others))
            {
                yield return reading.Finds(FindingCode.OtherCustomer, FindingWeight.Blocking, email.Start, email.Length,
                    $"This is the e-mail address of another customer, {byEmail[others].First().Name}.", Fix);
            }
            else if (facts.CustomerId is not null && !email.Readings.Any(own.Contains) && hosts.IsStrange(OwnHosts.DomainOf(email.Readings[0])) && !email.Readings[0].Contains("//", StringComparison.Ordinal))
            {
                yield return reading.Finds(FindingCode.UnknownReply, FindingWeight.Warning, email.Start, email.Length,
                    "This e-mail address is neither yours nor this customer's.", "Keep it only if the customer may write there.");
            }
        }

        if (facts.OtherCustomers.Count == 0)
            yield break;

        foreach (var finding in FindNames(reading, facts))
            yield return finding;
    }

    private static IEnumerable<Finding> FindNames(ReadableText reading, CheckFacts facts)
    {
        var own = facts.OwnNames.Select(NameKey.Of).Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
        var byName = facts.OtherCustomers.ToLookup(other => NameKey.Of(other.Name));
        var byContact = facts.OtherCustomers.ToLookup(other => NameKey.Of(other.ContactName));
        var sequences = reading.Names;
        var ownPlaces = sequences.Where(sequence => own.Contains(sequence.Key)).ToList();
        var hasCase = HasCase(reading.Text);
        // The business's own town, street or trade names nobody else.
        var known = $" {string.Join(' ', facts.PublicTexts.SelectMany(text => NameWords.In(text)).Select(word => word.Key))} ";
        foreach (var sequence in sequences)
        {
            var (names, contacts) = (byName[sequence.Key], byContact[sequence.Key]);
            if ((!names.Any() && !contacts.Any()) || own.Any(name => $" {name} ".Contains($" {sequence.Key} ", StringComparison.Ordinal))
                || ownPlaces.Exists(place => place.Start <= sequence.Start && sequence.End <= place.End)
                || (IsSlight(sequence) && known.Contains($" {sequence.Key} ", StringComparison.Ordinal)))
            {
                continue;
            }

            var shown = names.Any() ? names.First() : contacts.First();
            var weight = names.Any() ? WeightOfName(sequence, hasCase) : WeightOfContact(sequence, hasCase, contacts.Count());
            if (weight is { } found)
            {
                yield return reading.Finds(FindingCode.OtherCustomer, found, sequence.Start, sequence.End - sequence.Start, Reason(shown, names.Any(), found),
                    found == FindingWeight.Blocking ? Fix : "If it names them, take it out.");
            }
        }
    }

    private static bool IsSlight(NameSequence name) => (name.Words == 1 || name.Telling == 0) && name is { HasLegalForm: false, IsCustomer: false, HasTitle: false };

    private static string Reason(OtherCustomer other, bool isName, FindingWeight weight) => (isName, weight) switch
    {
        (true, FindingWeight.Blocking) => $"{other.Name} is another customer.",
        (true, _) => $"This may name another customer, {other.Name}.",
        (false, FindingWeight.Blocking) => $"{other.ContactName} is the contact of another customer, {other.Name}.",
        _ => $"This may name the contact of another customer, {other.Name}.",
    };

    private static FindingWeight? WeightOfName(NameSequence name, bool hasCase)
    {
        var isProper = name.IsProper || !hasCase;
        return name switch
        {
            { HasLegalForm: true } when isProper => FindingWeight.Blocking,
            { IsCustomer: true } when isProper => FindingWeight.Blocking,
            { Words: 1, Telling: 0 } => null,
            { Words: 1 } => FindingWeight.Warning,
            { Telling: > 0 } when isProper || name.Words > 2 => FindingWeight.Blocking,
            { Telling: > 1 } => FindingWeight.Warning,
            _ when isProper && (name.IsCalledOne || name.Words > 2) => FindingWeight.Warning,
            _ => null,
        };
    }

    // Many people share a name, and one of them may carry your parcels.
    private static FindingWeight? WeightOfContact(NameSequence name, bool hasCase, int people) => name switch
    {
        { HasTitle: true } when name.IsProper => people < ManyOfOneName && (name.Words > 1 || name.Telling > 0) ? FindingWeight.Blocking : FindingWeight.Warning,
        { Words: 1 } or { Telling: 0 } => null,
        _ when name.IsProper || !hasCase => people < ManyOfOneName ? FindingWeight.Blocking : FindingWeight.Warning,
        { Telling: > 1 } => FindingWeight.Warning,
        _ => null,
    };

    private static bool HasCase(string text) => text.Any(char.IsUpper) && text.Any(char.IsLower);

    [GeneratedRegex(@"(?<![\p{L}\p{N}_./\-])(?=[^\s]{0,29}\d)[\p{L}\p{N}][\p{L}\p{N}_./\-]{0,29}")]
    private static partial Regex Number();
}
