using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FasterMoney.Web.Csv;

/// <summary>One row with something in it.</summary>
/// <param name="Number">As a spreadsheet counts: the header is row 1.</param>
/// <param name="Cells">In the order of the header; the row may have fewer or more.</param>
public sealed record CsvRow(int Number, IReadOnlyList<string> Cells);

/// <summary>
/// A CSV file taken apart into cells. What separates them and how letters are written is found out, since every program
/// exports as it likes: comma, semicolon or tab; UTF-8 with or without a mark, UTF-16 with one, otherwise Windows-1252.
/// The apostrophe that keeps a text from being a formula comes off.
/// </summary>
public sealed record CsvTable(string EncodingName, char Delimiter, IReadOnlyList<string> Header, IReadOnlyList<CsvRow> Rows)
{
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostRows = 50_000;
    private const int LongestCell = 20_000;

    public string DelimiterName => Delimiter switch { ';' => "semicolon", '\t' => "tab", _ => "comma" };

    /// <exception cref="CsvRefused">It is no such file, or too large.</exception>
    public static CsvTable Read(byte[] file)
    {
        if (file.Length > MostBytes)
            throw new CsvRefused(0, TooLarge);

        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8))
            throw new CsvRefused(0, "This is a spreadsheet, not a CSV file. Open it and save it as CSV.");

        var (text, encodingName) = Decode(file);
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new CsvRefused(0, "This is not a text file. Export it again as CSV.");

        var delimiter = DelimiterOf(text);
        var rows = Split(text, delimiter);
        return rows is [{ Number: 1 } header, .. var rest]
            ? new CsvTable(encodingName, delimiter, header.Cells, rest)
            : throw new CsvRefused(1, "The first row must hold the names of the columns.");
    }

    public static string TooLarge => $"The file is larger than {MostBytes / 1024 / 1024} MB. Split it into several.";

    private static (string Text, string Name) Decode(byte[] file)
    {
        ReadOnlySpan<byte> bytes = file;
        if (bytes is [0xEF, 0xBB, 0xBF, .. var marked])
            return (Encoding.UTF8.GetString(marked), "UTF-8");

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return ((bytes[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes[2..]), "UTF-16");

        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes), "Windows-1252");
        }
    }

    // The header tells: column names hold none of the three.
    private static char DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : text.Length);
        var (best, most) = (',', 0);
        foreach (var each in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            if (header.Count(each) is var count && count > most)
                (best, most) = (each, count);
        }

        return best;
    }

    private static List<CsvRow> Split(string text, char delimiter)
    {
        var badRow = 0;
        var number = 0;
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            BadDataFound = _ => badRow = badRow == 0 ? number + 1 : badRow,
        });
        var rows = new List<CsvRow>();
        try
        {
            while (parser.Read())
            {
                var record = parser.Record!;
                number++;
                if (record.All(string.IsNullOrWhiteSpace))
                    continue;

                rows.Add(new CsvRow(number, [.. record.Select(CellText.Unguarded)]));
                if (rows.Count > MostRows + 1)
                    throw new CsvRefused(0, $"The file has more than {MostRows.ToString("N0", CultureInfo.InvariantCulture)} rows. Split it into several.");
            }
        }
        catch (MaxFieldSizeException)
        {
            throw new CsvRefused(number + 1, "A quotation mark is opened here and not closed, or the cell is far too long.");
        }

        return badRow == 0
            ? rows
            : throw new CsvRefused(badRow, "A quotation mark stands where none can. Put the whole cell into quotation marks, and write one inside it twice.");
    }
}

/// <summary>A file that cannot be taken apart.</summary>
/// <param name="row">The row, or 0 for the file as a whole.</param>
/// <param name="sentence">Why, and what to do.</param>
public sealed class CsvRefused(int row, string sentence) : Exception(sentence)
{
    public int Row => row;
}
