using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>Finds a customer while somebody types, or adds one.</summary>
public sealed partial class CustomerPicker
{
    private readonly string _listId = $"l{Guid.NewGuid():N}";
    private ElementReference _input;
    private IReadOnlyList<CustomerChoice> _choices = [];
    private CancellationTokenSource? _pending;
    private string _text = "";
    private Guid? _shownId;
    private bool _isOpen;
    private int _active = -1;

    [Inject]
    public required CustomerRows Rows { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

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
        if (CustomerId != _shownId)
        {
            _shownId = CustomerId;
            _text = CustomerName;
        }
    }

    public void Dispose() => _pending?.Cancel();

    private string OptionId(int index) => $"{_listId}-{index}";

    private string Search => HasTyped ? _text.Trim() : "";

    private bool HasTyped => _text != CustomerName;

    private async Task Open()
    {
        if (!_isOpen)
        {
            _isOpen = true;
            await SearchAsync(TimeSpan.Zero);
        }
    }

    private void Close()
    {
        _pending?.Cancel();
        (_isOpen, _active) = (false, -1);
        _text = CustomerName;
    }

    private async Task Typed()
    {
        _isOpen = true;
        await SearchAsync(TimeSpan.FromMilliseconds(150));
    }

    private async Task SearchAsync(TimeSpan waiting)
    {
        _pending?.Cancel();
        var mine = _pending = new CancellationTokenSource();
        try
        {
            if (waiting > TimeSpan.Zero)
                await Task.Delay(waiting, Clock, mine.Token);

            var search = Search;
            var found = await Rows.ChoicesAsync(CurrentSite.Caller, search, mine.Token);
            if (mine == _pending)
                (_choices, _active) = (found, search.Length > 0 && found.Count > 0 ? 0 : -1);
        }
        catch (OperationCanceledException)
        {
            // Somebody typed on.
        }
        catch (Exception fault) when (DatabaseFaults.Of(fault) is not null)
        {
            // Nothing to choose from just now; what was typed stays, and the next letter asks again.
            _choices = [];
        }
    }

    private async Task Key(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when !_isOpen:
                await Open();
                break;
            case "ArrowDown":
                _active = _active >= _choices.Count ? 0 : _active + 1;
                break;
            case "ArrowUp" when _isOpen:
                _active = _active <= 0 ? _choices.Count : _active - 1;
                break;
            case "Enter" when _isOpen && _active == _choices.Count:
                await Add();
                break;
            case "Enter" when _isOpen && _active >= 0:
                await Choose(_choices[_active]);
                break;
            case "Escape":
                Close();
                break;
        }
    }

    private async Task Choose(CustomerChoice choice)
    {
        (_isOpen, _active) = (false, -1);
        (_shownId, _text) = (choice.Id, choice.Name);
        await Chosen.InvokeAsync(choice);
    }

    private async Task Add()
    {
        var name = Search;
        (_isOpen, _active) = (false, -1);
        if (await AddCustomerDialog.AskAsync(Dialogs, name) is { } added)
            await Choose(added);

        await _input.FocusAsync();
    }
}
