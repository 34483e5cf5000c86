using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Movements;

/// <summary>Reads the latest state, follows what others do to it, and records the act once.</summary>
public sealed partial class MovementFrame
{
    private ElementReference root;
    private InvoiceLedger? ledger;
    private InvoiceLedger? seen;
    private ProposedMovement? proposal;
    private IDisposable? watching;
    private Guid commandId = Guid.NewGuid();
    private string? problem;
    private bool isActing;
    private bool isDone;
    private bool showsReasons;
    private bool seeksInvalid;
    private RuleCheck refused = RuleCheck.Allowed;

    [Inject]
    public required InvoiceLedgers Ledgers { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid InvoiceId { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required string ActText { get; set; }

    /// <summary>What is said once it is recorded.</summary>
    [Parameter, EditorRequired]
    public required string DoneText { get; set; }

    /// <summary>True when money comes in, so that the same money could have been recorded by somebody else.</summary>
    [Parameter]
    public bool IsPayment { get; set; }

    /// <summary>Fills the form from the state that the dialog starts with.</summary>
    [Parameter]
    public Action<InvoiceLedger>? Start { get; set; }

    [Parameter, EditorRequired]
    public required Func<InvoiceLedger, Guid, ProposedMovement> Propose { get; set; }

    /// <summary>Records it, on the version of that ledger and under that command id.</summary>
    [Parameter, EditorRequired]
    public required Func<InvoiceLedger, Guid, Task<Recorded>> Act { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<MovementScene> ChildContent { get; set; }

    /// <summary>Buttons before the usual ones.</summary>
    [Parameter]
    public RenderFragment? MoreActions { get; set; }

    private List<string> Obstacles =>
        proposal is null ? [] : [.. proposal.Check.Reasons.Where(reason => reason.Field is null).Select(reason => reason.Sentence)];

    private bool AsksForSecondPayment => IsPayment && ledger!.Since(seen!)
        .Any(act => act.Kind is ActivityKind.PaymentRecorded or ActivityKind.PaymentPending or ActivityKind.PaymentArrived);

    /// <summary>Shows a movement's dialog; its answer is what was done, or null.</summary>
    public static async Task<string?> ShowAsync<TDialog>(IDialogService dialogs, DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        // A click beside the dialog must not throw away what was typed.
        var shown = await dialogs.ShowAsync<TDialog>(null, parameters, new DialogOptions { BackdropClick = false });
        return (await shown.Result)?.Data as string;
    }

    protected override async Task OnInitializedAsync()
    {
        watching = Changes.Subscribe(Workplace.SiteId, () => InvokeAsync(FollowAsync));
        await ReadAsync();
        if (ledger is not null)
        {
            Start?.Invoke(ledger);
            proposal = Propose(ledger, commandId);
        }
    }

    protected override void OnParametersSet()
    {
        // Whatever was typed comes in this way.
        refused = RuleCheck.Allowed;
        if (ledger is not null)
        {
            proposal = Propose(ledger, commandId);
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

    private async Task ReadAsync()
    {
        try
        {
            var now = await Ledgers.FindAsync(Workplace.Caller, InvoiceId);
            if (now is not null && ledger is not null && now.Invoice.Version != ledger.Invoice.Version)
            {
                seen ??= ledger;
            }

            ledger = now;
            problem = now is null ? "This invoice is not here any more." : null;
        }
        catch (AccessDenied denied)
        {
            (ledger, problem) = (null, denied.Message);
        }

        proposal = ledger is null ? null : Propose(ledger, commandId);
    }

    private async Task FollowAsync()
    {
        // What was recorded here makes itself heard as well.
        if (!isActing && !isDone && ledger is not null)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private void ConfirmAnew()
    {
        (seen, commandId) = (null, Guid.NewGuid());
        proposal = Propose(ledger!, commandId);
    }

    private async Task Confirm()
    {
        if (isActing || isDone || seen is not null || ledger is null)
        {
            return;
        }

        (showsReasons, problem, refused) = (true, null, RuleCheck.Allowed);
        proposal = Propose(ledger, commandId);
        if (!proposal.Check.IsAllowed)
        {
            seeksInvalid = true;
            return;
        }

        isActing = true;
        try
        {
            await Act(ledger, commandId);
            isDone = true;
            Dialog.Close(DialogResult.Ok(DoneText));
        }
        catch (ChangedByOthers)
        {
            await ReadAsync();
        }
        catch (RuleViolation violation) when (violation.Reasons.All(reason => reason.Field is not null))
        {
            // Only the server knows what a text gives away.
            (refused, seeksInvalid) = (RuleCheck.From(violation.Reasons), true);
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite)
        {
            problem = refusal.Message;
        }
        catch (OverflowException)
        {
            problem = "The amount is too large.";
        }
        finally
        {
            isActing = false;
        }
    }

    public void Dispose() => watching?.Dispose();
}
