using System.Globalization;

namespace FasterMoney.Domain.Amounts;

/// <summary>
/// A figure as somebody wrote it, whatever the habits of their country: <c>1.234,50</c>, <c>1'234.50</c>, <c>1,234.50</c>, <c>1 234,50</c>,
/// <c>CHF 12.–</c>. Mostly the figure itself tells which mark stands before the decimals. Where it does not, as in <c>1.234</c>, it has two readings.
/// </summary>
public sealed class WrittenNumber
{
    private const int MostDigits = 15;
    private const string Minuses = "-\u2212\u2010\u2011\u2012\u2013\u2014\ufe63";
    private const string Apostrophes = "'\u2019\u2018\u02bc\u2032\u00b4`";

    private readonly decimal? _asGroups;
    private readonly decimal? _asDecimals;
    private readonly char _mark;

    private WrittenNumber(decimal? asGroups, decimal? asDecimals, char mark, string sign) =>
        (_asGroups, _asDecimals, _mark, Sign) = (asGroups, asDecimals, mark, sign);

    /// <summary>What stood beside the digits: a currency's code or sign, <c>%</c>, or nothing.</summary>
    public string Sign { get; }

    /// <summary>Everything that it can mean: one number, or two for the likes of <c>1.234</c>, that with a mark between thousands first.</summary>
    public IReadOnlyList<decimal> Readings => [.. new[] { _asGroups, _asDecimals }.OfType<decimal>()];

    /// <summary>The figure in a text that holds nothing else; null when there is none that can be read.</summary>
    public static WrittenNumber? Of(string? text)
    {
        var typed = string.Concat((text ?? "").Select(Plain)).Trim();
        var start = FirstOfFigure(typed);
        if (start < 0)
            return null;

        var end = typed.LastIndexOfAny([.. "0123456789"]) + 1;
        var (before, after) = (typed[..start].Trim(), WithoutEmptyDecimals(typed[end..]));
        var isNegative = before.StartsWith('-') || before.EndsWith('-');
        before = before.Trim('-').Trim();
        var sign = before + after;
        if ((before.Length > 0 && after.Length > 0) || (sign.Length > 0 && sign != "%" && CurrencySign.Of(sign) is null))
            return null;

        return Read(typed[start..end], isNegative, sign);
    }

    /// <summary>The one number that it is to people of a culture; null when their marks do not tell which of two it is.</summary>
    public decimal? In(CultureInfo culture)
    {
        if (_asGroups is null || _asDecimals is null)
            return _asGroups ?? _asDecimals;

        var format = culture.NumberFormat;
        var isDecimal = IsMark(format.NumberDecimalSeparator) || IsMark(format.CurrencyDecimalSeparator);
        var isGroup = IsMark(format.NumberGroupSeparator) || IsMark(format.CurrencyGroupSeparator);
        return (isDecimal, isGroup) switch
        {
            (true, false) => _asDecimals,
            (false, true) => _asGroups,
            _ => null,
        };
    }

    private bool IsMark(string separator) => separator.Length == 1 && separator[0] == _mark;

    private static WrittenNumber? Read(string figure, bool isNegative, string sign)
    {
        var (dots, commas) = (figure.Count(c => c == '.'), figure.Count(c => c == ','));
        char[] others = [.. figure.Where(c => c is ' ' or '\'').Distinct()];
        var last = figure.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return others.Length > 1 ? null : Made(Whole(figure, others), null, default);

        var mark = figure[last];
        var other = mark == '.' ? ',' : '.';
        var (whole, decimals) = (figure[..last], figure[(last + 1)..]);
        if (dots > 0 && commas > 0)
            return others.Length > 0 || whole.Contains(mark) ? null : Made(null, Decimal(Whole(whole, [other]), decimals), mark);

        if (dots + commas > 1)
            return others.Length > 0 ? null : Made(Whole(figure, [mark]), null, mark);

        if (others.Length > 0)
            return others.Length > 1 ? null : Made(null, Decimal(Whole(whole, others), decimals), mark);

        // Three digits after the only mark may be thousands; any other count, or a nought before it, is decimals.
        var mayBeGroups = decimals.Length == 3 && whole.Length is >= 1 and <= 3 && whole[0] != '0';
        return Made(mayBeGroups ? Whole(figure, [mark]) : null, Decimal(whole.Length == 0 ? "0" : Digits(whole), decimals), mark);

        WrittenNumber? Made(string? groups, string? fraction, char between)
        {
            if (groups is null && fraction is null)
                return null;

            return new WrittenNumber(Number(groups), Number(fraction), between, sign);
        }

        decimal? Number(string? digits) =>
            digits is null ? null : decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * (isNegative ? -1 : 1);
    }

    // Groups of three, or as in India the last of three and those before it of two.
    private static string? Whole(string text, char[] separators)
    {
        var groups = separators.Length == 0 ? [text] : text.Split(separators[0]);
        var isGrouped = groups.Length == 1
            || (groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0' && groups.Skip(1).All(group => group.Length == 3))
            || (separators[0] == ',' && groups.Length > 2 && groups[0].Length is 1 or 2 && groups[^1].Length == 3 && groups[1..^1].All(group => group.Length == 2));
        return isGrouped ? Digits(string.Concat(groups)) : null;
    }

    private static string? Decimal(string? whole, string decimals) =>
        whole is null || decimals.Length > MostDigits || !decimals.All(char.IsAsciiDigit) ? null : $"{whole}.{decimals}0";

    private static string? Digits(string text) => text.Length is > 0 and <= MostDigits && text.All(char.IsAsciiDigit) ? text : null;

    private static int FirstOfFigure(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) || (text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
                return i;
        }

        return -1;
    }

    // "12.", and "12.–" as Swiss prices are written.
    private static string WithoutEmptyDecimals(string after) =>
        after.Length > 0 && after[0] is '.' or ',' ? after[1..].TrimStart('-').Trim() : after.Trim();

    private static char Plain(char typed) => typed switch
    {
        _ when char.IsWhiteSpace(typed) => ' ',
        _ when Minuses.Contains(typed) => '-',
        _ when Apostrophes.Contains(typed) => '\'',
        // Full width, as Japanese keyboards write.
        >= '\uff01' and <= '\uff5e' => (char)(typed - 0xfee0),
        '\uffe5' => '¥',
        _ => typed,
    };
}
