using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Admin.Workspace.Acts;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Editor;

/// <summary>Writes a new invoice or edits a draft.</summary>
public sealed partial class InvoiceEditorPage
{
    private ElementReference root;
    private InvoiceDraft? draft;
    private InvoiceForm? form;
    private RuleCheck check = RuleCheck.Allowed;
    private string before = "";
    private string? error;
    private string? saved;
    private bool isMissing;
    private bool isSaving;
    private bool showsReasons;
    private bool seeksInvalid;
    private bool canSaveAsNew;
    private bool reviewsNext;

    [Inject]
    public required InvoiceDrafts Drafts { get; init; }

    [Inject]
    public required InvoiceCommands Invoices { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The customer that a new invoice is for.</summary>
    [SupplyParameterFromQuery]
    public Guid? Customer { get; set; }

    private string Heading => draft switch
    {
        null => Id is null ? "New invoice" : "Invoice",
        { Id: null } => "New invoice",
        _ => draft.Title,
    };

    private string BackAddress => (draft is null ? Id : draft.Id) is { } id ? new MoneyFilter().Opening(id).ToAddress() : "/money";

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive && Workplace.MayChange && (draft is null || draft.Id != Id))
        {
            await LoadAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (seeksInvalid)
        {
            seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, root);
        }

        if (reviewsNext && draft?.Id == Id)
        {
            reviewsNext = false;
            await ReviewAsync();
        }
    }

    private async Task LoadAsync()
    {
        var found = Id is { } id ? await Drafts.FindAsync(Workplace.Caller, id) : await Drafts.NewAsync(Workplace.Caller, Customer);
        isMissing = found is null;
        if (found is not null)
        {
            Show(found);
        }
    }

    private void Show(InvoiceDraft shown)
    {
        (draft, form) = (shown, InvoiceForm.Of(shown));
        before = form.Fingerprint();
        (check, showsReasons, error, canSaveAsNew) = (RuleCheck.Allowed, false, null, false);
    }

    private bool IsDirty() => form is not null && form.Fingerprint() != before;

    private void Choose(CustomerChoice customer)
    {
        (form!.CustomerId, form.CustomerName) = (customer.Id, customer.Name);
        Edited();
    }

    private void Issue(DateOnly? date)
    {
        form!.Issue(date);
        Edited();
    }

    private void Due(DateOnly? date)
    {
        form!.Due(date);
        Edited();
    }

    private void IncludeTax(bool include)
    {
        form!.PricesIncludeTax = include;
        Edited();
    }

    private void Edited()
    {
        saved = null;
        check = showsReasons ? form!.Read().Check : RuleCheck.Allowed;
    }

    private async Task SaveAndReview()
    {
        if (!await SaveAsync())
        {
            return;
        }

        // A new draft has just gone to its own address, and a change of address closes dialogs: ask once it has arrived.
        reviewsNext = draft!.Id != Id;
        if (!reviewsNext)
        {
            await ReviewAsync();
        }
    }

    private async Task ReviewAsync()
    {
        if (await SendReviewDialog.AskAsync(Dialogs, draft!.Id!.Value))
        {
            Navigation.NavigateTo(BackAddress);
        }
    }

    private async Task Save() => await SaveAsync();
}
