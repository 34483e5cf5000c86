using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>Finds a customer while somebody types, or adds one.</summary>
public sealed partial class CustomerPicker
{
    private readonly string listId = $"l{Guid.NewGuid():N}";
    private ElementReference input;
    private IReadOnlyList<CustomerChoice> choices = [];
    private CancellationTokenSource? pending;
    private string text = "";
    private Guid? shownId;
    private bool isOpen;
    private int active = -1;

    [Inject]
    public required CustomerRows Rows { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [Parameter]
    public Guid? CustomerId { get; set; }

    [Parameter]
    public string CustomerName { get; set; } = "";

    [Parameter]
    public EventCallback<CustomerChoice> Chosen { get; set; }

    [Parameter]
    public Dictionary<string, object> InputAttributes { get; set; } = [];

    protected override void OnParametersSet()
    {
        if (CustomerId != shownId)
        {
            shownId = CustomerId;
            text = CustomerName;
        }
    }

    public void Dispose() => pending?.Cancel();

    private string OptionId(int index) => $"{listId}-{index}";

    private string Search => HasTyped ? text.Trim() : "";

    private bool HasTyped => text != CustomerName;

    private async Task Open()
    {
        if (!isOpen)
        {
            isOpen = true;
            await SearchAsync(TimeSpan.Zero);
        }
    }

    private void Close()
    {
        pending?.Cancel();
        (isOpen, active) = (false, -1);
        text = CustomerName;
    }

    private async Task Typed()
    {
        isOpen = true;
        await SearchAsync(TimeSpan.FromMilliseconds(150));
    }

    private async Task SearchAsync(TimeSpan waiting)
    {
        pending?.Cancel();
        var mine = pending = new CancellationTokenSource();
        try
        {
            if (waiting > TimeSpan.Zero)
            {
                await Task.Delay(waiting, Clock, mine.Token);
            }

            var search = Search;
            var found = await Rows.ChoicesAsync(Workplace.Caller, search, mine.Token);
            if (mine == pending)
            {
                (choices, active) = (found, search.Length > 0 && found.Count > 0 ? 0 : -1);
            }
        }
        catch (OperationCanceledException)
        {
            // Somebody typed on.
        }
    }

    private async Task Key(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !isOpen:
                await Open();
                break;
            case "ArrowDown":
                active = active >= choices.Count ? 0 : active + 1;
                break;
            case "ArrowUp" when isOpen:
                active = active <= 0 ? choices.Count : active - 1;
                break;
            case "Enter" when isOpen && active == choices.Count:
                await Add();
                break;
            case "Enter" when isOpen && active >= 0:
                await Choose(choices[active]);
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private async Task Choose(CustomerChoice choice)
    {
        (isOpen, active) = (false, -1);
        (shownId, text) = (choice.Id, choice.Name);
        await Chosen.InvokeAsync(choice);
    }

    private async Task Add()
    {
        var name = Search;
        (isOpen, active) = (false, -1);
        if (await AddCustomerDialog.AskAsync(Dialogs, name) is { } added)
        {
            await Choose(added);
        }

        await input.FocusAsync();
    }
}
