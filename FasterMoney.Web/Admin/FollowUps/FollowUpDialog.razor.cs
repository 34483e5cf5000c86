using FasterMoney.Domain.FollowUps;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.FollowUps;

/// <summary>Asks for a follow-up: a new one, one to change, or a suggestion to confirm. Until it is saved here, nothing is stored.</summary>
public sealed partial class FollowUpDialog
{
    private ElementReference _root;
    private FollowUpStart? _start;
    private FollowUpForm _form = new();
    private RuleCheck _check = RuleCheck.Allowed;
    private string? _error;
    private bool _isMissing;
    private bool _isActing;
    private bool _showsReasons;
    private bool _seeksInvalid;

    [Inject]
    public required OpenFollowUps FollowUps { get; init; }

    [Inject]
    public required FollowUpCommands Commands { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>What a new one is about.</summary>
    [Parameter]
    public Guid InvoiceId { get; set; }

    /// <summary>The one to change or confirm; null for a new one.</summary>
    [Parameter]
    public Guid? FollowUpId { get; set; }

    private bool IsProposed => _start?.Known is { State: FollowUpState.Proposed };

    private string Heading => FollowUpId is null ? "Prepare follow-up" : IsProposed ? "Confirm follow-up" : "Edit follow-up";

    /// <summary>Under what the input of this dialog is kept.</summary>
    public static string SubjectOf(Guid invoiceId, Guid? followUpId = null) => UnsavedAct.SubjectOf("Follow-up", invoiceId, followUpId);

    /// <summary>Asks for a new follow-up about an invoice. True when it was saved.</summary>
    public static Task<bool> AskAsync(IDialogService dialogs, Guid invoiceId) =>
        ShowAsync(dialogs, new DialogParameters<FollowUpDialog> { { d => d.InvoiceId, invoiceId } });

    /// <summary>Shows one that is there, to be changed or, when the assistant suggested it, confirmed. True when it was saved.</summary>
    public static Task<bool> ChangeAsync(IDialogService dialogs, Guid followUpId) =>
        ShowAsync(dialogs, new DialogParameters<FollowUpDialog> { { d => d.FollowUpId, followUpId } });

    protected override async Task OnInitializedAsync()
    {
        _error = await Refusals.OfAsync(ReadAsync);
        if (_start is not null)
            _form = FollowUpForm.Of(_start.Content);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }
    }

    private static async Task<bool> ShowAsync(IDialogService dialogs, DialogParameters<FollowUpDialog> parameters)
    {
        var shown = await dialogs.ShowAsync<FollowUpDialog>(null, parameters);
        return await shown.Result is { Canceled: false };
    }

    private async Task ReadAsync()
    {
        _start = FollowUpId is { } id ? await FollowUps.EditAsync(CurrentSite.Caller, id) : await FollowUps.PrepareAsync(CurrentSite.Caller, InvoiceId);
        _isMissing = _start is null;
    }

    private Task<bool> RestoreAsync(KeptInput kept)
    {
        TypedFields.Read(kept.Typed, _form);
        CheckAgain();
        _error = kept.Version == (_start!.Known?.Version ?? 0) ? null : Theirs(_start.Content);
        StateHasChanged();
        return Task.FromResult(true);
    }

    private void CheckAgain() => _check = _showsReasons && _start is not null ? _start.Check(_form.ToContent()) : RuleCheck.Allowed;

    private async Task Save()
    {
        (_showsReasons, _error) = (true, null);
        CheckAgain();
        if (!_check.IsAllowed)
        {
            // What no input bears is said below them.
            _error = _check.Reasons.FirstOrDefault(reason => reason.Field is null)?.Sentence;
            _seeksInvalid = true;
            return;
        }

        _isActing = true;
        _error = await Refusals.OfAsync(
            async () =>
            {
                await StoreAsync(_form.ToContent());
                Dialog.Close();
            },
            changed: async () =>
            {
                await ReadAsync();
                return _start is null ? null : Theirs(_start.Content);
            });
        _isActing = false;
    }

    private Task StoreAsync(FollowUpContent content) => _start!.Known switch
    {
        null => Commands.CreateAsync(CurrentSite.Caller, InvoiceId, content),
        { State: FollowUpState.Proposed } proposed => Commands.ConfirmAsync(CurrentSite.Caller, proposed.Id, proposed.Version, content),
        { } known => Commands.EditAsync(CurrentSite.Caller, known.Id, known.Version, content),
    };

    // What was typed stays; saving again is then a choice made with open eyes.
    private string Theirs(FollowUpContent theirs) =>
        $"Somebody else changed this in the meantime. It now reads “{theirs.Title}”, due {theirs.DueOn:yyyy-MM-dd}, for "
        + $"{_start!.People.Seen(theirs.AssigneeUserId, CurrentSite.UserId).Words}. Save again to put yours in its place.";
}
