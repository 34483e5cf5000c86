using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Controls;

/// <summary>Brings a person to the first input that was refused.</summary>
public static class FirstInvalid
{
    /// <summary>To be called after the render that shows the reasons.</summary>
    public static async Task FocusAsync(IJSRuntime js, ElementReference root)
    {
        try
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./Admin/Controls/FormField.razor.js");
            await module.InvokeVoidAsync("focusFirstInvalid", root);
        }
        catch (JSDisconnectedException)
        {
            // The page was left meanwhile.
        }
    }
}
