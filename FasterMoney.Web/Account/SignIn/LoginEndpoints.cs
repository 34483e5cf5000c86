using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.Invitations;
using FasterMoney.Web.Account.Passkeys;
using FasterMoney.Web.Account.SecondStep;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Account.SignIn;

internal static class LoginEndpoints
{
    // One sentence for every reason: a stranger does not learn whether an account exists.
    private const string Mismatch = "This e-mail and password do not match.";

    private const string NoPlace =
        "Your account has no access to a business at the moment. Ask an owner of the business to let you in.";

    public static void MapLogin(this RouteGroupBuilder account)
    {
        account.MapGet("/login", ShowAsync).AllowAnonymous();
        account.MapPost("/login", WithPasswordAsync).AllowAnonymous().FromOwnForm().KeepsWhatWasTyped(AgainAsync);
        account.MapPost("/login/passkey", WithPasskeyAsync).AllowAnonymous().FromOwnForm().KeepsWhatWasTyped(AgainAsync);
        account.MapGet("/access-denied", () => AccountAnswers.Notice(
            "No access", StatusCodes.Status403Forbidden, LocalAddress.Start, "Back to Money",
            "Your role does not allow this. An owner of the business can change it.")).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromQuery] string? returnUrl, [FromQuery] string? done, LoginView view)
    {
        if (context.User.Identity?.IsAuthenticated == true)
            return Results.LocalRedirect(LocalAddress.Of(returnUrl));

        return await view.PageAsync(context, new TypedForm { ["returnUrl"] = returnUrl ?? "" }, done: done == "password" ? "Your new password is set. Sign in with it." : null);
    }

    private static Task<IResult> AgainAsync(HttpContext context, TypedForm form, int status) =>
        context.RequestServices.GetRequiredService<LoginView>().PageAsync(context, form, status);

    private static async Task<IResult> WithPasswordAsync(
        HttpContext context, LoginView view, PasswordCheck check, SigningIn signingIn, StepCodes codes, PersonAccess access,
        InvitationCommands invitations)
    {
        var form = await TypedForm.ReadAsync(context);
        if (context.User.Identity?.IsAuthenticated == true)
            return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));

        var answer = await check.AskAsync(context, form["email"], form.Raw("password"));
        if (answer.Wait is { } wait)
            return await view.TooManyAsync(context, form, wait);

        if (answer.Person is not { } person)
        {
            form.Refusal = Mismatch;
            return await view.PageAsync(context, form);
        }

        if (!await MayComeInAsync(person, form, access, invitations, context.RequestAborted))
        {
            form.Refusal = NoPlace;
            return await view.PageAsync(context, form);
        }

        var stay = form["stay"] == "yes";
        if (await codes.IsOnAsync(person))
        {
            await codes.BeginAsync(context, person, stay);
            return Results.LocalRedirect(CodeEndpoints.PathTo(LocalAddress.Of(form["returnUrl"])));
        }

        await signingIn.CompleteAsync(context, person, ProvedBy.Password, stay);
        return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));
    }

    private static async Task<IResult> WithPasskeyAsync(
        HttpContext context, LoginView view, SignInTries tries, PasskeyAvailability passkeys, UserManager<Person> people,
        SignInManager<Person> signIn, SigningIn signingIn, PersonAccess access, InvitationCommands invitations)
    {
        var form = await TypedForm.ReadAsync(context);
        if (context.User.Identity?.IsAuthenticated == true)
            return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));

        TryKey[] keys = [TryRule.Network.For(TryRule.NetworkOf(context.Connection.RemoteIpAddress))];
        if (await tries.TakeAsync(keys, context.RequestAborted) is { } wait)
            return await view.TooManyAsync(context, form, wait);

        var assertion = passkeys.AreOn(context.Request) && form["credential"].Length > 0
            ? await signIn.PerformPasskeyAssertionAsync(form["credential"])
            : null;
        if (assertion is not { Succeeded: true })
        {
            form.Refusal = "This passkey could not be used. Try again, or use your password.";
            return await view.PageAsync(context, form);
        }

        await tries.GiveBackAsync(keys, context.RequestAborted);
        if (!await MayComeInAsync(assertion.User, form, access, invitations, context.RequestAborted))
        {
            form.Refusal = NoPlace;
            return await view.PageAsync(context, form);
        }

        await people.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signingIn.CompleteAsync(context, assertion.User, ProvedBy.Passkey);
        return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));
    }

    // Who has no place yet comes in to accept an invitation, and only with one in hand.
    private static async Task<bool> MayComeInAsync(
        Person person, TypedForm form, PersonAccess access, InvitationCommands invitations, CancellationToken cancellationToken) =>
        await access.HasPlaceAsync(person.Id, cancellationToken)
        || (form["returnUrl"].StartsWith(Invitation.Path, StringComparison.Ordinal)
            && await invitations.FindAsync(form["returnUrl"][Invitation.Path.Length..], cancellationToken) is not null);
}

/// <summary>The sign-in page with what it shows beside the form.</summary>
internal sealed class LoginView(
    IWebHostEnvironment environment, SamplePassword sample, FasterMoneyDb db, ILookupNormalizer normalizer, PasskeyAvailability passkeys)
{
    public async Task<IResult> PageAsync(HttpContext context, TypedForm form, int? status = null, string? done = null) => AccountAnswers.Page<LoginPage>(
        new
        {
            Form = form,
            Done = done,
            ReturnUrl = LocalAddress.Of(form["returnUrl"]),
            Passkeys = passkeys.AreOn(context.Request),
            Sample = await SampleAccount.PresentAsync(environment, sample, db, normalizer, context.RequestAborted),
        },
        status ?? AccountAnswers.StatusOf(form));

    public Task<IResult> TooManyAsync(HttpContext context, TypedForm form, TimeSpan wait) =>
        PageAsync(context, form.RefuseFor(context, wait), StatusCodes.Status429TooManyRequests);
}
