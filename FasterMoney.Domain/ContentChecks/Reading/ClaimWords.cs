using System.Text.RegularExpressions;
using static FasterMoney.Domain.ContentChecks.Words.LanguageWords;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Recognises how letters in any language say what an amount or a date is.</summary>
internal static class ClaimWords
{
    /// <summary>A label of what is still to be paid.</summary>
    public static Regex BalanceBefore { get; } = RegexOf($@"\b(?:{Any(words => words.BalanceLabels)})(?!\p{{L}})");

    /// <summary>The same in words that are also said of other sums.</summary>
    public static Regex LooseBalanceBefore { get; } = RegexOf($@"\b(?:{Any(words => words.LooseBalanceLabels)})(?!\p{{L}})");

    /// <summary>What makes an amount in front of it the balance.</summary>
    public static Regex BalanceAfter { get; } =
        RegexOf($@"^ ?(?:(?:{Any(words => words.BalanceVerbs)}) )?(?:(?:{Any(words => words.StillWords)}) )*(?:{Any(words => words.OpenWords)})(?!\p{{L}})");

    /// <summary>A label of the invoice's total.</summary>
    public static Regex TotalBefore { get; } = RegexOf($@"\b(?:{Any(words => words.TotalLabels)})(?!\p{{L}})");

    /// <summary>The same in words that are also said of other sums.</summary>
    public static Regex LooseTotalBefore { get; } = RegexOf($@"\b(?:{Any(words => words.LooseTotalLabels)})(?!\p{{L}})");

    /// <summary>An invoice of this very letter, whose amount or date follows.</summary>
    public static Regex Invoice { get; } = RegexOf($@"\b(?:{Any(words => words.ThisInvoice)}|{Any(words => words.InvoiceNouns)})\b");

    /// <summary>An invoice behind its amount, at the start of what follows the amount.</summary>
    public static Regex OfTheInvoice { get; } =
        RegexOf($"^ ?(?:(?:{Any(words => words.InvoiceArticles)}) +)*(?:{Any(words => words.InvoiceNouns)})(?: (?:{Any(words => words.NumberSigns)}))? *");

    /// <summary>What leads from an invoice to its amount.</summary>
    public static Regex AmountLink { get; } = RegexOf($@"\b(?:{Any(words => words.AmountLinks)})\b|:");

    /// <summary>A label of the day by which it is to be paid.</summary>
    public static Regex DueBefore { get; } = RegexOf($@"\b(?:{Any(words => words.DueLabels)})(?:\b|(?=\d))");

    /// <summary>Verbs that say the same of an invoice, and of many other things.</summary>
    public static Regex DueVerb { get; } = RegexOf($@"\b(?:{Any(words => words.DueVerbs)})\b");

    /// <summary>What leads from an invoice's number to the day of its issue, at the end of what stands before the day.</summary>
    public static Regex IssuedLink { get; } = RegexOf($"[ ,(]*(?:{Any(words => words.IssuedLinks)}) +$");

    /// <summary>What only an invoice has.</summary>
    public static Regex AboutMoney { get; } = RegexOf($@"\b(?:{Any(words => words.MoneyNouns)})\b");

    /// <summary>Signs that a sentence speaks of another sum than this invoice's.</summary>
    public static Regex OtherSum { get; } = RegexOf($@"\b(?:{Any(words => words.OtherSums)})\b");

    /// <summary>Another invoice, whose amounts and dates are its own.</summary>
    public static Regex OtherInvoice { get; } = RegexOf($@"\b(?:{Any(words => words.OtherInvoices)})\b");

    /// <summary>Signs that a sentence says what was so before.</summary>
    public static Regex Past { get; } = RegexOf($@"\b(?:{Any(words => words.PastSigns)})\b");

    /// <summary>A label of all that was paid so far.</summary>
    public static Regex PaidBefore { get; } = RegexOf($@"\b(?:{Any(words => words.PaidLabels)})(?!\p{{L}})");

    /// <summary>What says that nothing is left to pay.</summary>
    public static Regex Settled { get; } = RegexOf($@"\b(?:{Any(words => words.SettledWords)})(?!\p{{L}})");

    /// <summary>Words with which it is said of another time, or not at all.</summary>
    public static Regex Unless { get; } = RegexOf($@"\b(?:{Any(words => words.UnlessWords)})(?!\p{{L}})");

    /// <summary>What makes another sum of the amount behind it, at the end of what stands before.</summary>
    public static Regex MultipleBefore { get; } = RegexOf($@"\b(?:{Any(words => words.MultiplesBefore)})(?: (?:the|of|de|des|du|von|los|la))* ?$");

    /// <summary>What makes another sum of the amount in front of it, at the start of what stands behind.</summary>
    public static Regex MultipleAfter { get; } = RegexOf($@"^ ?(?:{Any(words => words.MultiplesAfter)})(?!\p{{L}})");

    /// <summary>A label of the day of the invoice's issue.</summary>
    public static Regex IssueBefore { get; } = RegexOf($@"\b(?:{Any(words => words.IssueLabels)})(?!\p{{L}})");

    /// <summary>What makes the day in front of it the due date, at the start of what stands behind.</summary>
    public static Regex DueAfter { get; } = RegexOf($@"^ (?:{Any(words => words.DueAfter)})(?!\p{{L}})");
}
