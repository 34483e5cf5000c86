using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FasterMoney.Domain.ContentChecks.Words;

/// <summary>
/// The words of one language by which letters in it are read. Each language fills all of them in a file of its own, and the readers
/// read every text with the words of all languages together, because nobody says in which one a letter is written.
/// </summary>
internal sealed partial record LanguageWords
{
    /// <summary>Every language that is read.</summary>
    public static IReadOnlyList<LanguageWords> All => field ??= [English, German, French, Spanish, Italian, Dutch, Japanese];

    /// <summary>The two-letter code of the language.</summary>
    public required string Code { get; init; }

    // Patterns: alternatives of a regular expression, with | between. A capital is as good as a small letter unless it says otherwise.
    // Empty where the language has no such words.

    /// <summary>What is said in front of the amount that is still to be paid.</summary>
    public required string BalanceLabels { get; init; }

    /// <summary>The same, in words that are also said of other sums.</summary>
    public required string LooseBalanceLabels { get; init; }

    /// <summary>Verbs between an amount and <see cref="OpenWords"/>: 500 <em>is</em> still open.</summary>
    public required string BalanceVerbs { get; init; }

    /// <summary>Adverbs there: 500 is <em>still</em> open.</summary>
    public required string StillWords { get; init; }

    /// <summary>What makes an amount in front of it the balance: 500 is still <em>open</em>.</summary>
    public required string OpenWords { get; init; }

    /// <summary>What is said in front of the invoice's total.</summary>
    public required string TotalLabels { get; init; }

    /// <summary>The same, in words that are also said of other sums.</summary>
    public required string LooseTotalLabels { get; init; }

    /// <summary>What an invoice is called.</summary>
    public required string InvoiceNouns { get; init; }

    /// <summary>The invoice that the letter is about.</summary>
    public required string ThisInvoice { get; init; }

    /// <summary>An invoice that it is not about.</summary>
    public required string OtherInvoices { get; init; }

    /// <summary>What leads from an amount to the invoice behind it: 500 <em>of your</em> invoice is open.</summary>
    public required string InvoiceArticles { get; init; }

    /// <summary>What stands before an invoice's number.</summary>
    public required string NumberSigns { get; init; }

    /// <summary>What leads from an invoice to its amount: invoice NW-12 <em>over</em> 500.</summary>
    public required string AmountLinks { get; init; }

    /// <summary>What only an invoice has.</summary>
    public required string MoneyNouns { get; init; }

    /// <summary>Signs that a sentence speaks of another sum than this invoice's.</summary>
    public required string OtherSums { get; init; }

    /// <summary>Signs that a sentence says what was so before.</summary>
    public required string PastSigns { get; init; }

    /// <summary>What is said in front of the day by which the invoice is to be paid.</summary>
    public required string DueLabels { get; init; }

    /// <summary>Verbs that say the same of an invoice, and of many other things.</summary>
    public required string DueVerbs { get; init; }

    /// <summary>What leads from an invoice's number to the day of its issue.</summary>
    public required string IssuedLinks { get; init; }

    /// <summary>How months start where they stand before the day, as in <em>April 9</em>.</summary>
    public required string MonthsBeforeDay { get; init; }

    /// <summary>How months start where the day before them has a dot, as in <em>9. April</em>.</summary>
    public required string MonthsAfterDot { get; init; }

    /// <summary>What is written after a day's digits, as in <em>9th</em>.</summary>
    public required string DayEndings { get; init; }

    /// <summary>What stands between day and month.</summary>
    public required string BeforeMonth { get; init; }

    /// <summary>What stands between month and year.</summary>
    public required string BeforeYear { get; init; }

    /// <summary>Dates of a template that nobody filled in.</summary>
    public required string DateTemplates { get; init; }

    /// <summary>Abbreviations whose dot ends no sentence, with their capitals.</summary>
    public required string Abbreviations { get; init; }

    /// <summary>What marks a note as private, without its colon.</summary>
    public required string NoteLabels { get; init; }

    /// <summary>The first word of a placeholder in brackets: [<em>your</em> customer name].</summary>
    public required string PlaceholderArticles { get; init; }

    /// <summary>The second: [your <em>customer</em> name].</summary>
    public required string PlaceholderOwners { get; init; }

    /// <summary>The last: [your customer <em>name</em>].</summary>
    public required string PlaceholderThings { get; init; }

    /// <summary>How people spell a dot out in an address.</summary>
    public required string DotWords { get; init; }

    /// <summary>How people spell an @ out in an address.</summary>
    public required string AtWords { get; init; }

    /// <summary>What is said in front of the sum of all payments so far.</summary>
    public string PaidLabels { get; init; } = "";

    /// <summary>What says that nothing is left to pay.</summary>
    public string SettledWords { get; init; } = "";

