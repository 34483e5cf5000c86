using FasterMoney.Domain.Rules;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Admin.Workspace;

public sealed partial class MoneyPage
{
    private MoneyFilter filter = new();
    private MoneyFilter? read;
    private MoneyList? list;
    private InvoiceDetails? details;
    private CancellationTokenSource? reading;
    private IDisposable? watching;
    private string? listError;
    private bool busy = true;
    private bool isMissing;
    private bool refreshed;

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
    public required Workplace Workplace { get; set; }

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

    private bool MayChange => Workplace.MayChange;

    private Caller Caller => Workplace.Caller;

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            watching = Changes.Subscribe(Workplace.SiteId, () => InvokeAsync(ReadAgain));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        filter = MoneyFilter.FromQuery(new Uri(Navigation.Uri).Query);

        // The first paint is the frame with empty rows; the figures come once, with the circuit.
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        var before = read;
        read = filter;
        refreshed = false;
        var listTask = before?.Closed() == filter.Closed() ? Task.CompletedTask : ReadList();
        var drawerTask = before?.Invoice == filter.Invoice ? Task.CompletedTask : ReadDrawer(fresh: true);
        await Task.WhenAll(listTask, drawerTask);
    }

    private async Task ReadList()
    {
        reading?.Cancel();
        var mine = reading = new CancellationTokenSource();
        busy = true;
        try
        {
            var answer = await Rows.ReadAsync(Caller, filter, mine.Token);
            if (mine == reading)
            {
                (list, listError) = (answer, null);
            }
        }
        catch (OperationCanceledException)
        {
            // A newer question is on its way.
        }
        catch (AccessDenied denied)
        {
            (list, listError) = (null, denied.Message);
        }
        finally
        {
            if (mine == reading)
            {
                busy = false;
            }
        }
    }

    private async Task ReadDrawer(bool fresh)
    {
        if (fresh)
        {
            (details, isMissing) = (null, false);
        }

        if (filter.Invoice is not { } id)
        {
            return;
        }

        InvoiceDetails? found = null;
        try
        {
            found = await Drawer.FindAsync(Caller, id);
        }
        catch (AccessDenied)
        {
            // The list says so; nothing of the invoice is shown any more.
        }

        if (filter.Invoice == id)
        {
            (details, isMissing) = (found, found is null);
        }
    }

    private async Task ReadAgain()
    {
        await Task.WhenAll(ReadList(), ReadDrawer(fresh: false));
        StateHasChanged();
    }

    private async Task Refresh()
    {
        await ReadAgain();
        refreshed = listError is null;
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
    private void Search(string text) => Navigation.NavigateTo(filter.SearchingFor(text).ToAddress(), replace: true);

    public void Dispose()
    {
        watching?.Dispose();
        reading?.Cancel();
    }
}
