using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>One follow-up with its invoice, whose portal link is the one of this moment.</summary>
public sealed record FollowUpDetails(
    Guid Id,
    long Version,
    string Title,
    string Note,
    FollowUpState State,
    FollowUpDay Due,
    FollowUpPerson Assignee,
    bool ByAssistant,
    DateTime PreparedAt,
    string PreparedBy,
    DateTime? DoneAt,
    string DoneBy,
    RuleCheck TickOff,
    RuleCheck PutBack,
    InvoiceDetails Invoice);

/// <summary>Reads one follow-up for the drawer, and what its form starts with.</summary>
public sealed class OpenFollowUps(SiteAccess access, DrawerInvoices invoices)
{
    /// <summary>Null when the site has no such follow-up.</summary>
    public async Task<FollowUpDetails?> FindAsync(Caller caller, Guid followUpId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var followUp = await FindAsync(session, followUpId, cancellationToken);
        if (followUp is null || await invoices.FindAsync(caller, followUp.InvoiceId, cancellationToken) is not { } invoice)
            return null;

        var people = await FollowUpPeople.OfAsync(session, [followUp.AssigneeUserId], cancellationToken);
        var (culture, today) = (SiteText.CultureOf(session.Site), session.Site.Today(session.Now));
        var own = followUp.CanBeTickedOffBy(session.Role, caller.UserId);
        return new FollowUpDetails(
            followUp.Id,
            followUp.Version,
            followUp.Title,
            followUp.Note,
            followUp.State,
            FollowUpDay.Of(followUp, today, culture),
            people.Seen(followUp.AssigneeUserId, caller.UserId),
            followUp.ByAssistant,
            followUp.PreparedAt,
            followUp.PreparedBy,
            followUp.DoneAt,
            followUp.DoneBy,
            followUp.CanComplete().And(own),
            followUp.CanReopen().And(own),
            invoice);
    }

    /// <summary>What the form for a new one starts with; null when the site has no such invoice. Stores nothing.</summary>
    public async Task<FollowUpStart?> PrepareAsync(Caller caller, Guid invoiceId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.Db.Invoices.SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == invoiceId, cancellationToken);
        if (invoice is null)
            return null;

        var today = session.Site.Today(session.Now);
        return new FollowUpStart(
            AboutOf(invoice), today, FollowUp.Suggest(invoice, caller.UserId, today), null, await FollowUpPeople.OfAsync(session, null, cancellationToken));
    }

    /// <summary>What the form for one that is there starts with; null when the site has none such.</summary>
    public async Task<FollowUpStart?> EditAsync(Caller caller, Guid followUpId, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        if (await FindAsync(session, followUpId, cancellationToken) is not { } followUp)
            return null;

        var invoice = await session.Db.Invoices.SingleAsync(known => known.SiteId == session.Site.Id && known.Id == followUp.InvoiceId, cancellationToken);
        return new FollowUpStart(
            AboutOf(invoice), session.Site.Today(session.Now), followUp.ToContent(), followUp, await FollowUpPeople.OfAsync(session, null, cancellationToken));
    }

    // A draft's title names its customer already.
    private static string AboutOf(Invoice invoice) => invoice.Number is null ? invoice.Title : $"{invoice.BilledTo} · {invoice.Number}";

    private static Task<FollowUp?> FindAsync(SiteSession session, Guid followUpId, CancellationToken cancellationToken) =>
        session.Db.FollowUps.SingleOrDefaultAsync(known => known.SiteId == session.Site.Id && known.Id == followUpId, cancellationToken);
}

/// <summary>What a form starts with, and what it asks the domain with; <paramref name="Known"/> is null for a new one.</summary>
public sealed record FollowUpStart(string About, DateOnly Today, FollowUpContent Content, FollowUp? Known, FollowUpPeople People)
{
    /// <summary>Whether what was entered can be saved.</summary>
    public RuleCheck Check(FollowUpContent entered)
    {
        var assignee = People.PlaceOf(entered.AssigneeUserId);
        return Known switch
        {
            null => FollowUp.CanPrepare(entered, assignee, Today),
            { State: FollowUpState.Proposed } => Known.CanConfirm(entered, assignee, Today),
            _ => Known.CanEdit(entered, assignee, Today),
        };
    }
}
