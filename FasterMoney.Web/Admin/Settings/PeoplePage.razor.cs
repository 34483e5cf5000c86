using System.Globalization;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class PeoplePage
{
    private PeopleDetails? details;
    private IDisposable? watching;
    private string? error;
    private string? whyNot;
    private string? done;
    private bool isBusy;

    // Draws the role's box anew after each attempt, so that a refused choice does not stay in it.
    private int round;

    [Inject]
    public required SitePeople People { get; init; }

    [Inject]
    public required PeopleCommands Commands { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public required Workplace Workplace { get; set; }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Workplace.Culture);

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            watching = Changes.Subscribe(Workplace.SiteId, () => InvokeAsync(ReadAgain));
        }

        await ReadAgain();
    }

    private async Task ReadAgain()
    {
        try
        {
            (details, whyNot) = (await People.ReadAsync(Workplace.Caller), null);
        }
        catch (AccessDenied denied)
        {
            (details, whyNot) = (null, denied.Message);
        }

        StateHasChanged();
    }

    private async Task ChangeRole(SitePerson person, ChangeEventArgs change)
    {
        var role = Enum.Parse<SiteRole>((string)change.Value!);
        if (person.Membership.UserId == Workplace.UserId && !await ConfirmAsync(
            "Change your own role?", $"As {role} you can no longer change the settings or the people. Another owner can undo this.", "Change my role"))
        {
            round++;
            return;
        }

        await Act($"{person.Name} is now {role}", () => Commands.ChangeRoleAsync(Workplace.Caller, person.Membership.UserId, role));
    }

    private async Task AskToDisable(SitePerson person)
    {
        if (await ConfirmAsync(
            $"Turn off access of {person.Name}?",
            $"{person.Name} can no longer open {Workplace.SiteName}. What they did stays, and you can turn access on again.",
            "Turn off access"))
        {
            await Act($"Access of {person.Name} is turned off", () => Commands.DisableAsync(Workplace.Caller, person.Membership.UserId));
        }
    }

    private Task Enable(SitePerson person) =>
        Act($"Access of {person.Name} is turned on", () => Commands.EnableAsync(Workplace.Caller, person.Membership.UserId));

    private Task Revoke(PendingInvitation invitation) =>
        Act("The invitation is revoked", () => Commands.WithdrawInvitationAsync(Workplace.Caller, invitation.Id));

    private async Task<bool> ConfirmAsync(string title, string consequence, string yes) =>
        await Dialogs.ShowMessageBoxAsync(title, consequence, yesText: yes, cancelText: "Cancel") == true;

    private async Task Act(string success, Func<Task> act)
    {
        (isBusy, error, done) = (true, null, null);
        try
        {
            await act();
            done = success;
        }
        catch (Exception refusal) when (refusal is RuleViolation or NotFoundOnSite or AccessDenied or ChangedByOthers)
        {
            error = refusal.Message;
        }
        finally
        {
            isBusy = false;
            round++;
        }

        await ReadAgain();
    }

    public void Dispose() => watching?.Dispose();
}
