using System.Globalization;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Customers;

public sealed partial class CustomersPage
{
    // The keys of the invoices' list serve this one too.
    private readonly BrowserModule _keys = new("./Admin/Money/InvoiceTable.razor.js");
    private ElementReference _frame;
    private CustomerList? _list;
    private CancellationTokenSource? _typing;
    private CancellationTokenSource? _reading;
    private IDisposable? _watching;
    private string? _error;
    private string _shown = "";
    private int _generation;

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
    public required CurrentSite CurrentSite { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(CurrentSite.Culture);

    private string Range => _list is null ? "" : string.Create(
        Culture, $"{((_list.Page - 1) * CustomerList.PageSize) + 1:N0}–{Math.Min(_list.Matching, _list.Page * CustomerList.PageSize):N0} of {_list.Matching:N0}");

    /// <summary>The address of the list of a customer's invoices.</summary>
    public static string InvoicesOf(string name) => $"/money?q={Uri.EscapeDataString(name)}";

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _watching = Changes.Subscribe(CurrentSite.SiteId, () => InvokeAsync(ReadAgain));
    }

    protected override async Task OnParametersSetAsync()
    {
        if ((Q ?? "") != _shown)
        {
            _shown = Q ?? "";
            _generation++;
        }

        if (RendererInfo.IsInteractive)
            await ReadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _keys.StartAsync(Js, _frame);
    }

    private async Task ReadAgain()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        _reading?.Cancel();
        var mine = _reading = new CancellationTokenSource();
        try
        {
            var page = int.TryParse(Page, CultureInfo.InvariantCulture, out var number) ? number : 1;
            var answer = await Rows.ReadAsync(CurrentSite.Caller, Q ?? "", page, mine.Token);
            if (mine == _reading)
                (_list, _error) = (answer, null);
        }
        catch (OperationCanceledException)
        {
            // A newer question is on its way.
        }
        catch (AccessDenied denied)
        {
            _error = denied.Message;
        }
    }

    private async Task Typed(ChangeEventArgs change)
    {
        _typing?.Cancel();
        var mine = _typing = new CancellationTokenSource();
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(150), Clock, mine.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        // The box belongs to the person while they type; it is drawn anew only when the address changed elsewhere.
        _shown = (change.Value?.ToString() ?? "").Trim();
        Navigation.NavigateTo(Address(_shown, 1), replace: true);
    }

    private static string Address(string search, int page)
    {
        var parts = new[] { search.Length == 0 ? null : $"q={Uri.EscapeDataString(search)}", page > 1 ? $"page={page}" : null }.OfType<string>();
        var query = string.Join('&', parts);
        return query.Length == 0 ? "/customers" : $"/customers?{query}";
    }

    public async ValueTask DisposeAsync()
    {
        _watching?.Dispose();
        _typing?.Cancel();
        _reading?.Cancel();
        await _keys.DisposeAsync();
    }
}
