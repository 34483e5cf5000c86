using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.FollowUps;

public sealed partial class FollowUpsPage
{
    private FollowUpFilter filter = new();
    private FollowUpFilter? read;
    private FollowUpList? list;
    private FollowUpDetails? details;
    private CancellationTokenSource? reading;
    private SiteWatch? watch;
    private Undoing? undo;
    private string? listError;
    private string? actError;
    private bool isMissing;
    private bool isActing;

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
    public required Workplace Workplace { get; set; }

    // The router hands a new address over only through these; FollowUpFilter then reads it whole.
    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? FollowUp { get; set; }

    private Caller Caller => Workplace.Caller;

    private int Suggested => list?.Counts[FollowUpTab.Proposed] ?? 0;

    private IEnumerable<TabLink> Tabs => Enum.GetValues<FollowUpTab>()
        .Where(tab => tab != FollowUpTab.Proposed || Suggested > 0 || filter.Tab == tab)
        .Select(tab => new TabLink($"{tab}", filter.Closed().In(tab).ToAddress(), tab == filter.Tab, list?.Counts[tab]));

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            watch = new SiteWatch(Changes, Clock, Workplace, () => InvokeAsync(ReadAgain));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        filter = FollowUpFilter.FromQuery(new Uri(Navigation.Uri).Query);

        // The first paint is the frame with empty rows; the rest comes once, with the circuit.
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        var before = read;
        read = filter;
        await Task.WhenAll(
            before?.Closed() == filter.Closed() ? Task.CompletedTask : ReadList(),
            before?.FollowUp == filter.FollowUp ? Task.CompletedTask : ReadDrawer(fresh: true));
    }

    private async Task ReadList()
    {
        reading?.Cancel();
        var mine = reading = new CancellationTokenSource();
        try
        {
            var answer = await Rows.ReadAsync(Caller, filter, mine.Token);
            if (mine == reading)
            {
                (list, listError) = (answer, null);
            }
        }
        catch (OperationCanceledException)
        {
            // A newer question is on its way.
        }
        catch (AccessDenied denied)
        {
            (list, listError) = (null, denied.Message);
        }
    }

    private async Task ReadDrawer(bool fresh)
    {
        if (fresh)
        {
            (details, actError, isMissing) = (null, null, false);
        }

        if (filter.FollowUp is not { } id)
        {
            return;
        }

        FollowUpDetails? found = null;
        try
        {
            found = await FollowUps.FindAsync(Caller, id);
        }
        catch (AccessDenied)
        {
            // The list says so; nothing is shown any more.
        }

        if (filter.FollowUp == id)
        {
            (details, isMissing) = (found, found is null);
        }
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
        await Commands.ReopenAsync(Caller, undo!.FollowUp, undo.Version);
        return null;
    });

    private async Task Delete()
    {
        var answer = await Dialogs.ShowMessageBoxAsync(
            "Delete this follow-up?", "It is gone for good. The activity keeps that it was there.", yesText: "Delete follow-up", cancelText: "Keep it");
        if (answer == true && details is { } open)
        {
            await Act(async () =>
            {
                await Commands.DeleteAsync(Caller, open.Id, open.Version);
                Navigation.NavigateTo(filter.Closed().ToAddress());
                return null;
            });
        }
    }

    private async Task Act(Func<Task<Undoing?>> act)
    {
        (isActing, actError) = (true, null);
        try
        {
            undo = await act();
        }
        catch (Exception refusal) when (refusal is RuleViolation or AccessDenied or NotFoundOnSite or ChangedByOthers)
        {
            (undo, actError) = (null, refusal.Message);
            listError = filter.FollowUp is null ? refusal.Message : null;
        }
        finally
        {
            isActing = false;
        }
    }

    public void Dispose()
    {
        watch?.Dispose();
        reading?.Cancel();
    }

    /// <summary>What was just done to which follow-up, and the version it has since.</summary>
    private sealed record Undoing(string Words, Guid FollowUp, long Version);
}
