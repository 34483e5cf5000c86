using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using FasterMoney.Domain.ContentChecks.Words;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Words that follow each other and could be somebody's name.</summary>
/// <param name="Key">The words as <see cref="NameKey"/> compares them.</param>
/// <param name="Words">How many they are.</param>
/// <param name="Start">Where they start in the reading.</param>
/// <param name="End">Where they end, exclusive.</param>
/// <param name="IsProper">Whether each word starts with a capital or a digit.</param>
/// <param name="Telling">How many of them are none of every letter's words.</param>
/// <param name="HasLegalForm">Whether a legal form follows.</param>
/// <param name="HasTitle">Whether a title stands before them: Ms, Dr, Herr.</param>
/// <param name="IsCustomer">Whether they are called a customer: <em>our customer Summit</em>, <em>Summit, one of our customers</em>.</param>
/// <param name="IsCalledOne">Whether the words around them speak of somebody: <em>customer</em> before, <em>owes</em> after.</param>
internal sealed record NameSequence(string Key, int Words, int Start, int End, bool IsProper, int Telling, bool HasLegalForm, bool HasTitle, bool IsCustomer, bool IsCalledOne)
{
    private static readonly SearchValues<char> Borders = SearchValues.Create("!?;:=<>\"{}[]@#\\");

    private static readonly FrozenSet<string> OneOf = LanguageWords.Set(words => words.OneOfWords);

    private static readonly FrozenSet<string> Calling = LanguageWords.Set(words => words.CallingWords);

    private static readonly FrozenSet<string> Titles = LanguageWords.Set(words => words.Titles);

    private static readonly FrozenSet<string> Customers = LanguageWords.Set(words => words.CustomerWords);

    private static readonly FrozenSet<string> Acting = LanguageWords.Set(words => words.ActingWords);

    /// <summary>Every sequence of a reading that is worth looking up.</summary>
    public static IEnumerable<NameSequence> In(string text, List<NameWord> all)
    {
        var key = new StringBuilder();
        for (var first = 0; first < all.Count; first++)
        {
            if (NameKey.IsLeftOut(all[first].Key))
                continue;

            key.Clear();
            var (words, isProper, telling, hasLetter) = (0, true, 0, false);
            var before = first > 0 && AreTogether(text, all[first - 1], all[first]) ? all[first - 1].Key : "";
            var (hasTitle, isCustomer) = (Titles.Contains(before), Customers.Contains(before));
            for (var at = first; at < all.Count && words < NameKey.MostWords && (at == first || AreTogether(text, all[at - 1], all[at])); at++)
            {
                var word = all[at];
                if (NameKey.IsLeftOut(word.Key))
                    continue;

                key.Append(words > 0 ? " " : "").Append(word.Key);
                words++;
                isProper &= IsProperWord(text, word);
                telling += CommonWords.Contains(word.Key) ? 0 : 1;
                var next = at + 1 < all.Count && AreTogether(text, word, all[at + 1]) ? all[at + 1] : default(NameWord?);
                var hasForm = next is { } form && NameKey.IsLegalForm(form.Key) && (form.Key.Length > 2 || char.IsUpper(text[form.Start]));
                var isOne = isCustomer || IsOneOfCustomers(text, all, at);
                var isCalled = Calling.Contains(before)
                    || (next is { } verb && Acting.Contains(verb.Key))
                    || text.AsSpan(word.Start, word.Length).EndsWith("'s", StringComparison.OrdinalIgnoreCase);
                hasLetter |= !char.IsAsciiDigit(word.Key[0]);
                if (!hasLetter)
                    continue;

                if (words > 1 || (isProper && word.Key.Length > 2 && (hasForm || hasTitle || isOne || (telling > 0 && (isCalled || IsBrand(text.AsSpan(word.Start, word.Length)))))))
                    yield return new NameSequence(key.ToString(), words, all[first].Start, word.End, isProper, telling, hasForm, hasTitle, isOne, isCalled);
            }
        }
    }

    // "Summit, one of our customers": a remark that starts with one, another or the like, and names customers soon.
    private static bool IsOneOfCustomers(string text, List<NameWord> all, int at)
    {
        if (all[at].End >= text.Length || text[all[at].End] != ',' || at + 1 >= all.Count || !OneOf.Contains(all[at + 1].Key))
            return false;

        return Enumerable.Range(at + 1, Math.Min(4, all.Count - at - 1)).Any(next => Customers.Contains(all[next].Key));
    }

    // Written as no other word is: BrightWorks, IKEA, 3Com.
    private static bool IsBrand(ReadOnlySpan<char> word) =>
        word.Length > 3 && char.IsLetter(word[^1]) && (char.IsDigit(word[0]) || word[1..].ContainsAnyInRange('A', 'Z'));

    private static bool IsProperWord(string text, NameWord word)
    {
        var start = text.IndexOf('\'', word.Start, word.Length) is var mark && mark > 0 && mark - word.Start <= 2 && mark + 1 < word.End && char.IsUpper(text[mark + 1]) ? mark + 1 : word.Start;
        return !char.IsLower(text[start]);
    }

    // A name does not go on beyond a sentence, a paragraph or the next cell.
    private static bool AreTogether(string text, NameWord left, NameWord right)
    {
        var between = text.AsSpan(left.End, right.Start - left.End);
        if (between.Length > 6 || between.ContainsAny(Borders))
            return false;

        var isEnd = between.Contains('.') && (between.Length > 1 && !NameKey.IsLeftOut(left.Key) && left.Length > 1);
        return !isEnd && !between.Contains('\n');
    }
}
