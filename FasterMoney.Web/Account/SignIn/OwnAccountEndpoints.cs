using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Account.SignIn;

/// <summary>Signing out and changing the password.</summary>
internal static class OwnAccountEndpoints
{
    public static void MapOwnAccount(this RouteGroupBuilder account)
    {
        account.MapGet("/logout", (HttpContext context) => context.User.Identity?.IsAuthenticated == true
            ? AccountAnswers.Page<LogoutPage>(new { Email = context.User.Identity.Name ?? "" })
            : Results.LocalRedirect("/account/login")).AllowAnonymous();
        account.MapPost("/logout", async (SignInManager<Person> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("/account/login");
        }).AllowAnonymous().FromOwnForm();
        account.MapGet("/password", async (HttpContext context, UserManager<Person> people, [FromQuery] string? done) =>
            Password(await people.GetUserAsync(context.User), new TypedForm(), done is not null));
        account.MapPost("/password", ChangePasswordAsync).FromOwnForm();
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext context, UserManager<Person> people, SignInManager<Person> signIn, PasswordCheck check, FasterMoneyDb db)
    {
        var form = await TypedForm.ReadAsync(context);
        var person = await people.GetUserAsync(context.User);
        var fresh = form.Raw("fresh");
        if (PasswordRule.Against(fresh, person?.Email) is { } reason)
            form.Refuse("fresh", reason);

        form.RefuseWhen(form.Raw("again") != fresh, "again", "The two new passwords differ.");
        if (person is null || !form.IsGood)
            return Password(person, form, done: false);

        var answer = await check.AskAsync(context, person.Email ?? "", form.Raw("current"));
        if (answer.Wait is { } wait)
            return Password(person, form.RefuseFor(context, wait), done: false, StatusCodes.Status429TooManyRequests);

        if (answer.Person is null || !(await people.ChangePasswordAsync(person, form.Raw("current"), fresh)).Succeeded)
        {
            form.Refuse("current", "This is not your current password.");
            return Password(person, form, done: false);
        }

        await db.EndSignInsAsync(person.Id, context.User.SignInId(), context.RequestAborted);
        await signIn.RefreshSignInAsync(person);
        return Results.LocalRedirect("/account/password?done");
    }

    private static IResult Password(Person? person, TypedForm form, bool done, int? status = null) => person is null
        ? Results.LocalRedirect("/account/login")
        : AccountAnswers.Page<PasswordPage>(
            new
            {
                Form = form,
                Email = person.Email ?? "",
                Done = done ? "Your password is changed. All other devices are signed out." : null,
            },
            status ?? AccountAnswers.StatusOf(form));
}
