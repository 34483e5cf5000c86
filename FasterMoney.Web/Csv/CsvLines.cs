using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FasterMoney.Domain.Amounts;

namespace FasterMoney.Web.Csv;

/// <summary>
/// Writes rows as spreadsheets open them: UTF-8 with its mark, RFC 4180 quoting, and quotation marks around whatever could be taken for
/// another cell or row. Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers and dates stay what they are.
/// </summary>
public sealed class CsvLines(Stream output) : IAsyncDisposable
{
    private readonly CsvWriter _writer = new(
        new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16 * 1024),
        new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = field => MustBeQuoted(field.Field) });

    public CsvLines Text(string? text)
    {
        _writer.WriteField(CellText.Guarded(text));
        return this;
    }

    /// <summary>Major units with a point; the currency belongs into a column of its own.</summary>
    public CsvLines Amount(long minor, Currency currency)
    {
        _writer.WriteField(new Money(minor, currency).ToDecimal().ToString("F" + currency.Exponent, CultureInfo.InvariantCulture));
        return this;
    }

    public CsvLines Date(DateOnly? date)
    {
        _writer.WriteField(date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        return this;
    }

    public Task EndRowAsync() => _writer.NextRecordAsync();

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    // More than this writer's own separators: other programs split at semicolons, tabs and every kind of line break, and cut blanks off.
    private static bool MustBeQuoted(string? field) => field is { Length: > 0 }
        && (char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1])
            || field.Any(c => c is ',' or ';' or '|' or '"' or '\uFEFF' or '\u2028' or '\u2029' || char.IsControl(c)));
}
