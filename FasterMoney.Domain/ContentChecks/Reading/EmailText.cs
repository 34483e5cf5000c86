using System.Text.RegularExpressions;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>An e-mail address as it stands in a text. Signs in front of it may belong to it or to the text, so it has more than one reading.</summary>
/// <param name="Readings">In lower case, the longest first.</param>
internal sealed partial record EmailText(int Start, int Length, IReadOnlyList<string> Readings)
{
    private const int MostReadings = 6;

    /// <summary>Every address of a text.</summary>
    public static IEnumerable<EmailText> In(string text)
    {
        foreach (Match found in Shape().Matches(text))
        {
            var (value, at) = (NameKey.OfEmail(found.Value), found.Value.IndexOf('@'));
            List<string> readings = [value];
            for (var i = 0; i + 1 < at && readings.Count < MostReadings; i++)
            {
                if (!char.IsAsciiLetterOrDigit(value[i]) && value[i] is not ('.' or '-'))
                    readings.Add(value[(i + 1)..]);
            }

            yield return new EmailText(found.Index, found.Length, readings);
        }
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-])[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,200}@[A-Za-z0-9](?:[A-Za-z0-9.\-]{0,190}[A-Za-z0-9])?\.[A-Za-z]{2,24}")]
    private static partial Regex Shape();
}
