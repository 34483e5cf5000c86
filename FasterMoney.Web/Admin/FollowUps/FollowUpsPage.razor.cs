using FasterMoney.Domain.Rules;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Lists;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.FollowUps;

public sealed partial class FollowUpsPage
{
    private FollowUpFilter _filter = new();
    private FollowUpFilter? _read;
    private FollowUpList? _list;
    private FollowUpDetails? _details;
    private CancellationTokenSource? _reading;
    private SiteWatch? _watch;
    private Undoing? _undo;
    private string? _listError;
    private string? _actError;
    private bool _isMissing;
    private bool _isActing;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required FollowUpRows Rows { get; init; }

    [Inject]
    public required OpenFollowUps FollowUps { get; init; }

    [Inject]
    public required FollowUpCommands Commands { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    // The router hands a new address over only through these; FollowUpFilter then reads it whole.
    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? FollowUp { get; set; }

    private Caller Caller => CurrentSite.Caller;

    private int Suggested => _list?.Counts[FollowUpTab.Proposed] ?? 0;

    private IEnumerable<TabLink> Tabs => Enum.GetValues<FollowUpTab>()
        .Where(tab => tab != FollowUpTab.Proposed || Suggested > 0 || _filter.Tab == tab)
        .Select(tab => new TabLink($"{tab}", _filter.Closed().In(tab).ToAddress(), tab == _filter.Tab, _list?.Counts[tab]));

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _watch = new SiteWatch(Changes, Clock, CurrentSite, () => InvokeAsync(ReadAgain));
    }

    protected override async Task OnParametersSetAsync()
    {
        _filter = FollowUpFilter.FromQuery(new Uri(Navigation.Uri).Query);

        // The first paint is the frame with empty rows; the rest comes once, with the circuit.
        if (!RendererInfo.IsInteractive)
            return;

        var before = _read;
        _read = _filter;
        await Task.WhenAll(
            before?.Closed() == _filter.Closed() ? Task.CompletedTask : ReadList(),
            before?.FollowUp == _filter.FollowUp ? Task.CompletedTask : ReadDrawer(fresh: true));
    }

    private async Task ReadList()
    {
        _reading?.Cancel();
        var mine = _reading = new CancellationTokenSource();
        try
        {
            var answer = await Rows.ReadAsync(Caller, _filter, mine.Token);
            if (mine == _reading)
                (_list, _listError) = (answer, null);
        }
        catch (OperationCanceledException)
        {
            // A newer question is on its way.
        }
        catch (AccessDenied denied)
        {
            (_list, _listError) = (null, denied.Message);
        }
    }

    private async Task ReadDrawer(bool fresh)
    {
        if (fresh)
            (_details, _actError, _isMissing) = (null, null, false);

        if (_filter.FollowUp is not { } id)
            return;

        FollowUpDetails? found = null;
        try
        {
            found = await FollowUps.FindAsync(Caller, id);
        }
        catch (AccessDenied)
        {
            // The list says so; nothing is shown any more.
        }

        if (_filter.FollowUp == id)
            (_details, _isMissing) = (found, found is null);
    }

    private async Task ReadAgain()
    {
        await Task.WhenAll(ReadList(), ReadDrawer(fresh: false));
        StateHasChanged();
    }

    private Task Tick(Guid id, long version, string title, bool isDone) => isDone
        ? Act(async () =>
        {
            await Commands.ReopenAsync(Caller, id, version);
            return null;
        })
        : Act(async () => new Undoing($"Done: {title}", id, await Commands.CompleteAsync(Caller, id, version)));

    private Task Dismiss(Guid id, long version, string title) =>
        Act(async () => new Undoing($"Dismissed: {title}", id, await Commands.DismissAsync(Caller, id, version)));

    private Task Undo() => Act(async () =>
    {
        await Commands.ReopenAsync(Caller, _undo!.FollowUp, _undo.Version);
        return null;
    });

    private async Task Delete()
    {
        var answer = await Dialogs.ShowMessageBoxAsync(
            "Delete this follow-up?", "It is gone for good. The activity keeps that it was there.", yesText: "Delete follow-up", cancelText: "Keep it");
        if (answer == true && _details is { } open)
        {
            await Act(async () =>
            {
                await Commands.DeleteAsync(Caller, open.Id, open.Version);
                Navigation.NavigateTo(_filter.Closed().ToAddress());
                return null;
            });
        }
    }

    private async Task Act(Func<Task<Undoing?>> act)
    {
        (_isActing, _actError) = (true, null);
        try
        {
            _undo = await act();
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite or ChangedByOthers)
        {
            (_undo, _actError) = (null, refusal.Message);
            _listError = _filter.FollowUp is null ? refusal.Message : null;
        }
        finally
        {
            _isActing = false;
        }
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _reading?.Cancel();
    }

    /// <summary>What was just done to which follow-up, and the version it has since.</summary>
    private sealed record Undoing(string Words, Guid FollowUp, long Version);
}
