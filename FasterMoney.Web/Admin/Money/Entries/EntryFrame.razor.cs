using FasterMoney.Domain.Activity;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Workspace.Entries;

/// <summary>Reads the latest state, follows what others do to it, and records the act once.</summary>
public sealed partial class EntryFrame
{
    private ElementReference _root;
    private InvoiceLedger? _ledger;
    private InvoiceLedger? _seen;
    private ProposedEntry? _proposal;
    private IDisposable? _watching;
    private Guid _commandId = Guid.NewGuid();
    private string? _problem;
    private bool _isActing;
    private bool _isDone;
    private bool _isConfirmedAnew;
    private bool _showsReasons;
    private bool _seeksInvalid;
    private RuleCheck _refused = RuleCheck.Allowed;

    [Inject]
    public required InvoiceLedgers Ledgers { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Guid InvoiceId { get; set; }

    /// <summary>The entry that the act is about, if it is about one.</summary>
    [Parameter]
    public Guid? EntryId { get; set; }

    /// <summary>What is typed in the dialog.</summary>
    [Parameter, EditorRequired]
    public required object Form { get; set; }

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
    public required Func<InvoiceLedger, Guid, ProposedEntry> Propose { get; set; }

    /// <summary>Records it, on the version of that ledger and under that command id.</summary>
    [Parameter, EditorRequired]
    public required Func<InvoiceLedger, Guid, Task<Recorded>> Act { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<EntryScene> ChildContent { get; set; }

    /// <summary>Buttons before the usual ones.</summary>
    [Parameter]
    public RenderFragment? MoreActions { get; set; }

    private List<string> Obstacles =>
        _proposal is null ? [] : [.. _proposal.Check.Reasons.Where(reason => reason.Field is null).Select(reason => reason.Sentence)];

    private bool AsksForSecondPayment => IsPayment && _ledger!.Since(_seen!)
        .Any(act => act.Kind is ActivityKind.PaymentRecorded or ActivityKind.PaymentPending or ActivityKind.PaymentArrived);

    /// <summary>Shows an entry's dialog; its answer is what was done, or null.</summary>
    public static async Task<string?> ShowAsync<TDialog>(IDialogService dialogs, DialogParameters<TDialog> parameters)
        where TDialog : IComponent
    {
        // A click beside the dialog must not throw away what was typed.
        var shown = await dialogs.ShowAsync<TDialog>(null, parameters, new DialogOptions { BackdropClick = false });
        return (await shown.Result)?.Data as string;
    }

    protected override async Task OnInitializedAsync()
    {
        _watching = Changes.Subscribe(CurrentSite.SiteId, () => InvokeAsync(FollowAsync));
        await ReadAsync();
        if (_ledger is not null)
        {
            Start?.Invoke(_ledger);
            _proposal = Propose(_ledger, _commandId);
        }
    }

    protected override void OnParametersSet()
    {
        // Whatever was typed comes in this way.
        _refused = RuleCheck.Allowed;
        if (_ledger is not null)
            _proposal = Propose(_ledger, _commandId);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var now = await Ledgers.FindAsync(CurrentSite.Caller, InvoiceId);
            if (now is not null && _ledger is not null && now.Invoice.Version != _ledger.Invoice.Version)
                _seen ??= _ledger;

            _ledger = now;
            _problem = now is null ? "This invoice is not here any more." : null;
        }
        catch (AccessDenied denied)
        {
            (_ledger, _problem) = (null, denied.Message);
        }
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            _problem = sentence;
        }

        _proposal = _ledger is null ? null : Propose(_ledger, _commandId);
    }

    private async Task FollowAsync()
    {
        // What was recorded here makes itself heard as well.
        if (!_isActing && !_isDone && _ledger is not null)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private void ConfirmAnew()
    {
        (_seen, _commandId, _isConfirmedAnew) = (null, Guid.NewGuid(), true);
        _proposal = Propose(_ledger!, _commandId);
    }

    private async Task Confirm()
    {
        if (_isActing || _isDone || _seen is not null || _ledger is null)
            return;

        (_showsReasons, _problem, _refused) = (true, null, RuleCheck.Allowed);
        _proposal = Propose(_ledger, _commandId);
        if (!_proposal.Check.IsAllowed)
        {
            _seeksInvalid = true;
            return;
        }

        _isActing = true;
        try
        {
            if (!await IsMeantAsync(_proposal.Doubt))
                return;

            _problem = await Refusals.OfAsync(RecordAsync, changed: ReadAnewAsync, against: Show);
        }
        catch (OverflowException)
        {
            _problem = "The amount is too large.";
        }
        finally
        {
            _isActing = false;
        }
    }

    // Who has just answered whether there really was a second payment is not asked again.
    private async Task<bool> IsMeantAsync(string? doubt) => doubt is null || _isConfirmedAnew
        || await Dialogs.ShowMessageBoxAsync("Is the amount right?", doubt, yesText: ActText, cancelText: "Change the amount") == true;

    private async Task RecordAsync()
    {
        await Act(_ledger!, _commandId);
        _isDone = true;
        Dialog.Close(DialogResult.Ok(DoneText));
    }

    private async Task<string?> ReadAnewAsync()
    {
        await ReadAsync();
        return _problem;
    }

    // Only the server knows what a text gives away.
    private string? Show(RuleCheck refused)
    {
        if (refused.Reasons.Any(reason => reason.Field is null))
            return refused.Text;

        (_refused, _seeksInvalid) = (refused, true);
        return null;
    }

    public void Dispose() => _watching?.Dispose();
}
