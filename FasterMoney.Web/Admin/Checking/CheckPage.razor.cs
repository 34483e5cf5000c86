using System.Text;
using FasterMoney.Domain.ContentChecks;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
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

    private ElementReference _box;
    private ElementReference _button;
    private IJSObjectReference? _module;
    private PasteAnswer? _answer;
    private string? _error;
    private bool _isChecking;

    [Inject]
    public required PasteChecks Checks { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    private string Status => _isChecking ? "Checking" : _answer is null ? "" : $"Checked. {Counted.Of(_answer.Links.Count, "portal link")}, {Counted.Of(_answer.Findings.Count, "finding")}.";

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", "./Admin/Checking/CheckPage.razor.js");
            await _module.InvokeVoidAsync("start", _box, _button);
        }
    }

    private async Task Check()
    {
        if (_module is null || _isChecking)
            return;

        (_isChecking, _error) = (true, null);
        try
        {
            var length = await _module.InvokeAsync<int>("length", _box);
            _error = length == 0 ? "Paste or type a text first."
                : length > CheckedText.Longest ? $"This text has {length:N0} characters; at most {CheckedText.Longest:N0} can be checked at once. Check it in parts."
                : null;
            _answer = _error is null ? await Checks.CheckAsync(CurrentSite.Caller, await ReadAsync(length)) : null;
        }
        catch (AccessDenied denied)
        {
            (_answer, _error) = (null, denied.Message);
        }
        catch (Exception fault) when (DatabaseFaults.SentenceOf(fault) is { } sentence)
        {
            _error = sentence;
        }
        finally
        {
            _isChecking = false;
        }
    }

    private async Task<string> ReadAsync(int length)
    {
        var text = new StringBuilder(length);
        while (text.Length < length)
        {
            var piece = await _module!.InvokeAsync<string>("piece", _box, text.Length, Piece);
            if (string.IsNullOrEmpty(piece))
                break;

            text.Append(piece);
        }

        return text.ToString();
    }

    private async Task Show(Finding finding) => await _module!.InvokeVoidAsync("show", _box, finding.Start, finding.Length);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }
    }
}
