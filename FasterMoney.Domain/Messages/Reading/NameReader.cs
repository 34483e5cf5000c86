using System.Text.RegularExpressions;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.Messages.Reading;

/// <summary>Finds other customers' names, contacts and e-mail addresses.</summary>
internal static partial class NameReader
{
    public static IReadOnlyList<string> KeysIn(IReadOnlyList<ReadableText> readings, int most) =>
        [.. readings.SelectMany(Sequences).Select(sequence => sequence.Key).Distinct(StringComparer.Ordinal).Take(most)];

    public static IReadOnlyList<string> EmailsIn(IReadOnlyList<ReadableText> readings) =>
        [.. readings.SelectMany(reading => Email().Matches(reading.Text)).Select(email => email.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(200)];

    public static IReadOnlyList<string> NumbersIn(IReadOnlyList<ReadableText> readings, int most) =>
        [.. readings.SelectMany(reading => Number().Matches(reading.Text)).Select(number => number.Value.TrimEnd('.', '-', '/', '_').ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(most)];

    public static IEnumerable<Finding> Find(ReadableText reading, CheckFacts facts) => [];

    private static IEnumerable<(string Key, int Start, int Length)> Sequences(ReadableText reading) => [];

    [GeneratedRegex(@"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.\-]{0,190}[A-Za-z0-9])?\.[A-Za-z]{2,24}")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_./\-])(?=[^\s]{0,29}\d)[\p{L}\p{N}][\p{L}\p{N}_./\-]{0,29}")]
    private static partial Regex Number();
}
