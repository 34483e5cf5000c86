using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Admin.Unsaved;
using FasterMoney.Web.Mail;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class MailPage
{
    private const string ChangedByOthers = "Somebody else changed the mail settings in the meantime. What you typed is kept. Look at the status, then try again.";

    private MailDetails? _details;
    private MailForm? _form;
    private MailTestReport? _report;
    private RuleCheck _check = RuleCheck.Allowed;
    private ElementReference _root;
    private string? _error;
    private string? _saved;
    private bool _isBusy;
    private bool _isTesting;
    private bool _showsReasons;
    private bool _seeksInvalid;

    [Inject]
    public required SiteMail Mail { get; init; }

    [Inject]
    public required MailCommands Commands { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    private bool IsDirty => _details is not null && _form?.Differs(_details) == true;

    private string StatusSentence => _details! switch
    {
        { IsConfigured: false } => "Messages cannot be sent from here yet: no mail server is configured.",
        { On: true } => $"Approved messages can be sent through {_details!.Content.Host}.",
        { TestedAt: null } => "Nothing is sent from here: these settings were not tested yet.",
        _ => "Nothing is sent from here. The connection works, so sending can be turned on.",
    };

    protected override async Task OnInitializedAsync() => _error = await Refusals.OfAsync(() => ReadAsync(keepTyped: false));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_seeksInvalid)
        {
            _seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, _root);
        }
    }

    private async Task ReadAsync(bool keepTyped)
    {
        _details = await Mail.ReadAsync(CurrentSite.Caller);
        if (!keepTyped)
        {
            _form = new MailForm(_details.Content);
            (_check, _showsReasons) = (RuleCheck.Allowed, false);
        }
    }

    private Task<bool> RestoreAsync(KeptInput kept)
    {
        TypedFields.Read(kept.Typed, _form!);
        CheckAgain();
        _error = kept.Version == _details!.Version ? null : ChangedByOthers;
        StateHasChanged();
        return Task.FromResult(true);
    }

    private void CheckAgain()
    {
        _saved = null;
        _report = null;
        if (_showsReasons)
            _check = _form!.ToContent().Check().And(MailSettings.CheckPassword(_form.Password));
    }

    private Task Save() => Act(SaveAsync);

    private Task Test() => Act(async () =>
    {
        _report = null;
        if (IsDirty)
            await SaveAsync();

        _isTesting = true;
        StateHasChanged();
        _report = await Commands.TestAsync(CurrentSite.Caller, _details!.Version);
        await ReadAsync(keepTyped: false);
    });

    private Task Turn(bool on) => Act(async () =>
    {
        await Commands.TurnAsync(CurrentSite.Caller, on);
        await ReadAsync(keepTyped: true);
    });

    private async Task SaveAsync()
    {
        (_showsReasons, _report) = (true, null);
        await Commands.EditAsync(CurrentSite.Caller, _details!.Version, _form!.ToContent(), _form.Password);
        await ReadAsync(keepTyped: false);
        _saved = "Saved";
    }

    private async Task Act(Func<Task> act)
    {
        (_isBusy, _error) = (true, null);
        _error = await Refusals.OfAsync(
            act,
            changed: async () =>
            {
                await ReadAsync(keepTyped: true);
                return ChangedByOthers;
            },
            against: check =>
            {
                _check = check;
                var sentence = check.Reasons.FirstOrDefault(reason => reason.Field is null)?.Sentence;
                _seeksInvalid = sentence is null;
                return sentence;
            });
        (_isBusy, _isTesting) = (false, false);
    }
}
