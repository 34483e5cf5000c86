using FasterMoney.Domain.ContentChecks.Reading;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks;

/// <summary>
/// Reads any text that is to reach a customer, and finds what may not. It works in two steps, because whose name a word is,
/// and whose link, only the database knows: <see cref="Ask"/> says what to look up, <see cref="Read"/> judges with the answers.
/// Pure, and bounded in work whatever it is given.
/// </summary>
public static class ContentCheck
{
    // Nobody reads more, and the text is stopped by one.
    private const int MostOfOneCode = 100;

    /// <summary>The languages that it reads, as two-letter codes. Every text is read in all of them.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. LanguageWords.All.Select(words => words.Code)];

    /// <summary>What must be looked up before these texts can be judged.</summary>
    public static CheckQuestions Ask(IReadOnlyList<CheckedText> texts)
    {
        var readings = texts.Where(text => text.Text.Length > 0).SelectMany(Readings.Of).ToList();
        return new CheckQuestions(
            NameReader.KeysIn(readings, CheckQuestions.MostNames),
            NameReader.EmailsIn(readings),
            [.. readings.SelectMany(LinkReader.TokensIn).Distinct(StringComparer.Ordinal).Take(CheckQuestions.MostTokens)],
            NameReader.NumbersIn(readings, CheckQuestions.MostNumbers));
    }

    /// <summary>Everything found, in the order of the texts and of the places in them.</summary>
    public static IReadOnlyList<Finding> Read(IReadOnlyList<CheckedText> texts, CheckFacts facts)
    {
        var own = new OwnHosts(facts);
        return [.. texts.Where(text => text.Text.Length > 0).SelectMany(text => Once(Readings.Of(text).SelectMany(reading => Find(reading, text, facts, own))))];
    }

    private static IEnumerable<Finding> Find(ReadableText reading, CheckedText text, CheckFacts facts, OwnHosts own) => AddressReader.Find(reading, facts)
        .Concat(IdReader.Find(reading, facts))
        .Concat(NoteReader.Find(reading, facts))
        .Concat(NameReader.Find(reading, facts, own))
        .Concat(LinkReader.Find(reading, facts))
        .Concat(TargetReader.Find(reading, text.Text, facts, own))
        .Concat(BankReader.Find(reading, facts))
        .Concat(AmountReader.Find(reading, facts))
        .Concat(DateReader.Find(reading, facts))
        .Concat(PlaceholderReader.Find(reading, text.FilledInLater));

    // One thing is often found twice: in several readings, or by several of its signs. What is kept of one code never overlaps.
    private static IEnumerable<Finding> Once(IEnumerable<Finding> findings)
    {
        var kept = new Dictionary<FindingCode, SortedList<int, Finding>>();
        foreach (var finding in findings.OrderByDescending(finding => finding.Weight).ThenByDescending(finding => finding.Length))
        {
            if (!kept.TryGetValue(finding.Code, out var same))
                kept[finding.Code] = same = [];

            var next = FirstFrom(same.Keys, finding.Start);
            var isFree = (next == same.Count || same.Keys[next] >= finding.Start + finding.Length)
                && (next == 0 || same.Values[next - 1] is var before && before.Start + before.Length <= finding.Start);
            if (isFree && same.Count < MostOfOneCode)
                same.Add(finding.Start, finding);
        }

        return kept.Values.SelectMany(same => same.Values).OrderBy(finding => finding.Start);
    }

    private static int FirstFrom(IList<int> starts, int start)
    {
        var (low, high) = (0, starts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = starts[middle] < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
