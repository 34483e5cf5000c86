using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Admin.Workspace;

public sealed partial class MoneyPage
{
    private bool _refreshed;

    [Inject]
    public required MoneyRows Rows { get; init; }

    [Inject]
    public required DrawerInvoices Drawer { get; init; }

    [Inject]
    public required PortalLinkCommands Links { get; init; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Dir { get; set; }

    [SupplyParameterFromQuery]
    public string? Invoice { get; set; }

    protected override MoneyFilter FilterOf(string query) => MoneyFilter.FromQuery(query);

    protected override Task<MoneyList> ReadAsync(MoneyFilter filter, CancellationToken cancellationToken) => Rows.ReadAsync(Caller, filter, cancellationToken);

    protected override Task<InvoiceDetails?> FindAsync(Guid id) => Drawer.FindAsync(Caller, id);

    protected override Task MovedAsync(MoneyFilter? before)
    {
        _refreshed = false;
        return base.MovedAsync(before);
    }

    private async Task Refresh()
    {
        await ReadAllAsync();
        _refreshed = Error is null;
    }

    // A copy made in the list; that it cannot be noted is no reason to say that it was not made.
    private async Task NoteCopied(Guid invoice)
    {
        if (await Refusals.OfAsync(() => Links.NoteCopiedAsync(Caller, invoice)) is not null)
            await ReadAllAsync();
    }
}
