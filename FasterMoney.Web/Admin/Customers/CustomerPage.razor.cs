using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Customers;

public sealed partial class CustomerPage
{
    private ElementReference root;
    private CustomerDetails? known;
    private CustomerForm? form;
    private CustomerForm? before;
    private RuleCheck check = RuleCheck.Allowed;
    private string? error;
    private string? saved;
    private bool isMissing;
    private bool isSaving;
    private bool showsReasons;
    private bool seeksInvalid;

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

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [Parameter]
    public Guid? Id { get; set; }

    private string Heading => known?.Content.Name ?? (Id is null ? "New customer" : "Customer");

    protected override async Task OnParametersSetAsync()
    {
        if (!RendererInfo.IsInteractive || (form is not null && known?.Id == Id))
        {
            return;
        }

        (known, form, saved, error) = (null, null, null, null);
        if (Id is { } id)
        {
            var found = await Records.FindAsync(Workplace.Caller, id);
            isMissing = found is null;
            Show(found);
        }
        else if (Workplace.MayChange)
        {
            var content = await Records.NewAsync(Workplace.Caller);
            (form, before) = (new CustomerForm(content), new CustomerForm(content));
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (seeksInvalid)
        {
            seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, root);
        }
    }

    private bool IsDirty() => form is not null && before is not null && form.ToContent() != before.ToContent();

    private void Show(CustomerDetails? found)
    {
        if (found is not null)
        {
            (known, form, before) = (found, new CustomerForm(found.Content), new CustomerForm(found.Content));
        }
    }

    private void CheckAgain()
    {
        saved = null;
        check = showsReasons ? form!.ToContent().Check() : RuleCheck.Allowed;
    }

    private async Task Save()
    {
        (showsReasons, error, saved) = (true, null, null);
        CheckAgain();
        if (!check.IsAllowed)
        {
            seeksInvalid = true;
            return;
        }

        isSaving = true;
        try
        {
            await StoreAsync();
        }
        catch (ChangedByOthers)
        {
            await SettleConflict();
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite)
        {
            error = refusal.Message;
        }
        finally
        {
            isSaving = false;
        }
    }

    private async Task StoreAsync()
    {
        var content = form!.ToContent();
        if (Id is not { } id)
        {
            await Customers.CreateAsync(Workplace.Caller, content);
            before = new CustomerForm(content);
            Navigation.NavigateTo("/customers");
            return;
        }

        await Customers.EditAsync(Workplace.Caller, id, known!.Version, content);
        Show(await Records.FindAsync(Workplace.Caller, id));
        (showsReasons, saved) = (false, "Saved");
    }

    private async Task SettleConflict()
    {
        if (await Records.FindAsync(Workplace.Caller, Id!.Value) is not { } theirs)
        {
            error = "This customer is not here any more.";
            return;
        }

        var other = new CustomerForm(theirs.Content);
        var differences = Difference.Between(CustomerForm.Parts, before!, other, form!);
        if (differences.Count > 0 && !await ConflictDialog.AskAsync(
            Dialogs, theirs.LastChange, [.. differences.Select(pair => pair.Difference)]))
        {
            error = "Not saved yet: somebody else changed this customer. Save again to choose.";
            return;
        }

        // What they changed and nobody here touched is theirs, asked or not; the rest is as chosen.
        foreach (var part in CustomerForm.Parts.Where(part => !part.Differs(before!, form!) && differences.All(pair => pair.Part != part)))
        {
            part.Copy(other, form!);
        }

        foreach (var (part, _) in differences.Where(pair => pair.Difference.TakesTheirs))
        {
            part.Copy(other, form!);
        }

        (known, before) = (theirs, other);
        await Save();
    }
}
