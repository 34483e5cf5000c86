using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>What may be done with an invoice now, as the domain answers it.</summary>
public sealed record AllowedActs(
    RuleCheck Send,
    RuleCheck Edit,
    RuleCheck Withdraw,
    RuleCheck Void,
    RuleCheck Delete,
    RuleCheck RecordPayment,
    RuleCheck Credit,
    RuleCheck Refund,
    RuleCheck Adjust,
    RuleCheck WriteMessage)
{
    private static readonly RuleCheck Refused = RuleCheck.Refused("");

    public static AllowedActs None { get; } = new(Refused, Refused, Refused, Refused, Refused, Refused, Refused, Refused, Refused, Refused);

    public static AllowedActs Of(Invoice invoice) => new(
        invoice.CanSend(),
        invoice.CanEdit(),
        invoice.CanWithdraw(),
        invoice.CanVoid(),
        invoice.CanDelete(),
        invoice.CanRecordPayment(),
        invoice.CanCredit(),
        invoice.CanRefund(),
        invoice.CanAdjust(),
        MessageDraft.CanDraft(invoice));
}
