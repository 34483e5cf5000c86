using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Assistant.Facts;
using FasterMoney.Web.Reads;
using FasterMoney.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Assistant.Reading;

/// <summary>Judges what a model wrote before it is kept, and chooses whom it is for.</summary>
public sealed class DraftReads(SiteAccess access, SiteContentChecks checks)
{
    /// <summary>
    /// The content as it may be kept, with the invoice's customer as the only recipient, or every reason against it. Stricter than with
    /// people: a model was given no address and no account number, so whatever it writes of that kind is wrong.
    /// </summary>
    public async Task<(MessageContent? Content, RuleCheck Check)> JudgeAsync(
        Caller caller, Guid invoiceId, string subject, string body, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var invoice = await session.InvoiceAsync(invoiceId, cancellationToken);
        var customer = await session.CustomerAsync(invoice.CustomerId, cancellationToken);
        var content = new MessageContent(customer.Email.Length > 0 ? [customer.Email] : [], subject, body).Tidy();
        string[] own = [invoice.Number ?? "", invoice.Texts.Reference];
        var entries = await session.Db.BalanceEntries.Where(entry => entry.SiteId == session.Site.Id && entry.InvoiceId == invoiceId).ToListAsync(cancellationToken);
        RuleCheck Figures(string text, string field) => KnownFigures.Check(OutgoingText.Visible(text), field, invoice, entries, SiteText.CultureOf(session.Site));
        var check = ModelsWords.Check(content.Subject, nameof(content.Subject), own).And(ModelsWords.Check(content.Body, nameof(content.Body), own))
            .And(Figures(content.Subject, nameof(content.Subject))).And(Figures(content.Body, nameof(content.Body))).And(content.Check());
        if (check.IsAllowed)
        {
            var findings = await checks.OfAsync(session, invoice,
                [new CheckedText("Subject", content.Subject) { FilledInLater = Placeholders.All }, new CheckedText("Text", content.Body) { FilledInLater = Placeholders.All }],
                cancellationToken);
            check = RuleCheck.From(findings.Where(IsRefused).Select(finding => new RuleReason(SentenceOf(finding))).Distinct());
        }

        return check.IsAllowed ? (content, check) : (null, check);
    }

    /// <summary>The subject of a draft, filled in as far as a model may know it.</summary>
    public async Task<string> SubjectAsync(Caller caller, Guid messageId, InvoiceFacts facts, CancellationToken cancellationToken = default)
    {
        await using var session = await access.ReadAsync(caller, cancellationToken);
        var subject = await session.Db.Messages.Where(draft => draft.SiteId == session.Site.Id && draft.Id == messageId).Select(draft => draft.Subject).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundOnSite("message");
        return Placeholders.Fill(subject, new PlaceholderValues(null, facts.BalanceDue, facts.Due, facts.Invoice, facts.Customer.Text));
    }

    // A figure that contradicts the ledger, and an address or an account that nobody told of, are never kept, even where a person would only be warned.
    private static bool IsRefused(Finding finding) => finding.IsBlocking
        || finding.Code is FindingCode.WrongAmount or FindingCode.WrongDate or FindingCode.UnknownLink or FindingCode.UnknownAccount or FindingCode.UnknownReply;

    // What was found is not repeated to the model, except for figures, which it is told the right ones of.
    private static string SentenceOf(Finding finding) => finding.Code switch
    {
        FindingCode.WrongAmount or FindingCode.WrongDate => $"“{finding.Excerpt}” in the {finding.Place.ToLowerInvariant()}: {finding.Reason} {finding.Fix}",
        FindingCode.AdminAddress or FindingCode.OtherInvoiceLink or FindingCode.DeadLink or FindingCode.OtherSiteLink or FindingCode.DraftLink
            or FindingCode.MisleadingLink or FindingCode.UnknownLink => ModelsWords.NoAddress,
        FindingCode.OtherCustomer => $"The {finding.Place.ToLowerInvariant()} names another customer. Write about this invoice's customer alone.",
        FindingCode.PrivateNote => $"The {finding.Place.ToLowerInvariant()} holds words that are not for customers. Write it without them.",
        FindingCode.InternalId => $"The {finding.Place.ToLowerInvariant()} holds an internal id. Leave it out.",
        _ => $"The {finding.Place.ToLowerInvariant()} cannot go to a customer like this: {finding.Reason}",
    };
}
