using System.Globalization;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Customers;

public sealed partial class CustomersPage
{
    // The keys of the invoices' list serve this one too.
    private readonly BrowserModule keys = new("./Admin/Workspace/InvoiceTable.razor.js");
    private ElementReference frame;
    private CustomerList? list;
    private CancellationTokenSource? typing;
    private CancellationTokenSource? reading;
    private IDisposable? watching;
    private string? error;
    private string shown = "";
    private int generation;

    [Inject]
    public required CustomerRows Rows { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Workplace.Culture);

    private string Range => list is null ? "" : string.Create(
        Culture, $"{((list.Page - 1) * CustomerList.PageSize) + 1:N0}–{Math.Min(list.Matching, list.Page * CustomerList.PageSize):N0} of {list.Matching:N0}");

    /// <summary>The address of the list of a customer's invoices.</summary>
    public static string InvoicesOf(string name) => $"/money?q={Uri.EscapeDataString(name)}";

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            watching = Changes.Subscribe(Workplace.SiteId, () => InvokeAsync(ReadAgain));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if ((Q ?? "") != shown)
        {
            shown = Q ?? "";
            generation++;
        }

        if (RendererInfo.IsInteractive)
        {
            await ReadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await keys.StartAsync(Js, frame);
        }
    }

    private async Task ReadAgain()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        reading?.Cancel();
        var mine = reading = new CancellationTokenSource();
        try
        {
            var page = int.TryParse(Page, CultureInfo.InvariantCulture, out var number) ? number : 1;
            var answer = await Rows.ReadAsync(Workplace.Caller, Q ?? "", page, mine.Token);
            if (mine == reading)
            {
                (list, error) = (answer, null);
            }
        }
        catch (OperationCanceledException)
        {
            // A newer question is on its way.
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
    }

    private async Task Typed(ChangeEventArgs change)
    {
        typing?.Cancel();
        var mine = typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(150), Clock, mine.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        // The box belongs to the person while they type; it is drawn anew only when the address changed elsewhere.
        shown = (change.Value?.ToString() ?? "").Trim();
        Navigation.NavigateTo(Address(shown, 1), replace: true);
    }

    private static string Address(string search, int page)
    {
        var parts = new[] { search.Length == 0 ? null : $"q={Uri.EscapeDataString(search)}", page > 1 ? $"page={page}" : null }.OfType<string>();
        var query = string.Join('&', parts);
        return query.Length == 0 ? "/customers" : $"/customers?{query}";
    }

    public async ValueTask DisposeAsync()
    {
        watching?.Dispose();
        typing?.Cancel();
        reading?.Cancel();
        await keys.DisposeAsync();
    }
}
