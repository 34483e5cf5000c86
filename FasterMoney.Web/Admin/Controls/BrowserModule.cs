using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>A collocated script that listens on one element: its <c>start</c> returns an object with <c>stop</c>.</summary>
public sealed class BrowserModule(string path) : IAsyncDisposable
{
    public const string Copying = "./Admin/Money/PortalLinkPanel.razor.js";

    private IJSObjectReference? _module;
    private IJSObjectReference? _listener;
    private bool _isGone;

    public async Task StartAsync(IJSRuntime js, params object?[] arguments)
    {
        try
        {
            var module = _module = await js.InvokeAsync<IJSObjectReference>("import", path);
            if (!_isGone)
                _listener = await module.InvokeAsync<IJSObjectReference>("start", arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page was left before the script arrived.
        }
        catch (JSException) when (_isGone)
        {
            // The element was taken away before the script could listen on it.
        }

        if (_isGone)
            await StopAsync();
    }

    public ValueTask DisposeAsync()
    {
        _isGone = true;
        return StopAsync();
    }

    // Taken over first: a start and an end may cross, and each thing is stopped once.
    private async ValueTask StopAsync()
    {
        var (listener, module) = (_listener, _module);
        _listener = _module = null;
        try
        {
            if (listener is not null)
            {
                await listener.InvokeVoidAsync("stop");
                await listener.DisposeAsync();
            }

            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }
    }
}
