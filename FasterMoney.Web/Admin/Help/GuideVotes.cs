using FasterMoney.Web.Access;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Help;

/// <summary>Reads what a person said of a guide.</summary>
public sealed class GuideVotes(SiteAccess access)
{
    /// <summary>Their vote on this state of the text, or null.</summary>
    public async Task<GuideVote?> FindAsync(Caller caller, string guide, string version, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        return await session.Db.GuideVotes.SingleOrDefaultAsync(
            vote => vote.SiteId == session.Site.Id && vote.UserId == caller.UserId && vote.Guide == guide && vote.Version == version, cancellationToken);
    }
}
