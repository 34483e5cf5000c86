using System.Text.RegularExpressions;

namespace FasterMoney.Domain.Messages.Reading;

/// <summary>Finds words of private notes.</summary>
internal static partial class NoteReader
{
    private const string Fix = "Take it out, or say it in other words that the customer may read.";

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts)
    {
        foreach (Match label in Label().Matches(reading.Text))
        {
            yield return reading.Finds(FindingCode.PrivateNote, FindingWeight.Blocking, label.Index, label.Length, "This marks a private note.", Fix);
        }
    }

    [GeneratedRegex(
        @"\bI[\W_]{0,3}N[\W_]{0,3}T[\W_]{0,3}E[\W_]{0,3}R[\W_]{0,3}N[\W_]{0,3}A[\W_]{0,3}L[\W_]{0,6}N[\W_]{0,3}O[\W_]{0,3}T[\W_]{0,3}E(?:[\W_]{0,3}S)?\b"
        + @"|\bInternal Notes?\b|\b(?i:(?:internal|private) notes?|interne notiz(?:en)?|note interne|notes internes|nota interna|notas internas) ?:")]
    private static partial Regex Label();
}
