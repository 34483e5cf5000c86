using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using FasterMoney.Web.Guides;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Settings;

/// <summary>What people of a business said of the guides.</summary>
/// <param name="Scores">Each state of a text that somebody voted on; the present ones first.</param>
/// <param name="Missed">What was searched for in vain; the most frequent first.</param>
public sealed record HelpDetails(IReadOnlyList<GuideScore> Scores, IReadOnlyList<MissedSearch> Missed);

/// <summary>The votes on one state of a guide's text.</summary>
public sealed record GuideScore(string Title, string Path, string Version, bool IsPresent, int Yes, int No, IReadOnlyList<GuideReason> Reasons);

/// <summary>Why a guide did not help, without who said so. The moment is in UTC.</summary>
public sealed record GuideReason(GuideFault? Fault, string Sentence, DateTime At);

/// <summary>Words that found nothing. The moment is in UTC.</summary>
public sealed record MissedSearch(string Words, int Count, DateTime LastAt);

/// <summary>Reads what owners see of it.</summary>
public sealed class HelpAnswers(SiteAccess access)
{
    private const int MostMissed = 50;

    public async Task<HelpDetails> ReadAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, SiteRole.Owner, cancellationToken);
        var votes = await session.Db.GuideVotes.Where(vote => vote.SiteId == session.Site.Id).ToListAsync(cancellationToken);
        var missed = await session.Db.GuideMisses.Where(miss => miss.SiteId == session.Site.Id)
            .OrderByDescending(miss => miss.Count).ThenByDescending(miss => miss.LastAt).Take(MostMissed).ToListAsync(cancellationToken);
        return new HelpDetails(
            [
                .. from vote in votes
                   group vote by (vote.Guide, vote.Version) into state
                   let score = Score(state.Key.Guide, state.Key.Version, [.. state])
                   orderby score.IsPresent descending, score.Title
                   select score,
            ],
            [.. missed.Select(miss => new MissedSearch(miss.Words, miss.Count, miss.LastAt))]);
    }

    private static GuideScore Score(string name, string version, IReadOnlyList<GuideVote> votes)
    {
        var guide = GuideLibrary.Find(name);
        var reasons = votes.Where(vote => vote.Fault is not null || vote.Sentence.Length > 0).OrderByDescending(vote => vote.ChangedAt)
            .Select(vote => new GuideReason(vote.Fault, vote.Sentence, vote.ChangedAt));
        return new GuideScore(
            guide?.Title ?? name, Guide.PathOf(name), version, guide?.Version == version, votes.Count(vote => vote.IsHelpful), votes.Count(vote => !vote.IsHelpful), [.. reasons]);
    }
}
