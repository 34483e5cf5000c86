using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>
/// Finds words of private notes: the mark that notes bear, runs of the same words even when small ones differ, and
/// sentences that say the same in another order. What the customer reads anyway tells nothing.
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
        foreach (Match label in Label.Matches(reading.Text))
            yield return reading.Finds(FindingCode.PrivateNote, FindingWeight.Blocking, label.Index, label.Length, "This marks a private note.", Fix);

        if (facts.PrivateNotes.Count == 0)
            yield break;

        var known = facts.PublicTexts.Concat(facts.OwnNames).SelectMany(text => NoteWords.In(text)).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var text = new NoteWords(reading.Text, known);
        var steps = 0;
        foreach (var note in facts.PrivateNotes)
        {
            var words = new NoteWords(Label.Replace(Folding.Of(new CheckedText("", note)).Text, " "), known);
            foreach (var (first, last) in text.RunsSharedWith(words, ref steps))
            {
                yield return reading.Finds(FindingCode.PrivateNote, FindingWeight.Blocking, text[first].Start, text[last].End - text[first].Start,
                    "These words stand in a private note.", Fix);
            }

            foreach (var (first, last) in text.PlacesThatSay(words, ref steps))
            {
                yield return reading.Finds(FindingCode.PrivateNote, FindingWeight.Warning, text[first].Start, text[last].End - text[first].Start,
                    "This says much the same as a private note.", Fix);
            }

            if (steps > MostSteps)
                yield break;
        }
    }
}
