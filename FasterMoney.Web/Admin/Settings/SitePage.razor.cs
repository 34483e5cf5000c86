using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class SitePage
{
    private SiteDetails? details;
    private SiteForm? form;
    private SiteForm? before;
    private RuleCheck check = RuleCheck.Allowed;
    private ElementReference root;
    private string? error;
    private bool isSaving;
    private bool isSaved;
    private bool showsReasons;
    private bool seeksInvalid;

    [Inject]
    public required SiteSettings Settings { get; init; }

    [Inject]
    public required SiteCommands Commands { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    private string Status => isSaved ? "Saved" : !check.IsAllowed ? "Not saved yet: see what is marked above" : IsDirty() ? "Not saved yet" : "";

    protected override async Task OnInitializedAsync()
    {
        try
        {
            Show(await Settings.ReadAsync(Workplace.Caller));
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
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

    private bool IsDirty() => form is not null && before is not null && form.Differs(before);

    private void Show(SiteDetails read)
    {
        details = read;
        (form, before) = (FormOf(read), FormOf(read));
        (check, showsReasons) = (RuleCheck.Allowed, false);
    }

    private static SiteForm FormOf(SiteDetails read) => new(read.Site.ToContent(), read.Site.NextInvoiceNumber);

    private void CheckAgain()
    {
        isSaved = false;
        if (showsReasons)
        {
            check = form!.ToContent().Check();
            check = NextNumber is { } next ? check.And(details!.Site.CanContinueNumbersAt(next)) : check;
        }
    }

    // Left alone, numbering goes on wherever it is by then: an invoice may have been sent meanwhile.
    private long? NextNumber => form!.NextInvoiceNumber == before!.NextInvoiceNumber ? null : form.NextNumber;

    private void Discard()
    {
        isSaved = false;
        Show(details!);
    }

    private async Task Save()
    {
        (showsReasons, error) = (true, null);
        CheckAgain();
        if (!check.IsAllowed)
        {
            seeksInvalid = true;
            return;
        }

        isSaving = true;
        try
        {
            await Commands.EditAsync(Workplace.Caller, details!.Site.Version, form!.ToContent(), NextNumber);
            Show(await Settings.ReadAsync(Workplace.Caller));
            isSaved = true;
        }
        catch (ChangedByOthers)
        {
            await SettleConflict();
        }
        catch (RuleViolation violation)
        {
            (check, seeksInvalid) = (RuleCheck.From(violation.Reasons), true);
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
        finally
        {
            isSaving = false;
        }
    }

    private async Task SettleConflict()
    {
        var read = await Settings.ReadAsync(Workplace.Caller);
        var theirs = FormOf(read);
        var differences = Difference.Between(SiteForm.Parts, before!, theirs, form!);
        if (differences.Count > 0 && !await ConflictDialog.AskAsync(
            Dialogs, "These settings were saved by somebody else while you were typing.", [.. differences.Select(pair => pair.Difference)]))
        {
            error = "Not saved yet: somebody else changed these settings. What you typed is kept; save again to choose.";
            return;
        }

        foreach (var (part, _) in differences.Where(pair => pair.Difference.TakesTheirs))
        {
            part.Copy(theirs, form!);
        }

        (details, before) = (read, theirs);
        await Save();
    }
}
