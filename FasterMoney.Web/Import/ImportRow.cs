using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Web.Csv;
using FasterMoney.Web.Wording;

namespace FasterMoney.Web.Import;

/// <summary>Reads the cells of a row as what they mean. What cannot be read becomes a problem and a value that nothing more is said about.</summary>
public sealed class ImportRow(CsvRow row, ImportColumns columns, ImportProblems problems)
{
    public int Number => row.Number;

    public string Text(string column) => columns.Cell(row, column);

    public bool Has(string column) => Text(column).Length > 0;

    public void Refuse(string column, string sentence) => problems.Add(row.Number, column, sentence);

    /// <summary>Cells beyond the header mean that something in the row is misplaced.</summary>
    public void CheckWidth(int columnCount)
    {
        if (row.Cells.Skip(columnCount).Any(cell => cell.Trim().Length > 0))
            Refuse("", $"This row has {Counted.Of(row.Cells.Count, "cell")} and the header has {columnCount}. Put cells that hold the separator into quotation marks.");
    }

    public decimal Value(string column, decimal whenEmpty)
    {
        var text = Text(column);
        return text.Length == 0 ? whenEmpty : Parse(column, text) ?? whenEmpty;
    }

    /// <summary>Minor units; never rounded.</summary>
    public long Amount(string column, Currency currency, long whenUnreadable)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            Refuse(column, "Enter the amount.");
            return whenUnreadable;
        }

        if (Parse(column, text) is not { } amount)
            return whenUnreadable;

        if (Math.Abs(amount) > 1_000_000_000_000m / currency.MinorPerMajor)
        {
            Refuse(column, "This amount is too large.");
            return whenUnreadable;
        }

        var minor = amount * currency.MinorPerMajor;
        if (!decimal.IsInteger(minor))
        {
            Refuse(column, currency.Exponent == 0
                ? $"{currency.Code} has no decimal places. Amounts are not rounded here."
                : $"{currency.Code} has {currency.Exponent} decimal places. Amounts are not rounded here.");
            return whenUnreadable;
        }

        return decimal.ToInt64(minor);
    }

    public DateOnly? Date(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            return null;

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1900 and <= 2200)
            return date;

        Refuse(column, $"“{Shortened(text)}” is not a date. Write it as year-month-day, such as 2026-03-31.");
        return null;
    }

    public bool YesNo(string column)
    {
        switch (Text(column).ToLowerInvariant())
        {
            case "yes" or "true" or "1":
                return true;
            case "" or "no" or "false" or "0":
                return false;
            default:
                Refuse(column, "Write yes or no.");
                return false;
        }
    }

    public static string Shortened(string text) => text.Length > 40 ? text[..39] + "…" : text;

    private decimal? Parse(string column, string text)
    {
        if (text.Length < 30 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;

        Refuse(column, $"“{Shortened(text)}” is not a number. Write it with a point and without thousands marks, such as 1234.50.");
        return null;
    }
}
