using System.Globalization;

namespace FasterMoney.Web.Wording;

/// <summary>How many there are of something, in the workspace's English. Nobody else tells one from many, so that none says "1 rows".</summary>
public static class Counted
{
    /// <summary>The number and what it counts: "1 invoice", "2,345 invoices".</summary>
    /// <param name="one">What one is called; many are called so with an s, unless it is said otherwise.</param>
    public static string Of(long count, string one, string? many = null, CultureInfo? culture = null) =>
        $"{count.ToString("N0", culture ?? CultureInfo.InvariantCulture)} {Fitting(count, one, many ?? $"{one}s")}";

    /// <summary>The same at the start of a sentence and in running words: "One message", "3 messages".</summary>
    public static string InWords(long count, string one, string? many = null) => count == 1 ? $"one {one}" : Of(count, one, many);

    /// <summary>What fits the number: "is" or "are".</summary>
    public static string Fitting(long count, string one, string many) => count == 1 ? one : many;
}
