using FasterMoney.Domain.Messages;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Lists;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Admin.Messages;

/// <summary>The queue of messages, and beside it the one that is reviewed.</summary>
public sealed partial class MessagesPage
{
    private MessageFilter _filter = new();
    private MessageFilter? _read;
    private MessageList? _list;
    private MessageReview? _review;
    private CancellationTokenSource? _reading;
    private SiteWatch? _watch;
    private string? _listError;
    private bool _busy = true;
    private bool _isMissing;

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
    public required CurrentSite CurrentSite { get; set; }

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
            _watch = new SiteWatch(Changes, Clock, CurrentSite, () => InvokeAsync(ReadAgain));
    }

    protected override async Task OnParametersSetAsync()
    {
        _filter = MessageFilter.FromQuery(new Uri(Navigation.Uri).Query);
        if (!RendererInfo.IsInteractive)
            return;

        var before = _read;
        _read = _filter;
        var listTask = before?.Closed() == _filter.Closed() ? Task.CompletedTask : ReadList();
        var reviewTask = before?.Message == _filter.Message ? Task.CompletedTask : ReadReview(fresh: true);
        await Task.WhenAll(listTask, reviewTask);
    }

    private async Task ReadList()
    {
        _reading?.Cancel();
        var mine = _reading = new CancellationTokenSource();
        _busy = true;
        try
        {
            var answer = await Rows.ReadAsync(CurrentSite.Caller, _filter, mine.Token);
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
        finally
        {
            if (mine == _reading)
                _busy = false;
        }
    }

    private async Task ReadReview(bool fresh)
    {
        if (fresh)
            (_review, _isMissing) = (null, false);

        if (_filter.Message is not { } id)
            return;

        MessageReview? found = null;
        try
        {
            found = await Reviews.FindAsync(CurrentSite.Caller, id);
        }
        catch (AccessDenied)
        {
            // The list says so; nothing of the message is shown any more.
        }

        if (_filter.Message == id)
            (_review, _isMissing) = (found, found is null);
    }

    private async Task ReadAgain()
    {
        await Task.WhenAll(ReadList(), ReadReview(fresh: false));
        StateHasChanged();
    }

    private TabLink Tab(MessageState state) =>
        new(MessageWords.Of(state), _filter.In(state).Closed().ToAddress(), state == _filter.State, _list?.Counts.GetValueOrDefault(state));

    // Typing replaces the address, so that Back leaves the search instead of undoing it letter by letter.
    private void Search(string text) => Navigation.NavigateTo(_filter.SearchingFor(text).ToAddress(), replace: true);

    public void Dispose()
    {
        _watch?.Dispose();
        _reading?.Cancel();
    }
}
