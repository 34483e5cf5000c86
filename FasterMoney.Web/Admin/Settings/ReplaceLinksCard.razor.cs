using System.Globalization;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Components;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class ReplaceLinksCard : IDisposable
{
    private string? _typed;
    private RuleCheck _check = RuleCheck.Allowed;
    private LinkProgress? _progress;
    private string? _done;
    private string? _error;
    private int _missing;
    private bool _isGone;

    [Inject]
    public required LinkReplacementCommands Commands { get; init; }

    [Inject]
    public required HandedOutLinks Links { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    /// <summary>What has to be typed.</summary>
    [Parameter, EditorRequired]
    public required string SiteName { get; set; }

    private bool IsTyped => string.Equals(_typed?.Trim(), SiteName, StringComparison.OrdinalIgnoreCase);

    protected override async Task OnInitializedAsync() => _missing = await Links.CountMissingAsync(CurrentSite.Caller);

    // What was begun goes on without its page.
    public void Dispose() => _isGone = true;

    private async Task Run(string? typed)
    {
        (_error, _done, _progress) = (null, null, new LinkProgress(0, 0));
        // Made here, so that its reports come back to this page's own thread; the work itself is done away from it.
        var reports = new Progress<LinkProgress>(Show);
        var made = 0;
        _error = await Refusals.OfAsync(
            async () => made = await Task.Run(() => typed is null ? Commands.FinishAsync(CurrentSite.Caller, reports) : Commands.ReplaceAllAsync(CurrentSite.Caller, typed, reports)),
            against: check =>
            {
                _check = check;
                return null;
            });
        _progress = null;
        _missing = await Links.CountMissingAsync(CurrentSite.Caller);
        if (_error is null && _check.IsAllowed)
            (_done, _typed) = ($"{Counted.Of(made, "new link")} {Counted.Fitting(made, "was", "were")} made.", null);
    }

    private void Show(LinkProgress now)
    {
        // A report may come in after the end.
        if (_progress is null || _isGone)
            return;
        _progress = now;
        StateHasChanged();
    }

    private static string Say(int links) => links.ToString("N0", CultureInfo.InvariantCulture);
}
