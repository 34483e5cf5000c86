using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Finds words of private notes: the mark that notes bear, runs of the same words even when small ones differ, and
/// sentences that say the same in another order, and the figure of a short note. What the customer reads anyway tells nothing.
/// </summary>
internal static class NoteReader
{
    private const string Fix = "Take it out, or say what the customer may know in other words.";

    // A few thousand words against a few dozen notes stay far below.
    private const int MostSteps = 2_000_000;

    private static readonly Regex Label = LanguageWords.RegexOf(
        @"\bI[\W_]{0,3}N[\W_]{0,3}T[\W_]{0,3}E[\W_]{0,3}R[\W_]{0,3}N[\W_]{0,3}A[\W_]{0,3}L[\W_]{0,6}N[\W_]{0,3}O[\W_]{0,3}T[\W_]{0,3}E(?:[\W_]{0,3}S)?\b"
        + $@"|\bInternal Notes?\b|\b(?i:{LanguageWords.Any(words => words.NoteLabels)}) ?:",
        RegexOptions.None);

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        foreach (Match label in Label.Matches(reading.Plain))
            yield return reading.Finds(FindingCode.PrivateNote, FindingWeight.Blocking, label.Index, label.Length, "This marks a private note.", Fix);

        if (facts.PrivateNotes.Count == 0)
            yield break;

        var known = facts.PublicTexts.Concat(facts.OwnNames).SelectMany(text => NoteWords.In(text, NameWords.In(text))).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var (text, words) = (new NoteWords(reading.Text, reading.Words, known), reading.Words);
        var stems = words.ConvertAll(word => NoteWords.StemOf(word.Key));
        var figures = NoteFigures.In(reading.Text, words).ToLookup(figure => figure.Key, StringComparer.Ordinal);
        var steps = 0;
        foreach (var note in facts.PrivateNotes)
        {
            var folded = Label.Replace(Flow.Of(Folding.Of("", note)).Text, " ");
            var all = NameWords.In(folded);
            var telling = new NoteWords(folded, all, known);
            foreach (var (first, last) in NoteRuns.SharedBy(words, stems, all, known).Concat(NoteFigures.SaidIn(words, figures, all, NoteFigures.In(folded, all), known)))
                yield return Finds(reading, FindingWeight.Blocking, words[first].Start, words[last].End, "These words stand in a private note.");

            foreach (var (first, last) in text.RunsSharedWith(telling, ref steps))
                yield return Finds(reading, FindingWeight.Blocking, text[first].Start, text[last].End, "These words stand in a private note.");

            foreach (var (first, last) in text.PlacesThatSay(telling, ref steps))
                yield return Finds(reading, FindingWeight.Warning, text[first].Start, text[last].End, "This says much the same as a private note.");

            if (steps > MostSteps)
                yield break;
        }
    }

    private static Finding Finds(ReadableText reading, FindingWeight weight, int start, int end, string reason) =>
        reading.Finds(FindingCode.PrivateNote, weight, start, end - start, reason, Fix);
}
