using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>
/// What a command answers when it does not do what was asked: against a rule, not allowed, not there any more, or changed by somebody
/// else. Each becomes the sentence that a screen shows, and so does a database that is busy, full or away.
/// </summary>
public static class Refusals
{
    /// <summary>Does it, and answers with the sentence against it when it was refused, otherwise with null.</summary>
    /// <param name="act">What is to be done.</param>
    /// <param name="changed">What to do and say when somebody else changed it meanwhile; null when that is settled.</param>
    /// <param name="against">What to do and say about reasons that a form shows beside its inputs; null when they are all shown.</param>
    public static async Task<string?> OfAsync(Func<Task> act, Func<Task<string?>>? changed = null, Func<RuleCheck, string?>? against = null)
    {
        try
        {
            return await AskAsync(act, changed, against);
        }
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            return sentence;
        }
    }

    private static async Task<string?> AskAsync(Func<Task> act, Func<Task<string?>>? changed, Func<RuleCheck, string?>? against)
    {
        try
        {
            await act();
            return null;
        }
        catch (ChangedByOthers) when (changed is not null)
        {
            return await changed();
        }
        catch (RuleViolation violation) when (against is not null)
        {
            return against(RuleCheck.From(violation.Reasons));
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite or ChangedByOthers)
        {
            return refusal.Message;
        }
    }
}
