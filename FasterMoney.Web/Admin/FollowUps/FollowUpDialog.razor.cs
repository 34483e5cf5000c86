using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>Asks for a follow-up: a new one, one to change, or a suggestion to confirm. Until it is saved here, nothing is stored.</summary>
public sealed partial class FollowUpDialog
{
    private ElementReference root;
    private FollowUpStart? start;
    private FollowUpForm form = new();
    private RuleCheck check = RuleCheck.Allowed;
    private string? error;
    private bool isMissing;
    private bool isActing;
    private bool showsReasons;
    private bool seeksInvalid;

    [Inject]
    public required OpenFollowUps FollowUps { get; init; }

    [Inject]
    public required FollowUpCommands Commands { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>What a new one is about.</summary>
    [Parameter]
    public Guid InvoiceId { get; set; }

    /// <summary>The one to change or confirm; null for a new one.</summary>
    [Parameter]
    public Guid? FollowUpId { get; set; }

    private bool IsProposed => start?.Known is { State: FollowUpState.Proposed };

    private string Heading => FollowUpId is null ? "Prepare follow-up" : IsProposed ? "Confirm follow-up" : "Edit follow-up";

    /// <summary>Asks for a new follow-up about an invoice. True when it was saved.</summary>
    public static Task<bool> AskAsync(IDialogService dialogs, Guid invoiceId) =>
        ShowAsync(dialogs, new DialogParameters<FollowUpDialog> { { d => d.InvoiceId, invoiceId } });

    /// <summary>Shows one that is there, to be changed or, when the assistant suggested it, confirmed. True when it was saved.</summary>
    public static Task<bool> ChangeAsync(IDialogService dialogs, Guid followUpId) =>
        ShowAsync(dialogs, new DialogParameters<FollowUpDialog> { { d => d.FollowUpId, followUpId } });

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        if (start is not null)
        {
            form = FollowUpForm.Of(start.Content);
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

    private static async Task<bool> ShowAsync(IDialogService dialogs, DialogParameters<FollowUpDialog> parameters)
    {
        var shown = await dialogs.ShowAsync<FollowUpDialog>(null, parameters);
        return await shown.Result is { Canceled: false };
    }

    private async Task ReadAsync()
    {
        start = FollowUpId is { } id ? await FollowUps.EditAsync(Workplace.Caller, id) : await FollowUps.PrepareAsync(Workplace.Caller, InvoiceId);
        isMissing = start is null;
    }

    private void CheckAgain() => check = showsReasons && start is not null ? start.Check(form.ToContent()) : RuleCheck.Allowed;

    private async Task Save()
    {
        (showsReasons, error) = (true, null);
        CheckAgain();
        if (!check.IsAllowed)
        {
            // What no input bears is said below them.
            error = check.Reasons.FirstOrDefault(reason => reason.Field is null)?.Sentence;
            seeksInvalid = true;
            return;
        }

        isActing = true;
        try
        {
            await StoreAsync(form.ToContent());
            Dialog.Close();
        }
        catch (ChangedByOthers)
        {
            await ReadAsync();
            error = start is null ? null : Theirs(start.Content);
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite)
        {
            error = refusal.Message;
        }
        finally
        {
            isActing = false;
        }
    }

    private Task StoreAsync(FollowUpContent content) => start!.Known switch
    {
        null => Commands.CreateAsync(Workplace.Caller, InvoiceId, content),
        { State: FollowUpState.Proposed } proposed => Commands.ConfirmAsync(Workplace.Caller, proposed.Id, proposed.Version, content),
        { } known => Commands.EditAsync(Workplace.Caller, known.Id, known.Version, content),
    };

    // What was typed stays; saving again is then a choice made with open eyes.
    private string Theirs(FollowUpContent theirs) =>
        $"Somebody else changed this in the meantime. It now reads “{theirs.Title}”, due {theirs.DueOn:yyyy-MM-dd}, for "
        + $"{start!.People.Seen(theirs.AssigneeUserId, Workplace.UserId).Words}. Save again to put yours in its place.";
}
