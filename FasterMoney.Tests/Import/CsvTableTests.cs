using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using FasterMoney.Web.Csv;

namespace FasterMoney.Tests.Import;

public sealed class CsvTableTests
{
    static CsvTableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("customer_id,name\nC-1,Fougère\n", ',', "comma")]
    [InlineData("customer_id;name\r\nC-1;Fougère\r\n", ';', "semicolon")]
    [InlineData("customer_id\tname\nC-1\tFougère", '\t', "tab")]
    public void The_separator_is_found_out(string text, char delimiter, string name)
    {
        var table = CsvTable.Read(Encoding.UTF8.GetBytes(text));
        (table.Delimiter, table.DelimiterName).Should().Be((delimiter, name));
        table.Header.Should().Equal("customer_id", "name");
        table.Rows.Should().ContainSingle().Which.Cells.Should().Equal("C-1", "Fougère");
    }

    [Fact]
    public void The_letters_are_read_as_they_were_written()
    {
        const string text = "customer_id,name\nC-1,Fougère – 5 €\n";
        var unmarked = new UTF8Encoding(false);
        (byte[] File, string Name)[] written =
        [
            (unmarked.GetBytes(text), "UTF-8"),
            ([0xEF, 0xBB, 0xBF, .. unmarked.GetBytes(text)], "UTF-8"),
            (Encoding.GetEncoding(1252).GetBytes(text), "Windows-1252"),
            ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], "UTF-16"),
        ];
        foreach (var (file, name) in written)
        {
            var table = CsvTable.Read(file);
            table.EncodingName.Should().Be(name);
            table.Header[0].Should().Be("customer_id");
            table.Rows[0].Cells[1].Should().Be("Fougère – 5 €");
        }
    }

    [Fact]
    public void Rows_are_counted_as_a_spreadsheet_counts_them()
    {
        var table = Read("a,b\n\"two\nlines\",1\n\n,,\nlast,\"with \"\"quotes\"\", and comma\"\n");
        table.Rows.Select(row => row.Number).Should().Equal(2, 5);
        table.Rows[0].Cells[0].Should().Be("two\nlines");
        table.Rows[1].Cells[1].Should().Be("with \"quotes\", and comma");
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,wrong \"quote\" here\n", 3, "quotation mark")]
    [InlineData("", 1, "names of the columns")]
    [InlineData("\n\n", 1, "names of the columns")]
    [InlineData("a,b\n1,\0\n", 0, "not a text file")]
    [InlineData("PK\u0003\u0004....", 0, "save it as CSV")]
    public void What_cannot_be_taken_apart_says_where_and_why(string text, int row, string why)
    {
        var refusal = FluentActions.Invoking(() => Read(text)).Should().Throw<CsvRefused>().Which;
        refusal.Row.Should().Be(row);
        refusal.Message.Should().Contain(why);
    }

    [Fact]
    public void An_open_quotation_mark_does_not_swallow_the_file()
    {
        var refusal = FluentActions.Invoking(() => Read("a,b\n1,2\n3,\"open\n" + string.Concat(Enumerable.Repeat("4,5\n", 20_000)))).Should().Throw<CsvRefused>().Which;
        refusal.Row.Should().Be(3);
        refusal.Message.Should().Contain("not closed");
    }

    [Fact]
    public void Size_and_rows_are_limited()
    {
        FluentActions.Invoking(() => CsvTable.Read(new byte[CsvTable.MostBytes + 1])).Should().Throw<CsvRefused>().WithMessage("*larger than 20 MB*");
        var rows = "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", CsvTable.MostRows));
        Read(rows).Rows.Should().HaveCount(CsvTable.MostRows);
        FluentActions.Invoking(() => Read(rows + "1,2\n")).Should().Throw<CsvRefused>().WithMessage("*more than 50,000 rows*");
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("\n", "'\n")]
    [InlineData("＝1", "'＝1")]
    [InlineData("﹢1", "'﹢1")]
    [InlineData("⁼1", "'⁼1")]
    [InlineData("−1", "'−1")]
    [InlineData(" =1", "' =1")]
    [InlineData("\u00A0=1", "'\u00A0=1")]
    [InlineData("\uFEFF=1", "'\uFEFF=1")]
    [InlineData("\u200B\u2060 @A1", "'\u200B\u2060 @A1")]
    [InlineData("\u202E-1", "'\u202E-1")]
    [InlineData("\u3164=1", "'\u3164=1")]
    [InlineData("\U000E0020=1", "'\U000E0020=1")]
    [InlineData("\u0001=1", "'\u0001=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("O'Neill", "O'Neill")]
    [InlineData("A=1", "A=1")]
    [InlineData(" A", " A")]
    [InlineData("", "")]
    public void A_text_that_looks_like_a_formula_becomes_plain(string text, string neutral)
    {
        CellText.Guarded(text).Should().Be(neutral);
        CellText.Unguarded(neutral).Should().Be(text);
    }

    [Fact]
    public void What_was_written_is_read_back_equal()
    {
        const string odd = "=+-@'\"\t\r\n,; \u00A0\uFEFF\u200B\u200E\u2028\u0085\u0001\u001Fab1＝﹣|";
        var signs = Gen.OneOf(Gen.Int[0, odd.Length - 1].Select(at => odd[at]), Gen.Char['\u0001', '\uD7FF']);
        signs.Array[0, 12].Select(letters => new string(letters)).Array[1, 8].Sample(cells =>
        {
            var bytes = Written(cells);
            var table = CsvTable.Read(bytes);
            table.Rows.Should().ContainSingle().Which.Cells.Should().Equal([.. cells, "end"]);
            var unquoted = Regex.Replace(Encoding.UTF8.GetString(bytes)[1..], "\"(?:[^\"]|\"\")*\"", "");
            unquoted.Replace("\r\n", "").Any(char.IsControl).Should().BeFalse("every control character stands in quotation marks");
            unquoted.Count(c => c == '\n').Should().Be(2);
        }, iter: 2_000);
    }

    private static byte[] Written(string[] cells)
    {
        using var stream = new MemoryStream();
        var lines = new CsvLines(stream);
        for (var at = 0; at < cells.Length; at++)
            lines.Text($"c{at}");
        lines.Text("last").EndRowAsync().GetAwaiter().GetResult();
        foreach (var cell in cells)
            lines.Text(cell);
        lines.Text("end").EndRowAsync().GetAwaiter().GetResult();
        lines.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }

    private static CsvTable Read(string text) => CsvTable.Read(Encoding.UTF8.GetBytes(text));
}
