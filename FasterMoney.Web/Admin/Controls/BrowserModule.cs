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
            _module = await js.InvokeAsync<IJSObjectReference>("import", path);
            _listener = await _module.InvokeAsync<IJSObjectReference>("start", arguments);
            if (_isGone)
                await DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page was left before the script arrived.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        try
        {
            if (_listener is not null)
            {
                await _listener.InvokeVoidAsync("stop");
                await _listener.DisposeAsync();
            }

            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        _listener = _module = null;
    }
}
