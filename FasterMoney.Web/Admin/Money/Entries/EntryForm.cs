using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Statements;
using FasterMoney.Web.Admin.Controls;

namespace FasterMoney.Web.Admin.Workspace.Entries;

/// <summary>An entry as it is typed: texts, so that nothing typed is ever rewritten under somebody's hands.</summary>
public class EntryForm
{
    public string? Amount { get; set; }

    public DateOnly? Date { get; set; }

    public string PublicText { get; set; } = "";

    public string PrivateNote { get; set; } = "";

    /// <summary>What was typed, for an act that follows from more than the amount typed here.</summary>
    /// <param name="ledger">The invoice as it is now.</param>
    /// <param name="commandId">Names the act.</param>
    /// <param name="hasAmount">False when the amount is not typed but follows.</param>
    public TypedEntry Read(InvoiceLedger ledger, Guid commandId, bool hasAmount = true)
    {
        var (minor, typing) = hasAmount ? TypedMoney.Read(Amount, ledger.Currency, ledger.Culture, nameof(EntryDetails.AmountMinor)) : (0, RuleCheck.Allowed);
        var details = new EntryDetails(commandId, Date ?? ledger.Today, minor ?? 0, TextRule.Tidy(PublicText), TextRule.Tidy(PrivateNote));
        return new TypedEntry(details, typing.And(RuleCheck.Unless(Date is null, "Choose the day.", nameof(EntryDetails.Date))));
    }
}

/// <summary>A payment as it is typed.</summary>
public sealed class PaymentForm : EntryForm
{
    public PaymentMethod Method { get; set; }

    public bool IsProcessing { get; set; }
}

/// <summary>A refund as it is typed.</summary>
public sealed class RefundForm : EntryForm
{
    public Guid PaymentId { get; set; }

    /// <summary>The amount that was filled in: one that somebody typed stays when another payment is chosen.</summary>
    public string? FilledIn { get; set; }
}

/// <summary>An adjustment as it is typed: its amount bears no sign.</summary>
public sealed class AdjustmentForm : EntryForm
{
    public bool IsUp { get; set; }
}

/// <summary>What was typed about an entry, and what is wrong with the typing itself.</summary>
public sealed record TypedEntry(EntryDetails Details, RuleCheck Typing)
{
    /// <summary>The rules' reasons beside those of the typing; a field that cannot be read is not judged any further.</summary>
    public RuleCheck And(RuleCheck rules) => RuleCheck.From(Typing.Reasons.Concat(
        rules.Reasons.Where(reason => reason.Field is null || Typing.SentenceFor(reason.Field) is null)));
}

/// <summary>What the dialog would do, if it were confirmed as it is now.</summary>
/// <param name="Check">Every reason against it.</param>
/// <param name="Entry">What it would record, with the balance after it; null while that cannot be told.</param>
/// <param name="ProcessingMinor">What the customer's page says to be processing then, in minor units.</param>
/// <param name="Remark">What the person should know about it.</param>
/// <param name="Doubt">What is asked once more before it is recorded, with the figures; null for the ordinary case.</param>
public sealed record ProposedEntry(RuleCheck Check, StatementEntry? Entry, long ProcessingMinor, string? Remark = null, string? Doubt = null);

/// <summary>What the fields of a dialog are drawn from.</summary>
/// <param name="Ledger">The invoice as it is now.</param>
/// <param name="Check">The reasons to be shown beside the fields.</param>
public sealed record EntryScene(InvoiceLedger Ledger, RuleCheck Check);
