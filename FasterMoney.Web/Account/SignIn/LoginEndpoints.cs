using System.Globalization;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.Invitations;
using FasterMoney.Web.Account.Passkeys;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Account.SignIn;

internal static class LoginEndpoints
{
    // One sentence for every reason: a stranger learns neither whether an account exists nor whether it is locked.
    private const string Mismatch =
        "This e-mail and password do not match. After five wrong passwords an account rests for ten minutes.";

    private const string NoPlace =
        "Your account has no access to a business at the moment. Ask an owner of the business to let you in.";

    public static void MapLogin(this RouteGroupBuilder account)
    {
        account.MapGet("/login", ShowAsync).AllowAnonymous();
        account.MapPost("/login", WithPasswordAsync).AllowAnonymous().FromOwnForm();
        account.MapPost("/login/passkey", WithPasskeyAsync).AllowAnonymous().FromOwnForm();
        account.MapGet("/access-denied", () => AccountAnswers.Notice(
            "No access", StatusCodes.Status403Forbidden, LocalAddress.Start, "Back to Money",
            "Your role does not allow this. An owner of the business can change it.")).AllowAnonymous();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, [FromQuery] string? returnUrl, LoginView view)
    {
        if (context.User.Identity?.IsAuthenticated == true)
            return Results.LocalRedirect(LocalAddress.Of(returnUrl));

        return await view.PageAsync(context, new TypedForm { ["returnUrl"] = returnUrl ?? "" });
    }

    private static async Task<IResult> WithPasswordAsync(
        HttpContext context, LoginView view, SignInTries tries, PasswordCheck check, SignInManager<Person> signIn, PersonAccess access,
        InvitationCommands invitations)
    {
        var form = await TypedForm.ReadAsync(context);
        var address = context.Connection.RemoteIpAddress;
        if (!tries.TryTake(address, out var wait))
            return await view.TooManyAsync(context, form, wait);

        var person = await check.PersonOfAsync(form["email"], form.Raw("password"));
        if (person is null)
        {
            form.Refusal = Mismatch;
            return await view.PageAsync(context, form);
        }

        tries.GiveBack(address);
        if (!await MayComeInAsync(person, form, access, invitations, context.RequestAborted))
        {
            form.Refusal = NoPlace;
            return await view.PageAsync(context, form);
        }

        await signIn.SignInAsync(person, isPersistent: form["stay"] == "yes", "pwd");
        return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));
    }

    private static async Task<IResult> WithPasskeyAsync(
        HttpContext context, LoginView view, SignInTries tries, PasskeyAvailability passkeys, UserManager<Person> people,
        SignInManager<Person> signIn, PersonAccess access,
        InvitationCommands invitations)
    {
        var form = await TypedForm.ReadAsync(context);
        var address = context.Connection.RemoteIpAddress;
        if (!tries.TryTake(address, out var wait))
            return await view.TooManyAsync(context, form, wait);

        var assertion = passkeys.AreOn(context.Request) && form["credential"].Length > 0
            ? await signIn.PerformPasskeyAssertionAsync(form["credential"])
            : null;
        if (assertion is not { Succeeded: true })
        {
            form.Refusal = "This passkey could not be used. Try again, or use your password.";
            return await view.PageAsync(context, form);
        }

        tries.GiveBack(address);
        if (!await MayComeInAsync(assertion.User, form, access, invitations, context.RequestAborted))
        {
            form.Refusal = NoPlace;
            return await view.PageAsync(context, form);
        }

        await people.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIn.SignInAsync(assertion.User, isPersistent: false, "hwk");
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
    public async Task<IResult> PageAsync(HttpContext context, TypedForm form, int? status = null) => AccountAnswers.Page<LoginPage>(
        new
        {
            Form = form,
            ReturnUrl = LocalAddress.Of(form["returnUrl"]),
            Passkeys = passkeys.AreOn(context.Request),
            Sample = await SampleAccount.PresentAsync(environment, sample, db, normalizer, context.RequestAborted),
        },
        status ?? AccountAnswers.StatusOf(form));

    public Task<IResult> TooManyAsync(HttpContext context, TypedForm form, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        form.Refusal = "Too many tries from your network. Wait a few minutes and try again.";
        return PageAsync(context, form, StatusCodes.Status429TooManyRequests);
    }
}
