using System.Buffers.Text;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Account.Passkeys;

internal static class PasskeyEndpoints
{
    public const int Most = 20;

    public static void MapPasskeys(this RouteGroupBuilder account)
    {
        account.MapGet("/passkeys", async (HttpContext context, PasskeyView view, UserManager<Person> people, [FromQuery] string? done) =>
            await view.PageAsync(context, await people.GetUserAsync(context.User), new TypedForm(), done));
        account.MapPost("/passkeys/request-options", RequestOptionsAsync).AllowAnonymous().FromOwnForm();
        account.MapPost("/passkeys/creation-options", CreationOptionsAsync).FromOwnForm();
        account.MapPost("/passkeys/add", AddAsync).FromOwnForm().KeepsWhatWasTyped(AgainAsync);
        account.MapPost("/passkeys/rename", RenameAsync).FromOwnForm().KeepsWhatWasTyped(AgainAsync);
        account.MapPost("/passkeys/remove", RemoveAsync).FromOwnForm();
    }

    // No account is named: the authenticator offers the passkeys it has, and a stranger learns nothing about who has any.
    private static async Task<IResult> RequestOptionsAsync(HttpContext context, PasskeyAvailability passkeys, SignInManager<Person> signIn) =>
        passkeys.AreOn(context.Request)
            ? Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            : Results.StatusCode(StatusCodes.Status409Conflict);

    private static async Task<IResult> CreationOptionsAsync(
        HttpContext context, PasskeyAvailability passkeys, UserManager<Person> people, SignInManager<Person> signIn, Confirmation confirmation)
    {
        if (await people.GetUserAsync(context.User) is not { } person || !passkeys.AreOn(context.Request) || !await confirmation.IsFreshAsync(context))
            return Results.StatusCode(StatusCodes.Status409Conflict);

        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = person.Id.ToString(),
            Name = person.Email ?? "",
            DisplayName = person.DisplayName,
        });
        return Results.Content(options, "application/json");
    }

    private static async Task<IResult> AgainAsync(HttpContext context, TypedForm form, int status) => await context.RequestServices.GetRequiredService<PasskeyView>()
        .PageAsync(context, await context.RequestServices.GetRequiredService<UserManager<Person>>().GetUserAsync(context.User), form, null, status);

    private static async Task<IResult> AddAsync(
        HttpContext context, PasskeyView view, PasskeyAvailability passkeys, UserManager<Person> people, SignInManager<Person> signIn,
        Confirmation confirmation)
    {
        var form = await TypedForm.ReadAsync(context);
        if (await people.GetUserAsync(context.User) is not { } person)
            return Results.LocalRedirect("/account/login");
        if (!await confirmation.IsFreshAsync(context))
            return Results.LocalRedirect(Confirmation.PageFor("/account/passkeys"));

        var name = form["name"];
        form.RefuseWhen(name.Length is 0 or > 60, "name", "Give the passkey a name of up to 60 characters.");
        var room = (await people.GetPasskeysAsync(person)).Count < Most;
        var attestation = form.IsGood && room && passkeys.AreOn(context.Request) && form["credential"].Length > 0
            ? await signIn.PerformPasskeyAttestationAsync(form["credential"])
            : null;
        if (attestation is not { Succeeded: true } || attestation.UserEntity.Id != person.Id.ToString())
        {
            form.Refusal = form.HasErrors ? null : "The passkey could not be added. Try again.";
            return await view.PageAsync(context, person, form, null);
        }

        attestation.Passkey.Name = name;
        await people.AddOrUpdatePasskeyAsync(person, attestation.Passkey);
        return Results.LocalRedirect("/account/passkeys?done=added");
    }

    private static async Task<IResult> RenameAsync(HttpContext context, PasskeyView view, UserManager<Person> people)
    {
        var form = await TypedForm.ReadAsync(context);
        var person = await people.GetUserAsync(context.User);
        if (person is not null && await FindAsync(people, person, form["id"]) is { } passkey && form["name"].Length is > 0 and <= 60)
        {
            passkey.Name = form["name"];
            await people.AddOrUpdatePasskeyAsync(person, passkey);
            return Results.LocalRedirect("/account/passkeys?done=renamed");
        }

        form.Refusal = "The name was not changed. Use 1 to 60 characters.";
        return await view.PageAsync(context, person, form, null);
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, UserManager<Person> people)
    {
        var form = await TypedForm.ReadAsync(context);
        if (await people.GetUserAsync(context.User) is { } person && await FindAsync(people, person, form["id"]) is { } passkey)
            await people.RemovePasskeyAsync(person, passkey.CredentialId);

        return Results.LocalRedirect("/account/passkeys?done=removed");
    }

    private static async Task<UserPasskeyInfo?> FindAsync(UserManager<Person> people, Person person, string id) =>
        (await people.GetPasskeysAsync(person)).FirstOrDefault(passkey => Base64Url.EncodeToString(passkey.CredentialId) == id);
}

internal sealed class PasskeyView(UserManager<Person> people, PasskeyAvailability passkeys, Confirmation confirmation)
{
    public async Task<IResult> PageAsync(HttpContext context, Person? person, TypedForm form, string? done, int? status = null) => person is null
        ? Results.LocalRedirect("/account/login")
        : AccountAnswers.Page<PasskeysPage>(
            new
            {
                Form = form,
                Known = (IReadOnlyList<UserPasskeyInfo>)[.. (await people.GetPasskeysAsync(person)).OrderBy(passkey => passkey.CreatedAt)],
                Available = passkeys.AreOn(context.Request),
                Confirmed = await confirmation.IsFreshAsync(context),
                Done = done switch
                {
                    "added" => "The passkey is added. Use it the next time you sign in.",
                    "renamed" => "The passkey has its new name.",
                    "removed" => "The passkey is removed.",
                    _ => null,
                },
            },
            status ?? AccountAnswers.StatusOf(form));
}
