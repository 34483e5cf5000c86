using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Controls;

public static class FormReasons
{
    /// <summary>The sentences against one input, or null.</summary>
    public static string? SentenceFor(this RuleCheck check, string field)
    {
        var sentences = check.Reasons.Where(reason => reason.Field == field).Select(reason => reason.Sentence).ToList();
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }
}
