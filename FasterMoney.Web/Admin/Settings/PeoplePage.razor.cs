using System.Globalization;
using FasterMoney.Domain.People;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Wording;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace FasterMoney.Web.Admin.Settings;

public sealed partial class PeoplePage
{
    private PeopleDetails? _details;
    private IDisposable? _watching;
    private string? _error;
    private string? _whyNot;
    private string? _done;
    private bool _isBusy;

    // Draws the role's box anew after each attempt, so that a refused choice does not stay in it.
    private int _round;

    [Inject]
    public required SitePeople People { get; init; }

    [Inject]
    public required PeopleCommands Commands { get; init; }

    [Inject]
    public required SiteChanges Changes { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public required CurrentSite CurrentSite { get; set; }

    private CultureInfo Culture => CultureInfo.GetCultureInfo(CurrentSite.Culture);

    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
            _watching = Changes.Subscribe(CurrentSite.SiteId, () => InvokeAsync(ReadAgain));

        await ReadAgain();
    }

    private async Task ReadAgain()
    {
        try
        {
            (_details, _whyNot) = (await People.ReadAsync(CurrentSite.Caller), null);
        }
        catch (AccessDenied denied)
        {
            (_details, _whyNot) = (null, denied.Message);
        }

        StateHasChanged();
    }

    private async Task ChangeRole(SitePerson person, ChangeEventArgs change)
    {
        var role = Enum.Parse<SiteRole>((string)change.Value!);
        if (person.Membership.UserId == CurrentSite.UserId && !await ConfirmAsync(
            "Change your own role?", $"As {role} you can no longer change the settings or the people. Another owner can undo this.", "Change my role"))
        {
            _round++;
            return;
        }

        await Change($"{person.Name} is now {role}", () => Commands.ChangeRoleAsync(CurrentSite.Caller, person.Membership.UserId, role));
    }

    private async Task AskToDisable(SitePerson person)
    {
        if (await ConfirmAsync(
            $"Turn off access of {person.Name}?",
            $"{person.Name} can no longer open {CurrentSite.SiteName}. What they did stays, and you can turn access on again. Invitations they made stop working.",
            "Turn off access"))
        {
            await Change($"Access of {person.Name} is turned off", () => Commands.DisableAsync(CurrentSite.Caller, person.Membership.UserId));
        }
    }

    private Task Enable(SitePerson person) =>
        Act($"Access of {person.Name} is turned on", () => Commands.EnableAsync(CurrentSite.Caller, person.Membership.UserId));

    private Task RequireSecondStep(bool on) => Act(
        on ? "Everybody signs in in two steps from now on" : "Signing in in two steps is up to each person",
        () => Commands.RequireSecondStepAsync(CurrentSite.Caller, on));

    private static string SignsInWith(SitePerson person) => (person.HasSecondStep, person.HasPasskey) switch
    {
        (true, true) => "second step and passkey",
        (true, false) => "second step",
        (false, true) => "passkey",
        _ => "password alone",
    };

    private string Until(PendingInvitation invitation) => invitation switch
    {
        { EndedByRestore: true } => "Ended when a backup was restored, because it may have been used or revoked since: revoke it, and make a new one",
        { IsExpired: true } => $"Expired {invitation.ExpiresAt.ToString("d MMM yyyy, HH:mm", Culture)}",
        _ => $"Works until {invitation.ExpiresAt.ToString("d MMM yyyy, HH:mm", Culture)}",
    };

    private Task Revoke(PendingInvitation invitation) =>
        Act("The invitation is revoked", () => Commands.WithdrawInvitationAsync(CurrentSite.Caller, invitation.Id));

    private async Task<bool> ConfirmAsync(string title, string consequence, string yes) =>
        await Dialogs.ShowMessageBoxAsync(title, consequence, yesText: yes, cancelText: "Cancel") == true;

    // Says also what ended with the change.
    private Task Change(string success, Func<Task<PlaceChanged>> change)
    {
        var ended = 0;
        return Act(
            () => ended == 0 ? success : $"{success}. {Counted.Of(ended, "open invitation")} of theirs ended with it.",
            async () => ended = (await change()).InvitationsEnded);
    }

    private Task Act(string success, Func<Task> act) => Act(() => success, act);

    private async Task Act(Func<string> success, Func<Task> act)
    {
        (_isBusy, _error, _done) = (true, null, null);
        _error = await Refusals.OfAsync(act);
        (_done, _isBusy) = (_error is null ? success() : null, false);
        _round++;
        await ReadAgain();
    }

    public void Dispose() => _watching?.Dispose();
}
