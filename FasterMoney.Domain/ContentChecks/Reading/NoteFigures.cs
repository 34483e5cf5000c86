using System.Text.RegularExpressions;
using FasterMoney.Domain.ContentChecks.Words;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>A figure of a private note, with the words beside it.</summary>
/// <param name="IsPercent">Whether it is said of hundredths.</param>
internal readonly record struct NoteFigure(int Word, string Key, bool IsPercent);

/// <summary>Finds the figures of notes in a text: <em>margin 41 percent</em> is told by three words, in whatever order.</summary>
internal static class NoteFigures
{
    // A note of no more words is about its figure.
    private const int MostWordsOfShortNote = 6;
    private const int NearestWords = 5;

    private static readonly Regex Percent = LanguageWords.RegexOf($@"\G ?(?:%|(?:{LanguageWords.Any(words => words.PercentWords)})(?!\p{{L}}))");

    /// <summary>The figures of a text: of hundredths, or of three digits and more, or of two in a short note.</summary>
    public static List<NoteFigure> In(string text, List<NameWord> words)
    {
        var figures = new List<NoteFigure>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Key.Length is >= 2 and <= 9 && words[i].Key.All(char.IsAsciiDigit))
                figures.Add(new NoteFigure(i, words[i].Key, Percent.IsMatch(text, words[i].End)));
        }

        return figures;
    }

    /// <summary>Places where a text says a short note's figure beside one of its words; both as indices of words.</summary>
    public static IEnumerable<(int First, int Last)> SaidIn(List<NameWord> text, ILookup<string, NoteFigure> figures, List<NameWord> note, List<NoteFigure> ofNote, HashSet<string> known)
    {
        if (note.Count > MostWordsOfShortNote)
            yield break;

        var stems = note.Where(word => !CommonWords.IsSmall(word.Key) && !char.IsAsciiDigit(word.Key[0])).Select(word => NoteWords.StemOf(word.Key))
            .Where(stem => !known.Contains(stem)).ToHashSet(StringComparer.Ordinal);
        foreach (var figure in ofNote)
        {
            foreach (var said in figures[figure.Key].Where(said => said.IsPercent == figure.IsPercent))
            {
                for (var at = Math.Max(0, said.Word - NearestWords); at <= Math.Min(text.Count - 1, said.Word + NearestWords); at++)
                {
                    if (stems.Contains(NoteWords.StemOf(text[at].Key)))
                    {
                        yield return (Math.Min(at, said.Word), Math.Max(at, said.Word));
                        break;
                    }
                }
            }
        }
    }
}
