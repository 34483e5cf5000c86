using System.Globalization;

namespace FasterMoney.Web.Documents;

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
            Wrap(paragraph, face, size, width, lines);
        return lines;
    }

    /// <summary>The widest word of a text, which a column should hold if it can.</summary>
    public static double WidestWord(string text, Typeface face, double size) =>
        PlainText.Of(text).Split(' ', '\n').Max(word => face.WidthOf(word, size));

    /// <summary>The widest line of a text that is not wrapped.</summary>
    public static double WidestLine(string text, Typeface face, double size) =>
        PlainText.Of(text).Split('\n').Max(line => face.WidthOf(line, size));

    /// <summary>The text in one line, cut with an ellipsis where it is wider than the line.</summary>
    public static string OneLine(string text, Typeface face, double size, double width)
    {
        var line = PlainText.Of(text).Replace('\n', ' ');
        if (face.WidthOf(line, size) <= width)
            return line;
        var length = line.Length;
        while (length > 0 && face.WidthOf(line.AsSpan(0, length), size) + face.WidthOf("…", size) > width)
            length--;
        return line[..length].TrimEnd() + "…";
    }

    private static void Wrap(string paragraph, Typeface face, double size, double width, List<string> lines)
    {
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (face.WidthOf(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
                lines.Add(line);
            line = word;
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
        var fits = 0;
        for (var used = 0.0; fits < word.Length && (used += face.WidthOf(word[fits]) * size) <= width;)
            fits++;
        for (var at = fits; at > fits / 2 && at < word.Length; at--)
        {
            if (BreaksAfter.Contains(word[at - 1], StringComparison.Ordinal))
                return at;
        }

        while (fits > 1 && fits < word.Length && CharUnicodeInfo.GetUnicodeCategory(word[fits]) == UnicodeCategory.NonSpacingMark)
            fits--;
        return Math.Max(1, fits);
    }
}
