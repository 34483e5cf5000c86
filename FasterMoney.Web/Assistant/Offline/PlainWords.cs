using System.Text;
using System.Text.RegularExpressions;

namespace FasterMoney.Web.Assistant.Offline;

/// <summary>A typed question in one form: lower case, contractions written out, one word for each thing that has several spellings.</summary>
public static partial class PlainWords
{
    private static readonly (Regex From, string To)[] Spellings =
    [
        .. new (string, string)[]
        {
            (@"\b(can|could|would|should|do|does|did|is|are|was|were|has|have|had|wo|must|need)n'?t\b", "$1 not"),
            (@"\b(cannot|can't|cant)\b", "can not"),
            (@"\b(what|who|where|how|that|there|it|here|which|why)'?s\b", "$1 is"),
            (@"\b(i|we|you|they)'?(ve)\b", "$1 have"),
            (@"\b(i|we|you|they)'d\b", "$1 would"),
            (@"\b(i|we|you|they)'ll\b", "$1 will"),
            (@"\bi'?m\b", "i am"),
            (@"'s\b", " "),
            (@"\be[- ]?mails?\b", "email"),
            (@"\be[- ]?mailing\b", "emailing"),
            (@"\bfollow(ing)?[- ]?ups?\b", "followup"),
            (@"\bto[- ]?dos?\b", "todo"),
            (@"\bcredit[- ]?notes?\b", "creditnote"),
            (@"\bprivate notes?\b", "privatenote"),
            (@"\b(pay|payment|customer|client)[- ]?pages?\b", "portal"),
            (@"\b(urls?|hyperlinks?|web address(es)?|links)\b", "link"),
            (@"\b(clients?|customers|debtors?|payers?)\b", "customer"),
            (@"\bbills\b", "invoices"),
            (@"\bbill\b", "invoice"),
            (@"\bpast[- ]due\b|\bpast (its|their|the) due date\b", "overdue"),
            (@"\b(isnt|arent|doesnt|dont|hasnt|havent|didnt|wont)\b", " not "),
            (@"\bpls|plz\b", "please"),
            (@"\bremindr\b", "reminder"),
            (@"\bcorected|correctd\b", "corrected"),
            (@"\bportel\b", "portal"),
            (@"\bavailible|availabel\b", "available"),
        }.Select(pair => (new Regex(pair.Item1, RegexOptions.CultureInvariant | RegexOptions.Compiled), pair.Item2)),
    ];

    public static string Of(string question)
    {
        var text = question.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'');
        foreach (var (from, to) in Spellings)
            text = from.Replace(text, to);
        return Spaces().Replace(NotWords().Replace(text, " "), " ").Trim();
    }

    [GeneratedRegex(@"[^\p{L}\p{N}#/-]")]
    private static partial Regex NotWords();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
