using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>Writes a new invoice or edits a draft.</summary>
public sealed partial class InvoiceEditorPage
{
    private ElementReference _root;
    private InvoiceDraft? _draft;
    private InvoiceForm? _form;
    private RuleCheck _check = RuleCheck.Allowed;
    private string _before = "";
    private string? _error;
    private string? _saved;
    private bool _isMissing;
    private bool _isSaving;
    private bool _showsReasons;
    private bool _seeksInvalid;
    private bool _canSaveAsNew;
    private bool _reviewsNext;

    [Inject]
    public required InvoiceDrafts Drafts { get; init; }

    [Inject]
    public required InvoiceCommands Invoices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required Toasts Toasts { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The customer that a new invoice is for.</summary>
    [SupplyParameterFromQuery]
    public Guid? Customer { get; set; }

    private string Heading => _draft switch
    {
        null => Id is null ? "New invoice" : "Invoice",
        { Id: null } => "New invoice",
        _ => _draft.Title,
    };

    private string BackAddress => (_draft is null ? Id : _draft.Id) is { } id ? new MoneyFilter().Opening(id).ToAddress() : "/money";

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && CurrentSite.MayChange && (_draft is null || _draft.Id != Id))
            await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }

        if (_reviewsNext && _draft?.Id == Id)
        {
            _reviewsNext = false;
            await ReviewAsync();
        }
    }

    private async Task LoadAsync()
    {
        var found = Id is { } id ? await Drafts.FindAsync(CurrentSite.Caller, id) : await Drafts.NewAsync(CurrentSite.Caller, Customer);
        _isMissing = found is null;
        if (found is not null)
            Show(found);
    }

    private void Show(InvoiceDraft shown)
    {
        (_draft, _form) = (shown, InvoiceForm.Of(shown));
        _before = _form.Fingerprint();
        (_check, _showsReasons, _error, _canSaveAsNew) = (RuleCheck.Allowed, false, null, false);
    }

    private bool IsDirty() => _form is not null && _form.Fingerprint() != _before;

    private void Choose(CustomerChoice customer)
    {
        (_form!.CustomerId, _form.CustomerName) = (customer.Id, customer.Name);
        Edited();
    }

    private void Issue(DateOnly? date)
    {
        _form!.Issue(date);
        Edited();
    }

    private void Due(DateOnly? date)
    {
        _form!.Due(date);
        Edited();
    }

    private void Write(InvoiceText text, string? typed)
    {
        _form!.Texts = text.With(_form.Texts, typed ?? "");
        Edited();
    }

    private void IncludeTax(bool include)
    {
        _form!.PricesIncludeTax = include;
        Edited();
    }

    private void Edited()
    {
        _saved = null;
        _check = _showsReasons ? _form!.Read().Check : RuleCheck.Allowed;
    }

    private async Task SaveAndReview()
    {
        if (!await SaveAsync())
            return;

        // A new draft has just gone to its own address, and a change of address closes dialogs: ask once it has arrived.
        _reviewsNext = _draft!.Id != Id;
        if (!_reviewsNext)
            await ReviewAsync();
    }

    private async Task ReviewAsync()
    {
        if (await SendReviewDialog.AskAsync(Dialogs, _draft!.Id!.Value) is { } done)
        {
            Toasts.Say(done);
            Navigation.NavigateTo(BackAddress);
        }
    }

    private async Task Save() => await SaveAsync();
}
