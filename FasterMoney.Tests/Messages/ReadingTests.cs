using System.Diagnostics;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;

namespace FasterMoney.Tests.Messages;

/// <summary>Whatever a text is made of: the check ends soon, never throws, and points into it.</summary>
public sealed class ReadingTests
{
    private static readonly string[] Pieces =
    [
        "http://", "localhost", "&#x41;", "&amp;", "%25", "%41", "%", "{{", "}}", "0199d1f2-3c4d-7000-8000-000000000001", "SU5URVJOQUwgTk9URQ==", "\u200b", "\u202e", "\ud83d", "\ude00", "\ud83d\ude00",
        "e\u0301\u0301\u0301\u0301\u0301\u0301", "ﷺ", "１２", "Balance due: ", "$1,400.00", "9. April", "April 9, 2026", " ", "\n", "\r\n", ".", "Bruno's Garage", "a@b.example", "<b>", "</b>", "\\u0041", "\0",
        "https://pay.northwind.example/pay/", new('t', 43), "[dot]", "=?&#", "1 234 567,89 €", "INTERNAL", "NOTE", "…", "ㅤ", "İ", "ß",
    ];

    private static readonly CheckFacts Facts = new()
    {
        AdminHosts = ["app.northwind.example"],
        PrivateNotes = ["The nephew haggles about every croissant; refuse politely.", "NOTE NOTE NOTE April 9 Bruno localhost Garage"],
        OtherCustomers = [new OtherCustomer("Bruno's Garage", "Bruno B", "a@b.example")],
    };

    [Fact]
    public void Any_text_is_read_without_a_fault_and_findings_lie_inside_it()
    {
        var random = new Random(4711);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(5) == 0 ? $"{(char)random.Next(1, 0xffff)}" : Pieces[random.Next(Pieces.Length)]));
            CheckedText[] texts = [new("Body", text)];
            ContentCheck.Ask(texts).Tokens.Count.Should().BeLessThanOrEqualTo(CheckQuestions.MostTokens);
            ContentCheck.Read(texts, Facts).Where(finding => finding.Start < 0 || finding.Length < 1 || finding.Start + finding.Length > text.Length).Should().BeEmpty("of {0}", text);
        }
    }

    [Theory]
    [InlineData("%25")]
    [InlineData("&#37;41")]
    [InlineData("=http://a.example/?x")]
    [InlineData("{{a")]
    [InlineData("SU5URVJO")]
    [InlineData("1.234,")]
    [InlineData("May Bill ")]
    [InlineData("a\u0301\u0302\u0303")]
    [InlineData("the nephew haggles ")]
    [InlineData("<b ")]
    [InlineData("a.")]
    [InlineData("Balance due: $1 ")]
    public void The_longest_text_is_read_soon_whatever_it_repeats(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, CheckedText.Longest / piece.Length));
        CheckedText[] texts = [new("Body", text)];
        ContentCheck.Read([new("Body", "warm up")], Facts);
        var watch = Stopwatch.StartNew();
        ContentCheck.Ask(texts);
        ContentCheck.Read(texts, Facts);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "a full page takes a few hundredths on a quiet machine");
    }

    [Theory]
    [InlineData("Alder & Finch Architects Ltd.", "alder finch architects")]
    [InlineData("ALDER and FINCH architects", "alder finch architects")]
    [InlineData("Bruno’s Garage", "bruno garage")]
    [InlineData("Satō Ceramics", "sato ceramics")]
    [InlineData("Müller & Söhne GmbH & Co. KG", "muller sohne")]
    [InlineData("L'Atelier S.A.R.L.", "atelier")]
    [InlineData("Dr Amy Cho", "amy cho")]
    [InlineData("The Co", "the co")]
    [InlineData("", "")]
    [InlineData("\ud83d", "")]
    public void Names_are_compared_without_what_people_leave_out(string name, string key) => NameKey.Of(name).Should().Be(key);
}
