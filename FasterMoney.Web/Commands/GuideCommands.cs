using FasterMoney.Domain.People;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Guides;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Commands;

/// <summary>Keeps what people of a business say of the guides, and what they searched for in vain. Nothing of it leaves the house.</summary>
public sealed class GuideCommands(SiteAccess access)
{
    /// <summary>Searches kept for a business; the oldest give way.</summary>
    public const int MostMisses = 200;

    /// <summary>Says whether a guide helped. Saying it again replaces what was said.</summary>
    /// <param name="caller">Who read it.</param>
    /// <param name="guide">The guide's name.</param>
    /// <param name="version">The state of the text that was read.</param>
    /// <param name="isHelpful">Whether it helped.</param>
    /// <param name="fault">What was wrong, when it did not.</param>
    /// <param name="sentence">The same in own words, when it did not.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task VoteAsync(
        Caller caller, string guide, string version, bool isHelpful, GuideFault? fault, string? sentence, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        RuleCheck.Unless(GuideLibrary.Find(guide)?.Version != version, "This guide changed since you opened it. Read it again first.")
            .And(TextRule.AtMost(sentence, GuideVote.LongestSentence, nameof(GuideVote.Sentence)))
            .Insist();
        var vote = await session.Db.GuideVotes.SingleOrDefaultAsync(
            known => known.SiteId == session.Site.Id && known.UserId == caller.UserId && known.Guide == guide && known.Version == version, cancellationToken);
        if (vote is null)
            session.Db.Add(vote = new GuideVote { SiteId = session.Site.Id, UserId = caller.UserId, Guide = guide, Version = version });

        (vote.IsHelpful, vote.ChangedAt) = (isHelpful, session.Now);
        (vote.Fault, vote.Sentence) = isHelpful ? (null, "") : (fault, sentence?.Trim() ?? "");
        await session.SaveAsync(cancellationToken);
    }

    /// <summary>Counts a search that found nothing.</summary>
    public async Task NoteMissAsync(Caller caller, string words, CancellationToken cancellationToken = default)
    {
        await using var session = await access.OpenAsync(caller, SiteRole.Viewer, cancellationToken);
        var kept = string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        kept = kept.Length > GuideMiss.LongestWords ? kept[..GuideMiss.LongestWords] : kept;
        if (kept.Length == 0 || !TextRule.AtMost(kept, GuideMiss.LongestWords, nameof(GuideMiss.Words)).IsAllowed)
            return;

        var misses = session.Db.GuideMisses.Where(miss => miss.SiteId == session.Site.Id);
        if (await misses.SingleOrDefaultAsync(miss => miss.Words == kept, cancellationToken) is not { } miss)
        {
            session.Db.Add(miss = new GuideMiss { SiteId = session.Site.Id, Words = kept });
            session.Db.RemoveRange(await misses.OrderByDescending(old => old.LastAt).Skip(MostMisses - 1).ToListAsync(cancellationToken));
        }

        (miss.Count, miss.LastAt) = (miss.Count + 1, session.Now);
        await session.SaveAsync(cancellationToken);
    }
}
