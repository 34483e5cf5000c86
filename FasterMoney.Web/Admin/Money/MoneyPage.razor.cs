using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Admin.Workspace;

public sealed partial class MoneyPage
{
    private MoneyFilter _filter = new();
    private MoneyFilter? _read;
    private MoneyList? _list;
    private InvoiceDetails? _details;
    private CancellationTokenSource? _reading;
    private IDisposable? _watching;
    private string? _listError;
    private bool _busy = true;
    private bool _isMissing;
    private bool _refreshed;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required MoneyRows Rows { get; init; }

    [Inject]
    public required DrawerInvoices Drawer { get; init; }

    [Inject]
    public required PortalLinkCommands Links { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    // The router hands a new address over only through these; MoneyFilter then reads it whole.
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Dir { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Invoice { get; set; }

    private bool MayChange => CurrentSite.MayChange;

    private Caller Caller => CurrentSite.Caller;

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _watching = Changes.Subscribe(CurrentSite.SiteId, () => InvokeAsync(ReadAgain));
    }

    protected override async Task OnParametersSetAsync()
    {
        _filter = MoneyFilter.FromQuery(new Uri(Navigation.Uri).Query);

        // The first paint is the frame with empty rows; the figures come once, with the circuit.
        if (!RendererInfo.IsInteractive)
            return;

        var before = _read;
        _read = _filter;
        _refreshed = false;
        var listTask = before?.Closed() == _filter.Closed() ? Task.CompletedTask : ReadList();
        var drawerTask = before?.Invoice == _filter.Invoice ? Task.CompletedTask : ReadDrawer(fresh: true);
        await Task.WhenAll(listTask, drawerTask);
    }

    private async Task ReadList()
    {
        _reading?.Cancel();
        var mine = _reading = new CancellationTokenSource();
        _busy = true;
        try
        {
            var answer = await Rows.ReadAsync(Caller, _filter, mine.Token);
            if (mine == _reading)
                (_list, _listError) = (answer, null);
        }
        catch (OperationCanceledException)
        {
            // A newer question is on its way.
        }
        catch (AccessDenied denied)
        {
            (_list, _listError) = (null, denied.Message);
        }
        finally
        {
            if (mine == _reading)
                _busy = false;
        }
    }

    private async Task ReadDrawer(bool fresh)
    {
        if (fresh)
            (_details, _isMissing) = (null, false);

        if (_filter.Invoice is not { } id)
            return;

        InvoiceDetails? found = null;
        try
        {
            found = await Drawer.FindAsync(Caller, id);
        }
        catch (AccessDenied)
        {
            // The list says so; nothing of the invoice is shown any more.
        }

        if (_filter.Invoice == id)
            (_details, _isMissing) = (found, found is null);
    }

    private async Task ReadAgain()
    {
        await Task.WhenAll(ReadList(), ReadDrawer(fresh: false));
        StateHasChanged();
    }

    private async Task Refresh()
    {
        await ReadAgain();
        _refreshed = _listError is null;
    }

    // A copy made in the list; that it cannot be noted is no reason to say that it was not made.
    private async Task NoteCopied(Guid invoice)
    {
        try
        {
            await Links.NoteCopiedAsync(Caller, invoice);
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite or ChangedByOthers)
        {
            await ReadAgain();
        }
    }

    // Typing replaces the address, so that Back leaves the search instead of undoing it letter by letter.
    private void Search(string text) => Navigation.NavigateTo(_filter.SearchingFor(text).ToAddress(), replace: true);

    public void Dispose()
    {
        _watching?.Dispose();
        _reading?.Cancel();
    }
}
