namespace FasterMoney.Web.Documents.Faces;

/// <summary>Breaks text into lines of a width.</summary>
internal static class Wrapping
{
    private const string BreaksAfter = "-/_.,;:@?&=";

    /// <summary>The lines of a text: at its own line breaks, between words, and within a word that is wider than a line.</summary>
    public static List<string> Lines(string text, Typeface face, double size, double width)
    {
        var lines = new List<string>();
        if (text.Length == 0)
            return lines;
        foreach (var paragraph in PlainText.Of(text).Trim('\n').Split('\n'))
        {
            var from = lines.Count;
            Wrap(paragraph, face, size, width, lines);
            // A later line may begin with a word that runs the other way.
            if (!Bidi.StartsToTheLeft(paragraph))
                continue;
            for (var line = from; line < lines.Count; line++)
                lines[line] = Bidi.ToTheLeft + lines[line];
        }

        return lines;
    }

    /// <summary>The widest word of a text, which a column should hold if it can.</summary>
    public static double WidestWord(string text, Typeface face, double size) =>
        PlainText.Of(text).Split('\n').SelectMany(Breaks.PiecesOf).Select(word => face.WidthOf(word.Piece, size)).DefaultIfEmpty().Max();

    /// <summary>The widest line of a text that is not wrapped.</summary>
    public static double WidestLine(string text, Typeface face, double size) =>
        PlainText.Of(text).Split('\n').Max(line => face.WidthOf(line, size));

    /// <summary>The text in one line, cut with an ellipsis where it is wider than the line.</summary>
    public static string OneLine(string text, Typeface face, double size, double width)
    {
        var line = PlainText.Of(text).Replace('\n', ' ');
        if (face.WidthOf(line, size) <= width)
            return line;
        var length = Fitting(line, face, size, width - face.WidthOf("…", size));
        return line[..length].TrimEnd() + "…";
    }

    private static void Wrap(string paragraph, Typeface face, double size, double width, List<string> lines)
    {
        var line = "";
        foreach (var (piece, isSpaced) in Breaks.PiecesOf(paragraph))
        {
            var longer = line.Length > 0 && isSpaced ? $"{line} {piece}" : line + piece;
            if (face.WidthOf(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = piece;
            while (face.WidthOf(line, size) > width && BreakOf(line, face, size, width) is var at && at < line.Length)
            {
                lines.Add(line[..at]);
                line = line[at..];
            }
        }

        // An empty paragraph is an empty line.
        lines.Add(line);
    }

    // Where a word is broken: after its last sign of punctuation in the second half of the line, else where the line ends.
    private static int BreakOf(string word, Typeface face, double size, double width)
    {
        var fits = Fitting(word, face, size, width);
        for (var at = fits; at > fits / 2 && at < word.Length; at--)
        {
            if (BreaksAfter.Contains(word[at - 1], StringComparison.Ordinal))
                return at;
        }

        while (fits > 1 && fits < word.Length && !Breaks.MayPart(word, fits))
            fits--;
        return Math.Max(1, fits);
    }

    // How many characters from the start are no wider.
    private static int Fitting(string text, Typeface face, double size, double width)
    {
        var (fits, over) = (0, text.Length + 1);
        while (over - fits > 1)
        {
            var middle = (fits + over) / 2;
            if (face.WidthOf(text.AsSpan(0, middle), size) <= width)
                fits = middle;
            else
                over = middle;
        }

        return fits;
    }
}
