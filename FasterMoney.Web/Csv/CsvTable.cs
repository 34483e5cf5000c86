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
/// <param name="EncodingName">How letters are written.</param>
/// <param name="Delimiter">What separates cells.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">Kept packed, and taken apart each time that one is asked for: a file takes its own size, not ten times as much.</param>
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

        var encoding = TextEncoding.Of(file);
        var delimiter = DelimiterOf(encoding.Open(file));
        var rows = new PackedRows();
        var header = Split(encoding.Open(file), delimiter, rows);
        return header is { Number: 1 }
            ? new CsvTable(encoding.Name, delimiter, header.Cells, rows)
            : throw new CsvRefused(1, "The first row must hold the names of the columns.");
    }

    public static string TooLarge => $"The file is larger than {MostBytes / 1024 / 1024} MB. Split it into several.";

    // The header tells: column names hold none of the three.
    private static char DelimiterOf(TextReader text)
    {
        var start = new char[64 * 1024];
        var read = start.AsSpan(0, text.ReadBlock(start));
        var header = read[..(read.IndexOfAny('\r', '\n') is var end and >= 0 ? end : read.Length)];
        var (best, most) = (',', 0);
        foreach (var each in (ReadOnlySpan<char>)[',', ';', '\t'])
        {
            if (header.Count(each) is var count && count > most)
                (best, most) = (each, count);
        }

        return best;
    }

    // The header, and the rows below it into their packs.
    private static CsvRow? Split(StreamReader text, char delimiter, PackedRows rows)
    {
        var badRow = 0;
        var number = 0;
        CsvRow? header = null;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = LongestCell,
            BadDataFound = _ => badRow = badRow == 0 ? number + 1 : badRow,
        });
        try
        {
            while (parser.Read())
            {
                var record = parser.Record!;
                number++;
                if (record.All(string.IsNullOrWhiteSpace))
                    continue;

                if (record.Any(cell => cell.Contains('\0', StringComparison.Ordinal)))
                    throw new CsvRefused(0, "This is not a text file. Export it again as CSV.");

                var row = new CsvRow(number, [.. record.Select(CellText.Unguarded)]);
                if (header is null)
                    header = row;
                else
                    rows.Add(row);

                if (rows.Count > MostRows)
                    throw new CsvRefused(0, $"The file has more than {MostRows.ToString("N0", CultureInfo.InvariantCulture)} rows. Split it into several.");
            }
        }
        catch (MaxFieldSizeException)
        {
            throw new CsvRefused(number + 1, "A quotation mark is opened here and not closed, or the cell is far too long.");
        }

        return badRow == 0
            ? header
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
