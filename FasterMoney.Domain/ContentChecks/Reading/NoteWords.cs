using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>A word of a note or a text, as notes are compared.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Stem">Its first letters, so that endings do not matter.</param>
/// <param name="Index">Its place among all words, small ones included.</param>
/// <param name="IsRare">Whether it tells something: no word of every letter, and none that the customer reads anyway.</param>
/// <param name="StartsSentence">Whether a sentence begins with it.</param>
/// <param name="IsFigure">Whether it is a number of hundredths, or of three digits and more.</param>
/// <param name="IsPublic">Whether the customer reads the word anyway.</param>
internal readonly record struct NoteWord(int Start, int End, string Stem, int Index, bool IsRare, bool StartsSentence, bool IsFigure = false, bool IsPublic = false);

/// <summary>The words of a note or a text without the small ones.</summary>
internal sealed class NoteWords
{
    private const int Reach = 14;
    private const int Enough = 5;

    private readonly List<NoteWord> _words;
    private readonly ILookup<string, int> _places;

    public NoteWords(string text, List<NameWord> words, HashSet<string> known)
    {
        _words = In(text, words).ConvertAll(word => word with { IsRare = word.IsRare && !known.Contains(word.Stem), IsPublic = known.Contains(word.Stem) });
        _places = Enumerable.Range(0, _words.Count).ToLookup(index => _words[index].Stem, StringComparer.Ordinal);
    }

    public NoteWord this[int index] => _words[index];

    public static List<NoteWord> In(string text, List<NameWord> all)
    {
        var words = new List<NoteWord>(all.Count);
        var figures = NoteFigures.In(text, all).Where(figure => figure.IsPercent || figure.Key.Length >= 3).ToDictionary(figure => figure.Word);
        var (index, starts) = (0, true);
        for (var i = 0; i < all.Count; i++)
        {
            var word = all[i];
            starts |= i > 0 && text.AsSpan(all[i - 1].End, word.Start - all[i - 1].End).ContainsAny(".!?;\n");
            if (!CommonWords.IsSmall(word.Key))
            {
                var isFigure = figures.TryGetValue(i, out var figure);
                // 41 percent and 41 mm are not the same figure.
                words.Add(new NoteWord(word.Start, word.End, figure.IsPercent ? $"{word.Key}%" : StemOf(word.Key), index, IsRare(word.Key), starts, isFigure));
                starts = false;
            }

            index++;
        }

        return words;
    }

    /// <summary>Runs of words that stand in the other one, too, long or rare enough to come from there.</summary>
    public List<(int First, int Last)> RunsSharedWith(NoteWords other, ref int steps)
    {
        var runs = new List<(int, int)>();
        for (var theirs = 0; theirs < other._words.Count; theirs++)
        {
            foreach (var ours in _places[other._words[theirs].Stem])
            {
                if (theirs > 0 && ours > 0 && other._words[theirs - 1].Stem == _words[ours - 1].Stem)
                    continue;

                var length = 1;
                while (theirs + length < other._words.Count && ours + length < _words.Count && other._words[theirs + length].Stem == _words[ours + length].Stem)
                    length++;

                steps += length;
                if (IsTelling(ours, length))
                    runs.Add((ours, ours + length - 1));
            }
        }

        return runs;
    }

    /// <summary>Places that hold the rare words of a sentence of the other one, or of two, or its figure and words beside it, in whatever order.</summary>
    public List<(int First, int Last)> PlacesThatSay(NoteWords other, ref int steps)
    {
        var found = new List<(int, int)>();
        var sentences = other.Sentences();
        for (var i = 0; i < sentences.Count; i++)
        {
            List<NoteWord> thought = [.. sentences[i], .. i + 1 < sentences.Count ? sentences[i + 1] : []];
            if (PlaceThatSays(thought, ref steps) is { } place)
                found.Add(place);
        }

        return found;
    }

    // Three rare words, or one beside three others, or a figure beside two: a letter does not hold as many by chance.
    private (int First, int Last)? PlaceThatSays(List<NoteWord> thought, ref int steps)
    {
        var weights = thought.Where(word => !word.IsPublic).DistinctBy(word => word.Stem).ToDictionary(word => word.Stem, WeightOf, StringComparer.Ordinal);
        var hits = weights.Keys.SelectMany(stem => _places[stem]).Order().ToList();
        steps += hits.Count;
        var (from, total, counts) = (0, 0, new Dictionary<string, int>(StringComparer.Ordinal));
        for (var to = 0; to < hits.Count; to++)
        {
            Count(hits[to], +1);
            while (_words[hits[to]].Index - _words[hits[from]].Index > Reach)
                Count(hits[from++], -1);

            if (total >= Enough && counts.Keys.Max(stem => weights[stem]) > 1)
                return (hits[from], hits[to]);
        }

        return null;

        void Count(int hit, int step)
        {
            var stem = _words[hit].Stem;
            var count = counts.GetValueOrDefault(stem) + step;
            total += count == 0 ? -weights[stem] : count == 1 && step > 0 ? weights[stem] : 0;
            if (count == 0)
                counts.Remove(stem);
            else
                counts[stem] = count;
        }
    }

    private static int WeightOf(NoteWord word) => word.IsFigure ? 3 : word.IsRare ? 2 : 1;

    // Four telling words of which two are rare, three rare ones, or a long run of anything that is not public as a whole.
    private bool IsTelling(int first, int length)
    {
        var (rare, secret) = (0, 0);
        for (var i = first; i < first + length; i++)
        {
            rare += _words[i].IsRare ? 1 : 0;
            secret += _words[i].IsPublic ? 0 : 1;
        }

        var span = _words[first + length - 1].Index - _words[first].Index + 1;
        return rare switch
        {
            0 => span >= 7 && secret >= 4,
            1 => span >= 5 && length >= 3,
            2 => span >= 4 && length >= 3,
            _ => true,
        };
    }

    private List<List<NoteWord>> Sentences()
    {
        var sentences = new List<List<NoteWord>>();
        foreach (var word in _words)
        {
            if (word.StartsSentence || sentences.Count == 0)
                sentences.Add([]);

            sentences[^1].Add(word);
        }

        return sentences;
    }

    private static bool IsRare(string key) => !CommonWords.Contains(key) && (char.IsDigit(key[0]) ? key.Length >= 3 : key.Length >= 3 || key[0] >= '\u3040');

    public static string StemOf(string key) => key.Length > 6 && !char.IsDigit(key[0]) ? key[..6] : key.Length > 3 && key[^1] == 's' ? key[..^1] : key;
}
