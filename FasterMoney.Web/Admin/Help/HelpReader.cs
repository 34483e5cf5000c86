using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Guides;

namespace FasterMoney.Web.Admin.Help;

/// <summary>Who reads the help, as far as their business keeps something of it. The guides are read without.</summary>
public sealed class HelpReader(CurrentSiteReads currentSiteReads, GuideVotes votes, GuideCommands commands)
{
    /// <summary>Null for who has no place anywhere.</summary>
    public async Task<Caller?> CallerAsync(HttpContext http) =>
        (await currentSiteReads.FindAsync(http.User, http.Request.Cookies[ChosenSite.CookieName], http.RequestAborted))?.Caller;

    /// <summary>Whether the reader can vote, and what they said so far. A guide is read whatever the database does.</summary>
    public async Task<(bool MayVote, GuideVote? Vote)> VoteOfAsync(HttpContext http, Guide guide)
    {
        try
        {
            return await CallerAsync(http) is { } caller
                ? (true, await votes.FindAsync(caller, guide.Name, guide.Version, http.RequestAborted))
                : (false, null);
        }
        catch (Exception fault) when (fault is AccessDenied || DatabaseFaults.Of(fault) is not null)
        {
            return (false, null);
        }
    }

    /// <summary>Keeps what was searched for and not found. That it cannot be kept is no reason to show no page.</summary>
    public async Task NoteMissAsync(HttpContext http, string typed)
    {
        try
        {
            if (await CallerAsync(http) is { } caller)
                await commands.NoteMissAsync(caller, typed, http.RequestAborted);
        }
        catch (Exception fault) when (fault is AccessDenied or ChangedByOthers || DatabaseFaults.Of(fault) is not null)
        {
            // Once less.
        }
    }
}
