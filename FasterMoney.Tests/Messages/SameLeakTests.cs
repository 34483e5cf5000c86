using FasterMoney.Tests.Messages.Corpus;

namespace FasterMoney.Tests.Messages;

/// <summary>A leak is the same leak however a program or a person breaks its lines: what is found stays found, and clean letters stay clean.</summary>
public sealed class SameLeakTests
{
    private static readonly List<Leak> Leaks = [.. new[] { "leaks.txt", "unseen.leaks.txt", "work.leaks.txt" }.SelectMany(CorpusFiles.Leaks).Where(leak => leak.IsPlain && !leak.Text.Contains('\n'))];

    private static readonly List<Letter> Letters =
        [.. new[] { "en", "de", "fr", "es" }.SelectMany(CorpusFiles.Clean).Concat(CorpusFiles.Named("work")).Where(letter => !letter.Text.Contains('\n'))];

    private static readonly int[] Columns = [10, 19, 27, 40, 55, 72];

    public static TheoryData<string> Ways => ["wrapped", "quoted", "quoted twice", "quoted-printable", "spaced", "wide"];

    [Theory, MemberData(nameof(Ways))]
    public void A_leak_that_is_found_stays_found(string way)
    {
        var missed = (
            from leak in Leaks
            from text in Written(leak.Text, way)
            where !leak.IsFoundIn(text)
            select $"{leak.Code} {text}").ToList();
        missed.Should().BeEmpty();
    }

    [Theory, InlineData("wrapped"), InlineData("quoted"), InlineData("quoted-printable")]
    public void A_letter_that_is_clean_stays_clean(string way)
    {
        var alarms = (
            from letter in Letters
            from text in Written(letter.Text, way).Where((_, index) => index % 2 == 0)
            from finding in CorpusWorld.Find(letter.Language, text)
            select $"{finding.Code} {finding.Excerpt}: {text}").ToList();
        alarms.Should().BeEmpty();
    }

    [Fact]
    public void A_finding_in_a_wrapped_and_quoted_text_names_its_place_as_typed()
    {
        const string text = "Hello,\r\n> your balance due on\r\n> NW-0042 is\r\n> $1,620.00 now.";
        var finding = CorpusWorld.Find("en", text).Should().ContainSingle().Subject;
        text.Substring(finding.Start, finding.Length).Should().Be("$1,620.00");
    }

    [Fact]
    public void A_finding_that_goes_on_in_the_next_line_spans_both()
    {
        const string text = "as told to Blue\u00ad\n> bird Bakery";
        var finding = CorpusWorld.Find("en", $"Hello Mara, {text} yesterday.").Should().ContainSingle().Subject;
        $"Hello Mara, {text} yesterday.".Substring(finding.Start, finding.Length).Should().Be("Blue\u00ad\n> bird Bakery");
    }

    private static IEnumerable<string> Written(string text, string way) => way switch
    {
        "wrapped" => Columns.Select(column => Disguises.Wrapped(text, column, "\r\n")),
        "quoted" => Columns.Select(column => $"> {Disguises.Wrapped(text, column, "\n> ")}"),
        "quoted twice" => Columns.Select(column => $">> {Disguises.Wrapped(text, column, "\n>> ")}"),
        "quoted-printable" => Columns.Select(column => Disguises.QuotedPrintable(text, isWhole: false, column)),
        "spaced" => [Disguises.Of("spaced", text)],
        "wide" => [text.Replace(" ", "   ", StringComparison.Ordinal), text.Replace(" ", "\u00a0 ", StringComparison.Ordinal)],
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "Nobody writes so."),
    };
}
