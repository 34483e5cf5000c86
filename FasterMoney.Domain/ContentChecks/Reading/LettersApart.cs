namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Letters that stand apart and make words together: <c>b a l a n c e</c>, <c>b-a-l-a-n-c-e</c>.</summary>
/// <param name="Places">Where each letter stands; the complement of a place for a space between words.</param>
/// <param name="End">Where they end, exclusive.</param>
internal sealed record LettersApart(IReadOnlyList<int> Places, int End)
{
    private const int WidestGap = 4;

    /// <summary>The run that starts at a place; null when there is none, or one of fewer letters.</summary>
    public static LettersApart? At(string text, int start, int fewest)
    {
        if (start + 2 >= text.Length || (start > 0 && char.IsLetterOrDigit(text[start - 1])) || text[start + 1] is not (' ' or '.' or '-' or '_' or '·' or '|')
            || !IsSign(text[start]))
        {
            return null;
        }

        var between = text[start + 1];
        List<int> places = [start];
        var (at, letters) = (start + 1, char.IsLetterOrDigit(text[start]) ? 1 : 0);
        while (at < text.Length)
        {
            var next = at;
            while (next < text.Length && next - at < WidestGap && (text[next] == ' ' || (next == at && text[next] == between)))
                next++;

            var isSingle = next > at && next < text.Length && IsSign(text[next]) && (next + 1 >= text.Length || text[next + 1] == between || !char.IsLetterOrDigit(text[next + 1]));
            if (!isSingle)
                break;

            if (next - at > 1 || (between != ' ' && text[at] == ' '))
                places.Add(~at);

            places.Add(next);
            letters += char.IsLetterOrDigit(text[next]) ? 1 : 0;
            // A row of signs is none, and is not walked again from each of them.
            if (places.Count > 4 * fewest && letters * 2 <= places.Count)
                return null;

            at = next + 1;
        }

        return letters >= fewest && letters * 2 > places.Count ? new LettersApart(places, at) : null;
    }

    private static bool IsSign(char letter) => letter > ' ' && !char.IsSurrogate(letter);
}
