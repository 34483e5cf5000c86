using System.Globalization;
using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.FollowUps;
using FasterMoney.Web.Admin.Messages;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Admin.Workspace.Entries;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>Reads one invoice for the drawer.</summary>
public sealed class DrawerInvoices(SiteAccess access, PortalTokens tokens)
{
    private const int MostActivity = 50;
    private const int MostMessages = 5;

    /// <summary>Null when the site has no such invoice.</summary>
    public async Task<InvoiceDetails?> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var site = session.Site;
        var invoice = await session.Db.Invoices.Include(i => i.Lines).Include(i => i.Entries).AsSplitQuery()
            .SingleOrDefaultAsync(i => i.SiteId == site.Id && i.Id == id, cancellationToken);
        if (invoice is null)
            return null;

        var culture = SiteText.CultureOf(site);
        var statement = InvoiceStatement.Of(invoice, site.Today(session.Now));
        var draft = await session.Db.CreditNoteDrafts.SingleOrDefaultAsync(note => note.SiteId == site.Id && note.InvoiceId == id, cancellationToken);
        var activity = await session.Db.Activity.Where(entry => entry.SiteId == site.Id && entry.InvoiceId == id)
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(MostActivity).ToListAsync(cancellationToken);
        var link = await session.CurrentLinkAsync(id, cancellationToken);
        var opened = await session.Db.PortalOpenings
            .Where(o => o.SiteId == site.Id && o.InvoiceId == id && (o.Kind == PortalOpeningKind.Customer || o.Kind == PortalOpeningKind.Unclear))
            .GroupBy(o => o.Kind).Select(kind => new { kind.Key, Last = kind.Max(o => o.Last) })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Last, cancellationToken);

        return new InvoiceDetails
        {
            Id = id,
            Name = invoice.Title,
            Customer = invoice.BilledTo,
            State = statement.Status,
            SendState = invoice.SendState,
            Version = invoice.Version,
            Acts = AllowedActs.Of(invoice),
            IsNumbered = invoice.Number is not null,
            Link = LinkDetails(session, invoice, statement, link, opened, culture),
            Due = SiteText.Date(invoice.DueDate, culture),
            Head = [.. Head(invoice, culture)],
            IsOwed = statement.IsOwed,
            Figures = Figures(invoice, culture),
            History = ShownHistory.Of(invoice, statement, culture),
            DraftCreditNote = draft is null ? null : DraftCreditNote.Of(draft, invoice, culture),
            Lines = [.. invoice.Lines.OrderBy(line => line.Position).Select(line => Line(line, invoice.Currency, culture))],
            CustomerMemo = OrNull(invoice.Texts.Memo),
            PrivateNote = OrNull(invoice.PrivateNote),
            FollowUps = await InvoiceFollowUp.OfAsync(session, id, culture, cancellationToken),
            Messages = await MessagesAsync(session, id, cancellationToken),
            Activity = [.. activity.Select(entry => new Happened(entry.At, ActivitySentence.For(entry)))],
        };
    }

    private PortalLinkDetails LinkDetails(SiteSession session, Invoice invoice, InvoiceStatement statement, PortalLink? link, Dictionary<PortalOpeningKind, DateTime> opened, CultureInfo culture)
    {
        DateTime? lastOpened = opened.TryGetValue(PortalOpeningKind.Customer, out var last) ? last : null;
        DateTime? lastUnclear = opened.TryGetValue(PortalOpeningKind.Unclear, out var unclear) && !(unclear <= lastOpened) ? unclear : null;
        var access = LinkAccess.Of(invoice, session.Site, link, tokens, session.Now);
        return new PortalLinkDetails
        {
            InvoiceId = invoice.Id,
            Invoice = invoice.Number ?? "Draft",
            Customer = invoice.BilledTo,
            Balance = BalanceText.Of(statement.Balance, culture),
            IsOwed = statement.BalanceDue.IsPositive,
            Due = SiteText.Date(invoice.DueDate, culture),
            Host = session.Site.Portal?.Authority,
            Url = access.Url,
            Blockers = access.Verdict.Blockers,
            Exists = link is not null,
            IsTurnedOff = link?.TurnedOffAt is not null,
            WorksThrough = link is not null && access.Verdict.WorksThrough is { } day ? SiteText.Date(day, culture) : null,
            LastCopied = link?.LastCopiedAt is { } copied ? new Noted(copied, link.LastCopiedBy) : null,
            LastPreviewed = link?.LastPreviewedAt is { } previewed ? new Noted(previewed, link.LastPreviewedBy) : null,
            IsPreviewCurrent = link?.IsPreviewed(invoice) == true,
            LastOpened = lastOpened,
            LastUnclear = lastUnclear,
        };
    }

    private static async Task<List<InvoiceMessage>> MessagesAsync(SiteSession session, Guid invoiceId, CancellationToken cancellationToken)
    {
        var drafts = await session.Db.Messages
            .Where(draft => draft.SiteId == session.Site.Id && draft.InvoiceId == invoiceId && draft.State != MessageState.Discarded)
            .OrderByDescending(draft => draft.CreatedAt).ThenByDescending(draft => draft.Id).Take(MostMessages).ToListAsync(cancellationToken);
        var ids = drafts.Select(draft => draft.Id).ToList();
        var waiting = await session.Db.Outbox.Where(message => message.SiteId == session.Site.Id && ids.Contains(message.DraftId))
            .ToDictionaryAsync(message => message.DraftId, message => message.State, cancellationToken);
        return [.. drafts.Select(draft => new InvoiceMessage(
            new MessageFilter { State = draft.State }.Opening(draft.Id).ToAddress(),
            string.Join(", ", draft.Recipients),
            (draft.State, waiting.TryGetValue(draft.Id, out var outbox) ? outbox : (OutboxState?)null) switch
            {
                (MessageState.Sent, _) => "Sent",
                (_, OutboxState.Approved or OutboxState.Sending) => "On its way",
                (_, OutboxState.Failed) => "Not sent",
                (_, OutboxState.Unknown) => "Perhaps sent",
                (_, OutboxState.Held) => "Held",
                (MessageState.Approved, _) => draft.CopiedAt is null ? "Approved" : "Copied",
                _ => "To review",
            },
            draft.SentAt ?? draft.CopiedAt ?? draft.ChangedAt))];
    }

    private static IEnumerable<Fact> Head(Invoice invoice, CultureInfo culture) =>
    [
        new("Issued", SiteText.Date(invoice.IssueDate, culture)),
        new("Due", SiteText.Date(invoice.DueDate, culture)),
        .. InvoiceTexts.Brief.Select(text => new Fact(text.Label, text.Of(invoice.Texts))).Where(fact => fact.Value.Length > 0),
    ];

    private static List<Figure> Figures(Invoice invoice, CultureInfo culture)
    {
        string Say(long minor) => new Money(minor, invoice.Currency).Format(culture);
        var totals = invoice.Totals;
        return
        [
            new Figure("Net", Say(totals.NetMinor)),
            .. totals.Taxes.Select(tax => new Figure($"Tax {Number(tax.Percent, culture)} %", Say(tax.TaxMinor))),
            new Figure("Total", Say(invoice.TotalMinor), IsSum: true),
        ];
    }

    private static LineDetails Line(InvoiceLine line, Currency currency, CultureInfo culture) => new(
        line.Description,
        Number(line.Quantity, culture),
        new Money(line.UnitPriceMinor, currency).Format(culture),
        line.DiscountPercent == 0 ? null : $"{Number(line.DiscountPercent, culture)} % off",
        line.TaxPercent == 0 ? null : $"{Number(line.TaxPercent, culture)} % tax",
        new Money(line.AmountMinor, currency).Format(culture));

    private static string Number(decimal number, CultureInfo culture) => number.ToString("#,0.####", culture);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
