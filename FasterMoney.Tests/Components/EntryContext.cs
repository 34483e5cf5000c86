using AngleSharp.Dom;
using Bunit;
using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Admin.Workspace.Acts;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Components;

/// <summary>The dialogs that move a balance, opened as Adam opens them.</summary>
public abstract class EntryContext : EditorContext
{
    protected async Task<Guid> SentAsync(Action<Invoice>? act = null, InvoiceContent? content = null)
    {
        var id = await Stage.SentAsync(TestSite, content);
        if (act is not null)
            await Stage.ChangeAsync(id, act);
        return id;
    }

    protected async Task<IRenderedComponent<InvoiceActs>> ShowActsAsync(Guid id)
    {
        var details = await DetailsAsync(id);
        return Show<InvoiceActs>(p => p.Add(x => x.Invoice, details));
    }

    protected async Task<IRenderedComponent<InvoiceSections>> ShowHistoryAsync(Guid id)
    {
        var details = await DetailsAsync(id);
        return Show<InvoiceSections>(p => p.Add(x => x.Invoice, details));
    }

    /// <summary>Opens the dialog of an act and waits for the latest state in it.</summary>
    protected async Task<IRenderedComponent<InvoiceActs>> OpenAsync(Guid id, string act)
    {
        var acts = await ShowActsAsync(id);
        acts.PressAct(act);
        Dialogs.WaitForAssertion(() => Dialogs.Term("Balance now").Should().NotBeNull());
        return acts;
    }

    protected async Task ClosedAsync() => await EventuallyAsync(() => Dialogs.FindAll("[role=dialog]").Should().BeEmpty());

    protected void Choose(string option) =>
        Dialogs.FindAll("label").Single(label => label.TextContent.Trim() == option).QuerySelector("input")!.Change("on");

    /// <summary>The line on the customer's page, cell by cell.</summary>
    protected string Seen() => string.Join('|', Dialogs.Region("What the customer will see").QuerySelectorAll("tbody td").Select(cell => cell.TextContent.Trim()));

    protected static string Normal(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private async Task<InvoiceDetails> DetailsAsync(Guid id) => (await Services.GetRequiredService<DrawerInvoices>().FindAsync(TestSite.Admin, id))!;
}
