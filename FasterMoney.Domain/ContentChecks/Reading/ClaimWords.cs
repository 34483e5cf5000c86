using System.Text.RegularExpressions;
using static FasterMoney.Domain.ContentChecks.Words.LanguageWords;

namespace FasterMoney.Domain.ContentChecks.Reading;

/// <summary>Recognises how letters in any language say what an amount or a date is.</summary>
internal static class ClaimWords
{
    /// <summary>A label of what is still to be paid. Group <c>weak</c>: words that are also said of other sums.</summary>
    public static Regex BalanceBefore { get; } = RegexOf($@"\b(?:{Any(words => words.BalanceLabels)}|(?<weak>{Any(words => words.LooseBalanceLabels)}))\b");

    /// <summary>What makes an amount in front of it the balance.</summary>
    public static Regex BalanceAfter { get; } =
        RegexOf($@"^ ?(?:(?:{Any(words => words.BalanceVerbs)}) )?(?:(?:{Any(words => words.StillWords)}) )*(?:{Any(words => words.OpenWords)})\b");

    /// <summary>A label of the invoice's total. Group <c>weak</c>: words that are also said of other sums.</summary>
    public static Regex TotalBefore { get; } = RegexOf($@"\b(?:{Any(words => words.TotalLabels)}|(?<weak>{Any(words => words.LooseTotalLabels)}))\b");

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
}
