using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace FasterMoney.Web.Account.Invitations;

internal static class InviteEndpoints
{
    public static void MapInvitations(this RouteGroupBuilder account)
    {
        account.MapGet("/invite/{code}", ShowAsync).AllowAnonymous();
        account.MapPost("/invite/{code}", AcceptAsync).AllowAnonymous().FromOwnForm().KeepsWhatWasTyped(AgainAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string code, InvitationCommands invitations, UserManager<Person> people)
    {
        if (await invitations.FindAsync(code, context.RequestAborted) is not { } invitation)
            return Closed();

        return Page(invitation, code, new TypedForm { ["email"] = invitation.EmailHint }, await people.GetUserAsync(context.User));
    }

    private static async Task<IResult> AgainAsync(HttpContext context, TypedForm form, int status)
    {
        var (code, services) = ((string)context.GetRouteValue("code")!, context.RequestServices);
        return await services.GetRequiredService<InvitationCommands>().FindAsync(code, context.RequestAborted) is { } invitation
            ? Page(invitation, code, form, await services.GetRequiredService<UserManager<Person>>().GetUserAsync(context.User), status)
            : Closed();
    }

    private static async Task<IResult> AcceptAsync(
        HttpContext context, string code, InvitationCommands invitations, UserManager<Person> people, SigningIn signingIn)
    {
        if (await invitations.FindAsync(code, context.RequestAborted) is not { } invitation)
            return Closed();

        var form = await TypedForm.ReadAsync(context);
        if (await people.GetUserAsync(context.User) is { } known)
        {
            form.Refusal = await invitations.JoinAsync(invitation, known, context.RequestAborted);
            return form.Refusal is null ? Results.LocalRedirect(LocalAddress.Start) : Page(invitation, code, form, known);
        }

        InvitationCommands.Check(form);
        if (!form.IsGood || await invitations.JoinAsNewAsync(invitation, form, context.RequestAborted) is not { } person)
            return Page(invitation, code, form, null);

        await signingIn.CompleteAsync(context, person, ProvedBy.Password);
        return Results.LocalRedirect(LocalAddress.Start);
    }

    private static RazorComponentResult<InvitePage> Page(OpenInvitation invitation, string code, TypedForm form, Person? signedIn, int? status = null) => AccountAnswers.Page<InvitePage>(
        new
        {
            Form = form,
            Here = Invitation.Path + code,
            Invitation = invitation,
            SignedInAs = signedIn?.Email,
            RoleSentence = invitation.RoleName switch
            {
                "Owner" => "You will have every right, including settings and people.",
                "Admin" => "You will write, send and correct invoices.",
                _ => "You will see invoices and copy their links, and change nothing.",
            },
        },
        status ?? AccountAnswers.StatusOf(form));

    private static RazorComponentResult<NoticePage> Closed() => AccountAnswers.Notice(
        "This invitation does not work", StatusCodes.Status404NotFound, "/account/login", "Sign in",
        "It was used already, it is older than seven days, who made it may no longer invite, or the address is not complete.",
        "Ask the person who invited you for a new one.");
}
