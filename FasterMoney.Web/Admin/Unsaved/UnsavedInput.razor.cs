using FasterMoney.Web.Admin.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Unsaved;

public sealed partial class UnsavedInput
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _gone = new();
    private List<KeptInput> _offers = [];
    private string _start = "";
    private string _before = "";
    private string? _keptSubject;
    private string? _keptText;
    private string? _openSubject;
    private string _address = "";
    private string? _said;
    private bool _isWaiting;

    [Inject]
    public required KeptInputs Inputs { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    /// <summary>The dialog around it, if there is one: what is closed is discarded.</summary>
    [CascadingParameter]
    public IMudDialogInstance? Dialog { get; set; }

    /// <summary>What is edited, the same whenever its editor is opened.</summary>
    [Parameter, EditorRequired]
    public required string Subject { get; set; }

    /// <summary>Whose fields are kept.</summary>
    [Parameter, EditorRequired]
    public required object Form { get; set; }

    /// <summary>Of what is edited, as it was read; 0 for something new.</summary>
    [Parameter]
    public long Version { get; set; }

    /// <summary>Kept with the fields.</summary>
    [Parameter]
    public string Mark { get; set; } = "";

    /// <summary>Whether there is anything to be kept; without it, whether a field differs from what the editor started with.</summary>
    [Parameter]
    public Func<bool>? IsDirty { get; set; }

    /// <summary>Takes it back into the form. False when the person decided otherwise, so that it stays on offer.</summary>
    [Parameter, EditorRequired]
    public required Func<KeptInput, Task<bool>> Restored { get; set; }

    /// <summary>The sentence that says that the act did get through, when it did: then there is nothing to restore.</summary>
    [Parameter]
    public Func<KeptInput, string?>? WhatWasDone { get; set; }

    private KeptInput? Offer => _offers.Count > 0 ? _offers[0] : null;

    private bool IsUnsaved(string typed) => IsDirty?.Invoke() ?? typed != _start;

    protected override void OnInitialized()
    {
        _start = _before = TypedFields.Write(Form);
        _address = Navigation.Uri;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_openSubject != Subject)
        {
            _openSubject = Subject;
            await OpenAsync();
        }

        await FollowAsync();
    }

    private async Task OpenAsync()
    {
        _address = Navigation.Uri;
        var found = await Inputs.ReadAsync(CurrentSite, Subject);
        var typed = TypedFields.Write(Form);
        _offers = [.. found.Where(input => input.Typed != typed && !WasDone(input))];
        if (_offers.Count < found.Count)
            await Inputs.KeepAsync(CurrentSite, Subject, _offers);

        if (Inputs.TakeWanted(Subject) && Offer is not null)
            await Restore();

        if (Offer is not null || _said is not null)
            StateHasChanged();
    }

    private bool WasDone(KeptInput input)
    {
        if (WhatWasDone?.Invoke(input) is not { } sentence)
            return false;

        _said = sentence;
        return true;
    }

    private async Task FollowAsync()
    {
        var typed = TypedFields.Write(Form);
        if (!IsUnsaved(typed))
        {
            _before = typed;
            if (_keptText is not null)
                await ForgetAsync();
        }
        else if (!_isWaiting)
        {
            _isWaiting = true;
            await KeepSoonAsync();
        }
    }

    private async Task KeepSoonAsync()
    {
        try
        {
            await Task.Delay(Pause, Clock, _gone.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _isWaiting = false;
        await KeepAsync();
    }

    private async Task KeepAsync()
    {
        var typed = TypedFields.Write(Form);
        if (!IsUnsaved(typed))
            return;

        // Typed and taken back at once, say: what is kept is what is typed, which the browser cannot know.
        if (typed == _keptText && Subject == _keptSubject)
        {
            await Inputs.ConfirmAsync();
            return;
        }

        if (_keptSubject is not null && _keptSubject != Subject)
            await Inputs.KeepAsync(CurrentSite, _keptSubject, []);

        (_keptSubject, _keptText) = (Subject, typed);
        var input = new KeptInput(Clock.GetUtcNow().UtcDateTime, Version, _before, typed, Mark);
        await Inputs.KeepAsync(CurrentSite, Subject, [input, .. _offers]);
    }

    // Saved, discarded, or typed back to what it was. What is still on offer stays so.
    private async Task ForgetAsync()
    {
        var subject = _keptSubject!;
        (_keptSubject, _keptText, _said) = (null, null, null);
        await Inputs.KeepAsync(CurrentSite, subject, subject == Subject ? _offers : []);
    }

    private async Task Restore()
    {
        var offer = Offer!;
        if (!await Restored(offer))
            return;

        _offers.Remove(offer);
        _said = "Restored. It is not saved yet.";
        await KeepAsync();
    }

    private async Task Discard()
    {
        _offers.RemoveAt(0);
        await Inputs.KeepAsync(CurrentSite, Subject, _offers);
        await KeepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        // A page that is left was saved, or its person chose to leave it; one that met an error is still at its address, and what was
        // typed there is offered when it is opened again. When the browser is gone nothing reaches it, and it keeps what it has.
        await _gone.CancelAsync();
        if (_keptSubject is not null && (Dialog is not null || Navigation.Uri != _address))
            await ForgetAsync();
        _gone.Dispose();
    }
}
