using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Lists;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.FollowUps;

public sealed partial class FollowUpsPage
{
    private Undoing? _undo;
    private string? _actError;
    private bool _isActing;

    [Inject]
    public required FollowUpRows Rows { get; init; }

    [Inject]
    public required OpenFollowUps FollowUps { get; init; }

    [Inject]
    public required FollowUpCommands Commands { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery]
    public string? FollowUp { get; set; }

    private int Suggested => List?.Counts[FollowUpTab.Proposed] ?? 0;

    private IEnumerable<TabLink> Tabs => Enum.GetValues<FollowUpTab>()
        .Where(tab => tab != FollowUpTab.Proposed || Suggested > 0 || Filter.Tab == tab)
        .Select(tab => new TabLink($"{tab}", Filter.Closed().In(tab).ToAddress(), tab == Filter.Tab, List?.Counts[tab]));

    protected override FollowUpFilter FilterOf(string query) => FollowUpFilter.FromQuery(query);

    protected override Task<FollowUpList> ReadAsync(FollowUpFilter filter, CancellationToken cancellationToken) => Rows.ReadAsync(Caller, filter, cancellationToken);

    protected override Task<FollowUpDetails?> FindAsync(Guid id) => FollowUps.FindAsync(Caller, id);

    protected override Task MovedAsync(FollowUpFilter? before)
    {
        if (before?.Open != Filter.Open)
            _actError = null;

        return base.MovedAsync(before);
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
        if (answer == true && Opened is { } open)
        {
            await Act(async () =>
            {
                await Commands.DeleteAsync(Caller, open.Id, open.Version);
                Navigation.NavigateTo(Filter.Closed().ToAddress());
                return null;
            });
        }
    }

    private async Task Act(Func<Task<Undoing?>> act)
    {
        (_isActing, _actError) = (true, null);
        Undoing? done = null;
        _actError = await Refusals.OfAsync(async () => done = await act());
        (_undo, _isActing) = (done, false);
        if (_actError is not null)
            Error = Filter.Open is null ? _actError : null;
    }

    /// <summary>What was just done to which follow-up, and the version it has since.</summary>
    private sealed record Undoing(string Words, Guid FollowUp, long Version);
}
