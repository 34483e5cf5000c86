using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.Passkeys;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>Asks a signed-in person for the password or a passkey again.</summary>
internal static class ConfirmEndpoints
{
    public static void MapConfirmation(this RouteGroupBuilder account)
    {
        account.MapGet("/confirm", async (HttpContext context, ConfirmView view, [FromQuery] string? returnUrl) =>
            await view.PageAsync(context, new TypedForm { ["returnUrl"] = returnUrl ?? "" }));
        account.MapPost("/confirm", WithPasswordAsync).FromOwnForm().KeepsWhatWasTyped(AgainAsync);
        account.MapPost("/confirm/passkey", WithPasskeyAsync).FromOwnForm().KeepsWhatWasTyped(AgainAsync);
    }

    private static Task<IResult> AgainAsync(HttpContext context, TypedForm form, int status) =>
        context.RequestServices.GetRequiredService<ConfirmView>().PageAsync(context, form, status);

    private static async Task<IResult> WithPasswordAsync(
        HttpContext context, ConfirmView view, UserManager<Person> people, PasswordCheck check, Confirmation confirmation)
    {
        var form = await TypedForm.ReadAsync(context);
        var person = await people.GetUserAsync(context.User);
        var answer = await check.AskAsync(context, person?.Email ?? "", form.Raw("password"));
        if (answer.Wait is { } wait)
            return await view.PageAsync(context, form.RefuseFor(context, wait), StatusCodes.Status429TooManyRequests);

        if (answer.Person is null)
        {
            form.Refuse("password", "This is not your password.");
            return await view.PageAsync(context, form);
        }

        await confirmation.NoteAsync(context);
        return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));
    }

    private static async Task<IResult> WithPasskeyAsync(
        HttpContext context, ConfirmView view, PasskeyAvailability passkeys, UserManager<Person> people, SignInManager<Person> signIn, Confirmation confirmation)
    {
        var form = await TypedForm.ReadAsync(context);
        var person = await people.GetUserAsync(context.User);
        var assertion = passkeys.AreOn(context.Request) && form["credential"].Length > 0
            ? await signIn.PerformPasskeyAssertionAsync(form["credential"])
            : null;
        if (assertion is not { Succeeded: true } || assertion.User.Id != person?.Id)
        {
            form.Refusal = "This passkey could not be used. Try again, or use your password.";
            return await view.PageAsync(context, form);
        }

        await people.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await confirmation.NoteAsync(context);
        return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));
    }
}

internal sealed class ConfirmView(UserManager<Person> people, PasskeyAvailability passkeys)
{
    public async Task<IResult> PageAsync(HttpContext context, TypedForm form, int? status = null) =>
        await people.GetUserAsync(context.User) is not { } person
            ? Results.LocalRedirect("/account/login")
            : AccountAnswers.Page<ConfirmPage>(
                new
                {
                    Form = form,
                    Email = person.Email ?? "",
                    ReturnUrl = LocalAddress.Of(form["returnUrl"]),
                    Passkeys = passkeys.AreOn(context.Request) && (await people.GetPasskeysAsync(person)).Count > 0,
                },
                status ?? AccountAnswers.StatusOf(form));
}
