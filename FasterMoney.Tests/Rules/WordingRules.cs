using System.Text.RegularExpressions;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Wording;

namespace FasterMoney.Tests.Rules;

/// <summary>One term a thing, and one place that tells one from many (docs/wording.md).</summary>
public sealed class WordingRules
{
    // Where the words of each language stand.
    private static readonly IReadOnlyList<SourceFile> Screens = [.. SourceFiles.Domain.Concat(SourceFiles.Web).Where(file => !file.Path.Contains("/Wording/") && !file.Path.EndsWith(".js", StringComparison.Ordinal))];

    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2, "2 rows")]
    [InlineData(50_000, "50,000 rows")]
    public void A_count_fits_what_it_counts(int count, string words) => Counted.Of(count, "row").Should().Be(words);

    [Fact]
    public void What_has_its_own_plural_and_what_stands_in_running_words()
    {
        Counted.Of(1, "entry", "entries").Should().Be("1 entry");
        Counted.Of(3, "entry", "entries").Should().Be("3 entries");
        Counted.InWords(1, "day").Should().Be("one day");
        Counted.Fitting(1, "stops", "stop").Should().Be("stops");
        Counted.Fitting(0, "stops", "stop").Should().Be("stop");
    }

    [Fact]
    public void No_screen_tells_one_from_many_by_itself() => Screens
        .Matches("""== 1 \? \$?"|"" : "s"|"s" : ""|\(s\)[ .,"]|\b1 => \$?"(1|[Oo]ne) """)
        .Should().BeEmpty("Wording/Counted.cs does");

    [Fact]
    public void No_count_is_glued_to_a_plural() => Screens
        .Matches("""(\{|@)\(?[\w.!?]*(Count|(?<!ac)count|Rows|rows|Held|made|ended|Missing|missing|links)[\w.!?]*(\(\)|\.ToString\([^)]*\))?\)?\}? ([a-z]+ )?(rows|links|cells|columns|problems|invoices|customers|payments|messages|drafts|entries|keys|people|sites|warnings|lines|invitations|codes|follow-ups|files|findings|recipients|migrations)\b""")
        .Where(found => !found.Contains("{Most", StringComparison.Ordinal))
        .Should().BeEmpty("one of them would read \"1 rows\"");

    [Theory]
    [InlineData("Mend|mends it", "Fix, fixes")]
    [InlineData("Base URL|base URL|[Pp]ath segment", "Base address, Path")]
    [InlineData("Acts on this", "Actions")]
    [InlineData("By e-mail elsewhere", "I e-mail it myself")]
    [InlineData("account rests", "is locked")]
    [InlineData("another site|Another site|this site", "business")]
    public void One_thing_has_one_name(string other, string name) => Screens
        .SelectMany(file => Regex.Matches(file.Code, $"""("[^"\n]*|>[^<\n]*)\b({other})\b[^"<\n]*["<]""").Select(match => $"{file.Path}: {match.Value}"))
        .Where(found => !found.EndsWith("\"Mend\"", StringComparison.Ordinal))
        .Should().BeEmpty($"it is called {name}");

    [Fact]
    public void French_signs_of_two_parts_have_a_space_before_them_that_does_not_break() => SourceFiles.Web
        .Where(file => file.Path.EndsWith(".French.cs", StringComparison.Ordinal))
        .SelectMany(file => Regex.Matches(file.Text, "\"[^\"\n]*\"").Select(match => Regex.Unescape(match.Value)))
        .Where(text => Regex.IsMatch(text, @"(?<![\u00A0\u202F])[:;?!](?=["" ]|$)"))
        .Should().BeEmpty();
}
