using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Admin.Lists;

/// <summary>
/// A page that shows a list: the address says what, and the list is read anew when the address changes, when something changed at the
/// site and when a new day begins there.
/// </summary>
public abstract class ListPage<TFilter, TList> : ComponentBase, IDisposable
    where TFilter : ListFilter<TFilter>
    where TList : class
{
    private CancellationTokenSource? _reading;
    private SiteWatch? _watch;
    private TFilter? _read;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    // The router hands a new address over only through these and their like on the pages; the filter then reads it whole.
    [SupplyParameterFromQuery]
    public string? Q { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    protected Caller Caller => CurrentSite.Caller;

    protected TFilter Filter { get; private set; } = null!;

    /// <summary>Null while the first page is being read, and when it may not be.</summary>
    protected TList? List { get; private set; }

    protected bool IsBusy { get; private set; } = true;

    /// <summary>Why the list may not be read, or why an act on it was refused.</summary>
    protected string? Error { get; set; }

    protected bool CanRead => List is not null || Error is null;

    protected abstract TFilter FilterOf(string query);

    protected abstract Task<TList> ReadAsync(TFilter filter, CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
            _watch = new SiteWatch(Changes, Clock, CurrentSite, () => InvokeAsync(ReadAgainAsync));
    }

    protected override Task OnParametersSetAsync()
    {
        Filter = FilterOf(new Uri(Navigation.Uri).Query);

        // The first paint is the frame with empty rows; the rest comes once, with the circuit.
        if (!RendererInfo.IsInteractive)
            return Task.CompletedTask;

        var before = _read;
        _read = Filter;
        return MovedAsync(before);
    }

    /// <summary>The address changed: reads what it asks for that was not asked for before.</summary>
    protected virtual Task MovedAsync(TFilter? before) => before?.Closed() == Filter.Closed() ? Task.CompletedTask : ReadListAsync();

    /// <summary>Reads anew all that is shown.</summary>
    protected virtual Task ReadAllAsync() => ReadListAsync();

    protected async Task ReadAgainAsync()
    {
        await ReadAllAsync();
        StateHasChanged();
    }

    // Typing replaces the address, so that Back leaves the search instead of undoing it letter by letter.
    protected void Search(string text) => Navigation.NavigateTo(Filter.SearchingFor(text).ToAddress(), replace: true);

    /// <summary>What is said while the database is busy or away.</summary>
    protected const string Unreadable = "The database does not answer right now. What you see may be old: refresh in a moment.";

    private async Task ReadListAsync()
    {
        _reading?.Cancel();
        var mine = _reading = new CancellationTokenSource();
        IsBusy = true;
        try
        {
            var answer = await ReadAsync(Filter, mine.Token);
            if (mine == _reading)
                (List, Error) = (answer, null);
        }
        catch (OperationCanceledException)
        {
            // A newer question is on its way.
        }
        catch (AccessDenied denied)
        {
            (List, Error) = (null, denied.Message);
        }
        catch (Exception fault) when (DatabaseFaults.Of(fault) is not null)
        {
            // What was read before stays in sight.
            Error = Unreadable;
        }
        finally
        {
            if (mine == _reading)
                IsBusy = false;
        }
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _reading?.Cancel();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A list with a drawer, in which the address opens one of its rows.</summary>
public abstract class ListPage<TFilter, TList, TOpened> : ListPage<TFilter, TList>
    where TFilter : ListFilter<TFilter>
    where TList : class
    where TOpened : class
{
    /// <summary>What is open; null while it is being read, and when there is none.</summary>
    protected TOpened? Opened { get; private set; }

    /// <summary>Whether there is nothing to open at this address.</summary>
    protected bool IsMissing { get; private set; }

    protected abstract Task<TOpened?> FindAsync(Guid id);

    protected override Task MovedAsync(TFilter? before) =>
        Task.WhenAll(base.MovedAsync(before), before?.Open == Filter.Open ? Task.CompletedTask : OpenAsync());

    protected override Task ReadAllAsync() => Task.WhenAll(base.ReadAllAsync(), ReadOpenedAsync());

    private Task OpenAsync()
    {
        (Opened, IsMissing) = (null, false);
        return ReadOpenedAsync();
    }

    private async Task ReadOpenedAsync()
    {
        if (Filter.Open is not { } id)
            return;

        TOpened? found = null;
        try
        {
            found = await FindAsync(id);
        }
        catch (AccessDenied)
        {
            // The list says so; nothing of what was open is shown any more.
        }
        catch (Exception fault) when (DatabaseFaults.Of(fault) is not null)
        {
            Error = Unreadable;
            return;
        }

        if (Filter.Open == id)
            (Opened, IsMissing) = (found, found is null);
    }
}
