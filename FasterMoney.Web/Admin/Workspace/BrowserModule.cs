using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Workspace;

/// <summary>A collocated script that listens on one element: its <c>start</c> returns an object with <c>stop</c>.</summary>
public sealed class BrowserModule(string path) : IAsyncDisposable
{
    public const string Copying = "./Admin/Workspace/PortalLinkPanel.razor.js";

    private IJSObjectReference? module;
    private IJSObjectReference? listener;
    private bool isGone;

    public async Task StartAsync(IJSRuntime js, params object?[] arguments)
    {
        try
        {
            module = await js.InvokeAsync<IJSObjectReference>("import", path);
            listener = await module.InvokeAsync<IJSObjectReference>("start", arguments);
            if (isGone)
            {
                await DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page was left before the script arrived.
        }
    }

    public async ValueTask DisposeAsync()
    {
        isGone = true;
        try
        {
            if (listener is not null)
            {
                await listener.InvokeVoidAsync("stop");
                await listener.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        listener = module = null;
    }
}
