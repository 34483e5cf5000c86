using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Customers;

public sealed partial class CustomerPage
{
    private ElementReference _root;
    private CustomerDetails? _known;
    private CustomerForm? _form;
    private CustomerForm? _before;
    private RuleCheck _check = RuleCheck.Allowed;
    private string? _error;
    private string? _saved;
    private bool _isMissing;
    private bool _isSaving;
    private bool _showsReasons;
    private bool _seeksInvalid;

    [Inject]
    public required CustomerRecords Records { get; init; }

    [Inject]
    public required CustomerCommands Customers { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [Parameter]
    public Guid? Id { get; set; }

    private string Heading => _known?.Content.Name ?? (Id is null ? "New customer" : "Customer");

    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || (_form is not null && _known?.Id == Id))
            return;

        (_known, _form, _saved, _error) = (null, null, null, null);
        if (Id is { } id)
        {
            var found = await Records.FindAsync(CurrentSite.Caller, id);
            _isMissing = found is null;
            Show(found);
        }
        else if (CurrentSite.MayChange)
        {
            var content = await Records.NewAsync(CurrentSite.Caller);
            (_form, _before) = (new CustomerForm(content), new CustomerForm(content));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }
    }

    private bool IsDirty() => _form is not null && _before is not null && _form.ToContent() != _before.ToContent();

    private void Show(CustomerDetails? found)
    {
        if (found is not null)
            (_known, _form, _before) = (found, new CustomerForm(found.Content), new CustomerForm(found.Content));
    }

    private async Task<bool> RestoreAsync(KeptInput kept)
    {
        var now = _before!.ToContent();
        var taken = await kept.TakeAsync(_known?.Version ?? 0, Dialogs, _known?.LastChange ?? "", CustomerForm.Parts, new CustomerForm(now), new CustomerForm(now), _form!);
        CheckAgain();
        StateHasChanged();
        return taken;
    }

    private void CheckAgain()
    {
        _saved = null;
        _check = _showsReasons ? _form!.ToContent().Check() : RuleCheck.Allowed;
    }

    private async Task Save()
    {
        (_showsReasons, _error, _saved) = (true, null, null);
        CheckAgain();
        if (!_check.IsAllowed)
        {
            _seeksInvalid = true;
            return;
        }

        _isSaving = true;
        _error = await Refusals.OfAsync(StoreAsync, changed: SettleConflict);
        _isSaving = false;
    }

    private async Task StoreAsync()
    {
        var content = _form!.ToContent();
        if (Id is not { } id)
        {
            await Customers.CreateAsync(CurrentSite.Caller, content);
            _before = new CustomerForm(content);
            Toasts.Say("Customer added");
            Navigation.NavigateTo("/customers");
            return;
        }

        await Customers.EditAsync(CurrentSite.Caller, id, _known!.Version, content);
        Show(await Records.FindAsync(CurrentSite.Caller, id));
        (_showsReasons, _saved) = (false, "Saved");
    }

    private async Task<string?> SettleConflict()
    {
        if (await Records.FindAsync(CurrentSite.Caller, Id!.Value) is not { } theirs)
            return "This customer is not here any more.";

        var other = new CustomerForm(theirs.Content);
        if (!await EditConflict.SettleAsync(Dialogs, theirs.LastChange, CustomerForm.Parts, _before!, other, _form!))
            return "Not saved yet: somebody else changed this customer. Save again to choose.";

        (_known, _before) = (theirs, other);
        await Save();
        return _error;
    }
}
