using FasterMoney.Domain.Messages;
using FasterMoney.Domain.Rules;
using FasterMoney.Web.Admin.Forms;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Mail;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class MailPage
{
    private MailDetails? details;
    private MailForm? form;
    private MailTestReport? report;
    private RuleCheck check = RuleCheck.Allowed;
    private ElementReference root;
    private string? error;
    private string? saved;
    private bool isBusy;
    private bool isTesting;
    private bool showsReasons;
    private bool seeksInvalid;

    [Inject]
    public required SiteMail Mail { get; init; }

    [Inject]
    public required MailCommands Commands { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    private bool IsDirty => details is not null && form?.Differs(details) == true;

    private string StatusSentence => details! switch
    {
        { IsConfigured: false } => "Messages cannot be sent from here yet: no mail server is configured.",
        { On: true } => $"Approved messages can be sent through {details!.Content.Host}.",
        { TestedAt: null } => "Nothing is sent from here: these settings were not tested yet.",
        _ => "Nothing is sent from here. The connection works, so sending can be turned on.",
    };

    protected override async Task OnInitializedAsync()
    {
        try
        {
            await ReadAsync(keepTyped: false);
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (seeksInvalid)
        {
            seeksInvalid = false;
            await FirstInvalid.FocusAsync(Js, root);
        }
    }

    private async Task ReadAsync(bool keepTyped)
    {
        details = await Mail.ReadAsync(Workplace.Caller);
        if (!keepTyped)
        {
            form = new MailForm(details.Content);
            (check, showsReasons) = (RuleCheck.Allowed, false);
        }
    }

    private void CheckAgain()
    {
        saved = null;
        report = null;
        if (showsReasons)
        {
            check = form!.ToContent().Check().And(MailSettings.CheckPassword(form.Password));
        }
    }

    private Task Save() => Act(SaveAsync);

    private Task Test() => Act(async () =>
    {
        report = null;
        if (IsDirty)
        {
            await SaveAsync();
        }

        isTesting = true;
        StateHasChanged();
        report = await Commands.TestAsync(Workplace.Caller, details!.Version);
        await ReadAsync(keepTyped: false);
    });

    private Task Turn(bool on) => Act(async () =>
    {
        await Commands.TurnAsync(Workplace.Caller, on);
        await ReadAsync(keepTyped: true);
    });

    private async Task SaveAsync()
    {
        (showsReasons, report) = (true, null);
        await Commands.EditAsync(Workplace.Caller, details!.Version, form!.ToContent(), form.Password);
        await ReadAsync(keepTyped: false);
        saved = "Saved";
    }

    private async Task Act(Func<Task> act)
    {
        (isBusy, error) = (true, null);
        try
        {
            await act();
        }
        catch (ChangedByOthers)
        {
            await ReadAsync(keepTyped: true);
            error = "Somebody else changed the mail settings in the meantime. What you typed is kept. Look at the status, then try again.";
        }
        catch (RuleViolation violation)
        {
            check = RuleCheck.From(violation.Reasons);
            error = check.Reasons.FirstOrDefault(reason => reason.Field is null)?.Sentence;
            seeksInvalid = error is null;
        }
        catch (AccessDenied denied)
        {
            error = denied.Message;
        }
        finally
        {
            (isBusy, isTesting) = (false, false);
        }
    }
}
