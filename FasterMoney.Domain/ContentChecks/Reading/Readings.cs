using System.Runtime.CompilerServices;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>All the ways in which a text can be read: as it is seen, and decoded as far as anybody would.</summary>
internal static class Readings
{
    // Nested deeper, or in more pieces, nobody would read it either.
    private const int MostLayers = 5;
    private const int MostReadings = 60;

    // Asked for and judged: a text is taken apart once, as long as somebody holds it.
    private static readonly ConditionalWeakTable<CheckedText, IReadOnlyList<ReadableText>> Known = [];

    public static IReadOnlyList<ReadableText> Of(CheckedText text) => Known.GetValue(text, Read);

    private static List<ReadableText> Read(CheckedText text)
    {
        var all = new List<ReadableText>();
        Add(all, Folding.Of(text.Place, text.Text.Length <= CheckedText.MostRead ? text.Text : text.Text[..CheckedText.MostRead]), depth: 0);
        return all;
    }

    private static void Add(List<ReadableText> all, ReadableText reading, int depth)
    {
        for (ReadableText? folded = reading; folded is not null && depth <= MostLayers && all.Count < MostReadings; depth++)
        {
            var flowing = Flow.Of(folded);
            all.Add(flowing);
            foreach (var hidden in HiddenText.In(folded))
            {
                if (all.Count < MostReadings && all.TrueForAll(known => known.Text != hidden.Text))
                    Add(all, hidden, depth + 1);
            }

            folded = Decoding.OneLayer(flowing);
        }
    }
}
