using FasterMoney.Domain.Messages;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>The queue of messages, and beside it the one that is reviewed.</summary>
public sealed partial class MessagesPage
{
    private MessageFilter filter = new();
    private MessageFilter? read;
    private MessageList? list;
    private MessageReview? review;
    private CancellationTokenSource? reading;
    private SiteWatch? watch;
    private string? listError;
    private bool busy = true;
    private bool isMissing;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required MessageRows Rows { get; init; }

    [Inject]
    public required MessageReviews Reviews { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    // The router hands a new address over only through these; MessageFilter then reads it whole.
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    [SupplyParameterFromQuery]
    public string? Message { get; set; }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            watch = new SiteWatch(Changes, Clock, Workplace, () => InvokeAsync(ReadAgain));
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        filter = MessageFilter.FromQuery(new Uri(Navigation.Uri).Query);
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        var before = read;
        read = filter;
        var listTask = before?.Closed() == filter.Closed() ? Task.CompletedTask : ReadList();
        var reviewTask = before?.Message == filter.Message ? Task.CompletedTask : ReadReview(fresh: true);
        await Task.WhenAll(listTask, reviewTask);
    }

    private async Task ReadList()
    {
        reading?.Cancel();
        var mine = reading = new CancellationTokenSource();
        busy = true;
        try
        {
            var answer = await Rows.ReadAsync(Workplace.Caller, filter, mine.Token);
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
        finally
        {
            if (mine == reading)
            {
                busy = false;
            }
        }
    }

    private async Task ReadReview(bool fresh)
    {
        if (fresh)
        {
            (review, isMissing) = (null, false);
        }

        if (filter.Message is not { } id)
        {
            return;
        }

        MessageReview? found = null;
        try
        {
            found = await Reviews.FindAsync(Workplace.Caller, id);
        }
        catch (AccessDenied)
        {
            // The list says so; nothing of the message is shown any more.
        }

        if (filter.Message == id)
        {
            (review, isMissing) = (found, found is null);
        }
    }

    private async Task ReadAgain()
    {
        await Task.WhenAll(ReadList(), ReadReview(fresh: false));
        StateHasChanged();
    }

    private TabLink Tab(MessageState state) =>
        new(MessageWords.Of(state), filter.In(state).Closed().ToAddress(), state == filter.State, list?.Counts.GetValueOrDefault(state));

    // Typing replaces the address, so that Back leaves the search instead of undoing it letter by letter.
    private void Search(string text) => Navigation.NavigateTo(filter.SearchingFor(text).ToAddress(), replace: true);

    public void Dispose()
    {
        watch?.Dispose();
        reading?.Cancel();
    }
}
