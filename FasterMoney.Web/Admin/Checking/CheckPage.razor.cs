using System.Text;
using FasterMoney.Domain.Messages;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Checking;

/// <summary>
/// The text stays in the browser's box until it is checked, and comes over in pieces: one message of a circuit is too small for it,
/// and a larger one would end the circuit.
/// </summary>
public sealed partial class CheckPage
{
    // A character takes up to six bytes on the way; a message holds 32 kilobytes.
    private const int Piece = 4000;

    private ElementReference box;
    private ElementReference button;
    private IJSObjectReference? module;
    private PasteAnswer? answer;
    private string? error;
    private bool isChecking;

    [Inject]
    public required PasteChecks Checks { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    private string Status => isChecking ? "Checking" : answer is null ? "" : $"Checked. {Count(answer.Links.Count, "portal link")}, {Count(answer.Findings.Count, "finding")}.";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            module = await Js.InvokeAsync<IJSObjectReference>("import", "./Admin/Checking/CheckPage.razor.js");
            await module.InvokeVoidAsync("start", box, button);
        }
    }

    private async Task Check()
    {
        if (module is null || isChecking)
        {
            return;
        }

        (isChecking, error) = (true, null);
        try
        {
            var length = await module.InvokeAsync<int>("length", box);
            error = length == 0 ? "Paste or type a text first."
                : length > CheckedText.Longest ? $"This text has {length:N0} characters; at most {CheckedText.Longest:N0} can be checked at once. Check it in parts."
                : null;
            answer = error is null ? await Checks.CheckAsync(Workplace.Caller, await ReadAsync(length)) : null;
        }
        catch (AccessDenied denied)
        {
            (answer, error) = (null, denied.Message);
        }
        finally
        {
            isChecking = false;
        }
    }

    private async Task<string> ReadAsync(int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            var piece = await module!.InvokeAsync<string>("piece", box, text.Length, Piece);
            if (string.IsNullOrEmpty(piece))
            {
                break;
            }

            text.Append(piece);
        }

        return text.ToString();
    }

    private async Task Show(Finding finding) => await module!.InvokeVoidAsync("show", box, finding.Start, finding.Length);

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }
    }
}
