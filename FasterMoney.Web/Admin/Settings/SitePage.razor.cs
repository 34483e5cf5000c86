using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Commands;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class SitePage
{
    private const string SavedByOthers = "These settings were saved by somebody else while you were typing.";

    private SiteDetails? _details;
    private SiteForm? _form;
    private SiteForm? _before;
    private RuleCheck _check = RuleCheck.Allowed;
    private ElementReference _root;
    private string? _error;
    private bool _isSaving;
    private bool _isSaved;
    private bool _showsReasons;
    private bool _seeksInvalid;

    [Inject]
    public required SiteSettings Settings { get; init; }

    [Inject]
    public required SiteCommands Commands { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    /// <summary>The field that somebody came for, because invoices lack it.</summary>
    [SupplyParameterFromQuery]
    public string? Missing { get; set; }

    private string Status => _isSaved ? "Saved" : _showsReasons && !_check.IsAllowed ? "Not saved yet: see what is marked above" : IsDirty() ? "Not saved yet" : "";

    protected override async Task OnInitializedAsync() =>
        _error = await Refusals.OfAsync(async () =>
        {
            Show(await Settings.ReadAsync(CurrentSite.Caller));
            if (Missing is nameof(SiteContent.Address) or nameof(SiteContent.TaxNumber) or nameof(SiteContent.PaymentInstructions))
                (_check, _seeksInvalid) = (RuleCheck.Refused("Customers miss this on their invoices.", Missing), true);
        });

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }
    }

    private bool IsDirty() => _form is not null && _before is not null && _form.Differs(_before);

    private void Show(SiteDetails read)
    {
        _details = read;
        (_form, _before) = (FormOf(read), FormOf(read));
        (_check, _showsReasons) = (RuleCheck.Allowed, false);
    }

    private async Task<bool> RestoreAsync(KeptInput kept)
    {
        var taken = await kept.TakeAsync(_details!.Site.Version, Dialogs, SavedByOthers, SiteForm.Parts, FormOf(_details), FormOf(_details), _form!);
        CheckAgain();
        StateHasChanged();
        return taken;
    }

    private static SiteForm FormOf(SiteDetails read) => new(read.Site.ToContent(), read.Site.NextInvoiceNumber);

    private void CheckAgain()
    {
        _isSaved = false;
        _check = RuleCheck.Allowed;
        if (_showsReasons)
        {
            _check = _form!.ToContent().Check();
            _check = NextNumber is { } next ? _check.And(_details!.Site.CanContinueNumbersAt(next)) : _check;
        }
    }

    // Left alone, numbering goes on wherever it is by then: an invoice may have been sent meanwhile.
    private long? NextNumber => _form!.NextInvoiceNumber == _before!.NextInvoiceNumber ? null : _form.NextNumber;

    private void Discard()
    {
        _isSaved = false;
        Show(_details!);
    }

    private async Task Save()
    {
        (_showsReasons, _error) = (true, null);
        CheckAgain();
        if (!_check.IsAllowed)
        {
            _seeksInvalid = true;
            return;
        }

        _isSaving = true;
        _error = await Refusals.OfAsync(
            async () =>
            {
                await Commands.EditAsync(CurrentSite.Caller, _details!.Site.Version, _form!.ToContent(), NextNumber);
                Show(await Settings.ReadAsync(CurrentSite.Caller));
                _isSaved = true;
            },
            changed: SettleConflict,
            against: check =>
            {
                (_check, _seeksInvalid) = (check, true);
                return null;
            });
        _isSaving = false;
    }

    private async Task<string?> SettleConflict()
    {
        var read = await Settings.ReadAsync(CurrentSite.Caller);
        var theirs = FormOf(read);
        if (!await EditConflict.SettleAsync(Dialogs, SavedByOthers, SiteForm.Parts, _before!, theirs, _form!))
            return "Not saved yet: somebody else changed these settings. What you typed is kept; save again to choose.";

        (_details, _before) = (read, theirs);
        await Save();
        return _error;
    }
}
