using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Portal;

public sealed partial class PortalInvoicePage
{
    [Parameter, EditorRequired]
    public required PortalInvoice Invoice { get; set; }

    [Parameter, EditorRequired]
    public required PortalLanguage Language { get; set; }

    [Parameter]
    public bool IsPreview { get; set; }

    private PortalText Text => Language.Text;

    private bool HasDiscounts { get; set; }

    private bool HasTaxes { get; set; }

    private int LabelSpan => 3 + (HasDiscounts ? 1 : 0) + (HasTaxes ? 1 : 0);

    private string BusinessName => Invoice.Business.LegalName is { Length: > 0 } legal ? legal : Invoice.Business.Name;

    private string StatusClass => Invoice.Status switch
    {
        PortalStatus.Overdue => "overdue",
        PortalStatus.Paid => "paid",
        PortalStatus.InCredit or PortalStatus.Refunded => "credit",
        PortalStatus.Cancelled => "cancelled",
        _ => Invoice.PartiallyPaid ? "partly" : "due",
    };

    private string StatusWords
    {
        get
        {
            var words = Invoice.Status switch
            {
                PortalStatus.Due => Text.DueIn(Invoice.Days),
                PortalStatus.DueToday => Text.DueToday,
                PortalStatus.Overdue => Text.OverdueBy(Invoice.Days),
                PortalStatus.Paid => Invoice.SettledOn is { } day ? Text.PaidOn(Language.Date(day)) : Text.Settled,
                PortalStatus.Refunded => Text.Refunded,
                PortalStatus.InCredit => Text.InCredit(Language.Money(Invoice.Credit)),
                _ => Text.Cancelled,
            };
            return Invoice.PartiallyPaid && Invoice.IsPayable ? $"{Text.PartiallyPaid} · {words}" : words;
        }
    }

    protected override void OnParametersSet()
    {
        HasDiscounts = Invoice.Lines.Any(line => line.DiscountPercent != 0);
        HasTaxes = Invoice.Taxes.Any(tax => tax.Percent != 0);
    }

    private string BalanceOf(PortalMovement movement) => movement.Balance.IsNegative
        ? Text.CreditOf(Language.Money(movement.Balance.Absolute))
        : Language.Money(movement.Balance);

    private static string Below(string text) => text.Length == 0 ? "" : "\n" + text;
}
