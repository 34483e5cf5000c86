using System.Text;
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
    [InlineData("＝1", "'＝1")]
    [InlineData("A=1", "A=1")]
    [InlineData("", "")]
    public void A_text_that_looks_like_a_formula_becomes_plain(string text, string neutral) => CsvLines.Neutral(text).Should().Be(neutral);

    private static CsvTable Read(string text) => CsvTable.Read(Encoding.UTF8.GetBytes(text));
}
