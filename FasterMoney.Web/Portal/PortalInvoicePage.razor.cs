using FasterMoney.Domain.Statements;
using FasterMoney.Web.Reads;
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

    private PortalHead Head => Invoice.Head;

    private InvoiceStatement Statement => Invoice.Statement;

    private PortalInvoiceWords Words { get; set; } = null!;

    private int LabelSpan => 3 + (Words.HasDiscounts ? 1 : 0) + (Words.HasTaxes ? 1 : 0);

    private string StatusClass => Words.Tone switch
    {
        PortalTone.Overdue => "overdue",
        PortalTone.Partly => "partly",
        PortalTone.Paid => "paid",
        PortalTone.Credit => "credit",
        PortalTone.Cancelled => "cancelled",
        _ => "due",
    };

    protected override void OnParametersSet() => Words = new PortalInvoiceWords(Invoice, Language);

    private static string Below(string text) => text.Length == 0 ? "" : "\n" + text;
}
