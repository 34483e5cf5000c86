namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>All the ways in which a text can be read: as it is seen, and decoded as far as anybody would.</summary>
internal static class Readings
{
    // Nested deeper, or in more pieces, nobody would read it either.
    private const int MostLayers = 5;
    private const int MostReadings = 60;

    public static IReadOnlyList<ReadableText> Of(CheckedText text)
    {
        var all = new List<ReadableText>();
        var limited = text.Text.Length <= CheckedText.Longest ? text : text with { Text = text.Text[..CheckedText.Longest] };
        Add(all, Folding.Of(limited), depth: 0);
        return all;
    }

    private static void Add(List<ReadableText> all, ReadableText reading, int depth)
    {
        for (ReadableText? next = reading; next is not null && depth <= MostLayers && all.Count < MostReadings; depth++)
        {
            all.Add(next);
            foreach (var hidden in HiddenText.In(next))
            {
                if (all.Count < MostReadings && all.TrueForAll(known => known.Text != hidden.Text))
                    Add(all, hidden, depth + 1);
            }

            next = Decoding.OneLayer(next);
        }
    }
}
