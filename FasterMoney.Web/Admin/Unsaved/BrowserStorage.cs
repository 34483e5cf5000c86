using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Unsaved;

/// <summary>The storage of the browser that a person sits at. One that refuses, or that is gone, holds nothing and takes nothing.</summary>
public class BrowserStorage(IJSRuntime js) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _script;

    /// <summary>What is kept under a name, or nothing. Whatever others left in this browser is removed.</summary>
    public virtual async Task<string?> ReadAsync(string owner, string name)
    {
        // In pieces: a browser may send no more than 32 KB at once.
        var text = "";
        for (var more = true; more;)
        {
            var piece = await AskAsync("read", "", owner, name, text.Length);
            text += piece;
            more = piece.Length > 0;
        }

        return text;
    }

    /// <summary>Keeps a text; null says that there is one that cannot be kept.</summary>
    public virtual Task<bool> KeepAsync(string name, string? text) => AskAsync("keep", false, name, text);

    /// <summary>What is kept is all that was typed.</summary>
    public virtual Task ConfirmAsync() => AskAsync("confirm", false);

    public virtual Task<bool> DropAsync(string name) => AskAsync("drop", false, name);

    /// <summary>The names under which an owner keeps something.</summary>
    public virtual Task<string[]> NamesAsync(string owner) => AskAsync<string[]>("names", [], owner);

    private async Task<T> AskAsync<T>(string function, T otherwise, params object?[] arguments)
    {
        try
        {
            var script = await (_script ??= js.InvokeAsync<IJSObjectReference>("import", "./Admin/Unsaved/UnsavedInput.razor.js").AsTask());
            return await script.InvokeAsync<T?>(function, arguments) ?? otherwise;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            return otherwise;
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            if (_script is { IsCompletedSuccessfully: true })
                await (await _script).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser left first, and took its scripts with it.
        }
    }
}
