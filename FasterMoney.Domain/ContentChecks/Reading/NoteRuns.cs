using System.Collections.Frozen;
using FasterMoney.Domain.ContentChecks.Words;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Finds runs of a note's words, word by word and small ones included, in whatever language it is written.</summary>
internal static class NoteRuns
{
    private const int Fewest = 5;

    private static readonly FrozenSet<string> Times = LanguageWords.Set(words => words.TimeWords);

    /// <summary>Runs of five words or more that stand in the note, too, as indices of words. Phrases that say nothing but a time are none.</summary>
    public static IEnumerable<(int First, int Last)> SharedBy(List<NameWord> text, List<string> stems, List<NameWord> note, HashSet<string> known)
    {
        var ofNote = note.ConvertAll(word => NoteWords.StemOf(word.Key));
        var (single, runs) = (ofNote.ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i + Fewest <= ofNote.Count; i++)
            runs.Add(RunAt(ofNote, i));

        var inARow = 0;
        for (var at = 0; at < stems.Count && runs.Count > 0; at++)
        {
            inARow = single.Contains(stems[at]) ? inARow + 1 : 0;
            var first = at - Fewest + 1;
            if (inARow < Fewest || !runs.Contains(RunAt(stems, first)))
                continue;

            var last = at;
            while (last + 1 < stems.Count && single.Contains(stems[last + 1]) && runs.Contains(RunAt(stems, last - Fewest + 2)))
                last++;

            if (IsTelling(text, first, last, known))
                yield return (first, last);

            (at, inARow) = (last, 0);
        }
    }

    private static bool IsTelling(List<NameWord> text, int first, int last, HashSet<string> known)
    {
        var (telling, more) = (0, 0);
        for (var i = first; i <= last; i++)
        {
            var key = text[i].Key;
            if (CommonWords.IsSmall(key) || known.Contains(NoteWords.StemOf(key)))
                continue;

            telling++;
            more += Times.Contains(key) ? 0 : 1;
        }

        return telling >= 2 && more >= 1;
    }

    private static string RunAt(List<string> stems, int first) => string.Join(' ', stems.GetRange(first, Fewest));
}
