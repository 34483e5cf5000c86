using FasterMoney.Web.Admin.Controls;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Workspace;

public sealed partial class InvoiceTable
{
    private static readonly (MoneySort Sort, string Text, string Css)[] Columns =
    [
        (MoneySort.Number, "Number", "number"),
        (MoneySort.Customer, "Customer", "customer"),
        (MoneySort.Issued, "Issued", "issued"),
        (MoneySort.Due, "Due", "due"),
        (MoneySort.Total, "Total", "amount total"),
        (MoneySort.Balance, "Balance", "amount balance"),
        (MoneySort.State, "State", "state"),
        (MoneySort.Link, "Link", "link"),
        (MoneySort.Opened, "Last opened", "opened"),
    ];

    private readonly BrowserModule _keys = new("./Admin/Money/InvoiceTable.razor.js");
    private readonly BrowserModule _copying = new(BrowserModule.Copying);
    private ElementReference _frame;
    private DotNetObjectReference<InvoiceTable>? _self;

    [Inject]
    public required IJSRuntime Js { get; init; }

    /// <summary>Null while the first page is being read.</summary>
    [Parameter]
    public MoneyList? List { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    [Parameter, EditorRequired]
    public required MoneyFilter Filter { get; set; }

    [Parameter]
    public EventCallback<Guid> Copied { get; set; }

    /// <summary>What to offer a business that has no invoices.</summary>
    [Parameter]
    public RenderFragment? WhenNone { get; set; }

    private string Nothing => (Filter.Search, Filter.State) switch
    {
        ("", var state) => $"There is nothing under {state} at the moment.",
        (var text, StateTab.All) => $"Nothing has “{text}” in its number, customer, reference or amount.",
        var (text, state) => $"Nothing under {state} has “{text}” in its number, customer, reference or amount.",
    };

    [JSInvokable]
    public Task NoteCopied(Guid invoice) => InvokeAsync(() => Copied.InvokeAsync(invoice));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            await _keys.StartAsync(Js, _frame);
            await _copying.StartAsync(Js, _frame, _self);
        }
    }

    private string? SortOf(MoneySort sort) =>
        sort != Filter.Sort ? null : Filter.Descending ? "descending" : "ascending";

    public async ValueTask DisposeAsync()
    {
        await _keys.DisposeAsync();
        await _copying.DisposeAsync();
        _self?.Dispose();
    }
}