    /// <summary>Words before it with which it says so of another time, or not at all: <em>when</em>, <em>not yet</em>.</summary>
    public string UnlessWords { get; init; } = "";

    /// <summary>What makes another sum of the amount behind it: <em>twice</em> 500.</summary>
    public string MultiplesBefore { get; init; } = "";

    /// <summary>What makes another sum of the amount in front of it: 500 <em>times</em> ten.</summary>
    public string MultiplesAfter { get; init; } = "";

    /// <summary>What is said in front of the day of the invoice's issue.</summary>
    public string IssueLabels { get; init; } = "";

    /// <summary>What makes the day in front of it the due date.</summary>
    public string DueAfter { get; init; } = "";

    /// <summary>What stands before a time from now on: <em>in</em> two weeks.</summary>
    public string AheadWords { get; init; } = "";

    /// <summary>What stands before a time that has passed.</summary>
    public string AgoBefore { get; init; } = "";

    /// <summary>What stands behind it: two weeks <em>ago</em>.</summary>
    public string AgoAfter { get; init; } = "";

    /// <summary>Days.</summary>
    public string DayWords { get; init; } = "";

    /// <summary>Weeks.</summary>
    public string WeekWords { get; init; } = "";

    /// <summary>Months.</summary>
    public string MonthWords { get; init; } = "";

    /// <summary>Today.</summary>
    public string TodayWords { get; init; } = "";

    /// <summary>Tomorrow.</summary>
    public string TomorrowWords { get; init; } = "";

    /// <summary>Yesterday.</summary>
    public string YesterdayWords { get; init; } = "";

    /// <summary>What stands before a bank account's number.</summary>
    public string AccountLabels { get; init; } = "";

    // Lists: words with spaces between.

    /// <summary>Numbers in words, each with its digits behind it; words that are made of them need none.</summary>
    public string NumberWords { get; init; } = "";

    /// <summary>What may stand between number words.</summary>
    public string NumberLinks { get; init; } = "";

    /// <summary>What stands before a person's name, without dots and accents.</summary>
    public string Titles { get; init; } = "";

    /// <summary>What customers are called, without accents.</summary>
    public string CustomerWords { get; init; } = "";

    /// <summary>What a remark about one of several starts with: <em>one</em> of our customers.</summary>
    public string OneOfWords { get; init; } = "";

    /// <summary>How a hundredth is written behind its number.</summary>
    public string PercentWords { get; init; } = "";

    /// <summary>Words for times, which make no phrase telling, without accents.</summary>
    public string TimeWords { get; init; } = "";

    /// <summary>Words that placeholders of templates are made of.</summary>
    public string OwnPlaceholderWords { get; init; } = "";

    /// <summary>Names of the twelve months, each with its short forms, in small letters.</summary>
    public required IReadOnlyList<string> MonthNames { get; init; }

    /// <summary>Names of currencies in small letters, with the sign or code that each stands for.</summary>
    public required IReadOnlyDictionary<string, string> CurrencyNames { get; init; }

    /// <summary>What may stand between a label and what it is about without turning it into something else, in small letters.</summary>
    public required string ConnectingWords { get; init; }

    /// <summary>What stands before a customer's name, without accents.</summary>
    public required string CallingWords { get; init; }

    /// <summary>What customers do, said after their name, without accents.</summary>
    public required string ActingWords { get; init; }

    /// <summary>Words that only hold others together: articles, pronouns, prepositions and the like, without accents.</summary>
    public required string SmallWords { get; init; }

    /// <summary>The other words that business letters are made of, which give nobody away even when a customer is called so, without accents.</summary>
    public required string BusinessWords { get; init; }

    /// <summary>One kind of pattern in all languages, for a group of a regular expression. Never empty.</summary>
    public static string Any(Func<LanguageWords, string> pattern) =>
        string.Join('|', All.Select(words => pattern(words).ReplaceLineEndings("")).Where(alternatives => alternatives.Length > 0).DefaultIfEmpty("(?!)"));

    /// <summary>Letters of scripts that put no blank between words, for a class to leave out: a figure beside them stands alone.</summary>
    public const string WithoutBlanks = @"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff";

    /// <summary>Words as alternatives of a pattern, the longer ones first.</summary>
    public static string Any(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape));

    /// <summary>The words of some lists in all languages.</summary>
    public static FrozenSet<string> Set(params Func<LanguageWords, string>[] lists) =>
        lists.SelectMany(list => All.SelectMany(words => WordsOf(PlainLetters.Of(list(words))))).ToFrozenSet(StringComparer.Ordinal);

    public static string[] WordsOf(string list) => list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A regular expression made of words, for texts as <see cref="PlainLetters"/> writes them. Making one takes long: each reader keeps its own.</summary>
    public static Regex RegexOf(string pattern, RegexOptions options = RegexOptions.IgnoreCase) =>
        new(PlainLetters.OfPattern(pattern), options | RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
