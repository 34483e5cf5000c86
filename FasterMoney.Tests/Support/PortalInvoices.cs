using FasterMoney.Web.Reads;

namespace FasterMoney.Tests.Support;

public static class PortalInvoices
{
    /// <summary>The same with another head.</summary>
    public static PortalInvoice With(this PortalInvoice invoice, Func<PortalHead, PortalHead> head) => invoice with { Head = head(invoice.Head) };
}
