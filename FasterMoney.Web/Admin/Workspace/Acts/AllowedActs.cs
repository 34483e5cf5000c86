using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;

namespace FasterMoney.Web.Admin.Workspace.Acts;

/// <summary>What may be done with an invoice now, as the domain answers it.</summary>
public sealed record AllowedActs(RuleCheck Send, RuleCheck Edit, RuleCheck Withdraw, RuleCheck Void, RuleCheck Delete)
{
    public static AllowedActs None { get; } = new(
        RuleCheck.Refused(""), RuleCheck.Refused(""), RuleCheck.Refused(""), RuleCheck.Refused(""), RuleCheck.Refused(""));

    public static AllowedActs Of(Invoice invoice) =>
        new(invoice.CanSend(), invoice.CanEdit(), invoice.CanWithdraw(), invoice.CanVoid(), invoice.CanDelete());
}
