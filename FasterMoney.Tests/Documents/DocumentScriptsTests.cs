using System.Text;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Documents;
using FasterMoney.Web.Reads;

namespace FasterMoney.Tests.Documents;

/// <summary>What people of the world are called, and what they buy, on paper.</summary>
public sealed class DocumentScriptsTests
{
    private static readonly Dictionary<string, (string Name, string Line, string Face)> Scripts = new()
    {
        ["Japanese"] = ("株式会社さくら商事", "コンサルティング業務（１０月分）・交通費、消費税１０％込み。㈱髙島屋 﨑", "VL-Gothic"),
        ["Chinese, simplified"] = ("北京万达广场有限公司", "网站设计与维护，十月份。软件许可证（三年）", "DroidSansFallback"),
        ["Chinese, traditional"] = ("臺北貿易股份有限公司", "網站設計與維護，十月份。軟體授權（三年）", "DroidSansFallback"),
        ["Korean"] = ("한글상사 주식회사", "웹사이트 디자인 및 유지보수, 열 시간. 똠방각하 펲시콜라", "DroidSansFallback"),
        ["Thai"] = ("บริษัท น้ำทิพย์ จำกัด", "ที่ปรึกษาด้านการตลาด ๑๐ ชั่วโมง ค่าเดินทางปู่ป้าฯ", "NotoSansThai"),
        ["Arabic"] = ("شركة النور للتجارة", "استشارات لا تشمل الضريبة، ٢٦ ساعة", "NotoSansArabic"),
        ["Persian"] = ("شرکت پارس گستر", "طراحی وب و پشتیبانی، ۱۰ ساعت", "NotoSansArabic"),
        ["Hebrew"] = ("חברת השקד", "ייעוץ שיווקי ועיצוב אתר", "NotoSansHebrew"),
    };

    public static IEnumerable<object[]> Each => from script in Scripts.Keys from paper in Enum.GetValues<PaperSize>() select new object[] { script, paper };

    [Theory, MemberData(nameof(Each))]
    public async Task Names_and_lines_print_and_are_read_back(string script, PaperSize paper)
    {
        var (name, line, face) = Scripts[script];

        var file = Told(name, line, paper).Print();

        var pdf = new PdfReading(file);
        pdf.Pages.Should().ContainSingle();
        pdf.Text.Should().NotContain("\uFFFD");
        LettersOf(pdf.Text).Should().Contain(LettersOf(name + line), "every letter is there");
        pdf.Fonts.Should().Contain(font => font.Contains($"+{face}", StringComparison.Ordinal)).And.OnlyContain(font => font.IndexOf('+') == 6, "each is embedded as a subset");
        file.Length.Should().BeLessThan(80_000);
        if (Pdftotext.IsHere)
            (await Pdftotext.ReadAsync(file)).Normalize(NormalizationForm.FormC).Should().Contain(PdfReading.Without(name));
    }

    [Fact]
    public void A_document_without_them_carries_none_of_their_faces() =>
        new PdfReading(PrintedInvoice.Of(2).Print()).Fonts.Should().OnlyContain(font => font.EndsWith("NotoSans-Regular", StringComparison.Ordinal) || font.EndsWith("NotoSans-Bold", StringComparison.Ordinal));

    [Fact]
    public void Letters_that_run_to_the_left_do_and_numbers_among_them_do_not()
    {
        var pdf = new PdfReading(Told("שלום 125 (ABC) חברה", "x", PaperSize.A4).Print());

        pdf.Text.Should().Contain("הרבח (ABC) 125 םולש", "this is how it stands on paper, from the left");
    }

    [Theory]
    [InlineData("سلام", "س", "ل", "ا", "م")]
    [InlineData("پشتیبانی", "پ", "ش", "ت", "ی", "ب", "ا", "ن", "ی")]
    public void Arabic_letters_are_joined(string joined, params string[] alone)
    {
        // Joined letters are other shapes, and lam and alef are one: together they are narrower than each by itself.
        WidthOf(joined).Should().BeLessThan(alone.Sum(WidthOf) * 0.95);

        static double WidthOf(string name)
        {
            var letters = new PdfReading(Told(name, "x", PaperSize.A4).Print()).Letters.Where(letter => letter.Value.Any(character => name.Contains(character, StringComparison.Ordinal))).ToList();
            return letters.Max(letter => letter.EndBaseLine.X) - letters.Min(letter => letter.StartBaseLine.X);
        }
    }

    [Fact]
    public void Thai_marks_stand_above_each_other()
    {
        var letters = new PdfReading(Told("ที่", "x", PaperSize.A4).Print()).Letters.Where(letter => letter.Value.Any(character => character is >= '\u0E00' and <= '\u0E7F')).ToList();

        letters.Should().HaveCountGreaterThanOrEqualTo(3);
        letters.Select(letter => letter.StartBaseLine.Y).Distinct().Should().HaveCountGreaterThan(1, "the tone is above the vowel, not on it");
    }

    [Fact]
    public void Chinese_characters_beside_kana_have_their_Japanese_shapes()
    {
        new PdfReading(Told("東京商事", "さくら", PaperSize.A4).Print()).Fonts.Should().NotContain(font => font.Contains("Droid", StringComparison.Ordinal));
        new PdfReading(Told("東京商事", "x", PaperSize.A4).Print()).Fonts.Should().NotContain(font => font.Contains("VL-Gothic", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_lines_without_spaces_are_broken_where_their_script_allows_it()
    {
        var invoice = Told("株式会社", string.Concat(Enumerable.Repeat("請求書の内容、", 60)), PaperSize.A4);

        var pdf = new PdfReading(invoice.Print());

        pdf.Letters.Should().OnlyContain(letter => letter.EndBaseLine.X <= pdf.Width - 50);
        var firsts = pdf.Letters.Where(letter => letter.StartBaseLine.X < 52).Select(letter => letter.Value).ToList();
        firsts.Should().NotContain("、", "no line begins with a comma");
    }

    [Fact]
    public void What_no_face_has_is_named_with_its_field_and_letter()
    {
        var missing = PrintedTexts.MissingIn([("Customer", "Ardent Coffee"), ("Memo", "👍 नम, 日本 สวัสดี"), ("Line 1", "ok")]);

        missing.Select(letter => (letter.Field, letter.Letter.ToString())).Should().Equal(("Memo", "👍"), ("Memo", "न"), ("Memo", "म"));
        missing[0].Sentence.Should().Be("Memo: “👍” (U+1F44D) cannot be printed. The PDF shows “\uFFFD” in its place.");
    }

    // Sara am is drawn as two signs.
    private static string LettersOf(string text) => string.Concat(text.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune) && rune.Value is > 0x2FF and not 'ำ').Distinct().OrderBy(rune => rune.Value).Select(rune => rune.ToString()));

    private static PortalInvoice Told(string name, string line, PaperSize paper)
    {
        var invoice = PrintedInvoice.Of(2, 0, paper).With(head => head with { CustomerName = name, CustomerAddress = name, Texts = new() });
        return invoice with { Lines = [.. invoice.Lines.Select(each => each with { Description = line })] };
    }
}
