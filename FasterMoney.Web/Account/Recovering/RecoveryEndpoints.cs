using FasterMoney.Domain.Contacts;
using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Recovering;

internal static class RecoveryEndpoints
{
    public static void MapRecovery(this RouteGroupBuilder account)
    {
        account.MapGet("/forgot", async (HttpContext context, FasterMoneyDb db) => await ForgotAsync(context, db, new TypedForm())).AllowAnonymous();
        account.MapPost("/forgot", AskAsync).AllowAnonymous().FromOwnForm()
            .KeepsWhatWasTyped((context, form, status) => ForgotAsync(context, context.RequestServices.GetRequiredService<FasterMoneyDb>(), form, status));
        account.MapGet("/new-password/{code}", ShowAsync).AllowAnonymous();
        account.MapPost("/new-password/{code}", SetAsync).AllowAnonymous().FromOwnForm().KeepsWhatWasTyped(AgainAsync);
    }

    // The same work and the same words for every address: what follows happens after the answer.
    private static async Task<IResult> AskAsync(
        HttpContext context, FasterMoneyDb db, SignInTries tries, KnownDevices devices, ILookupNormalizer normalizer, OwnAddress address, AskedLetters letters)
    {
        var form = await TypedForm.ReadAsync(context);
        var email = form["email"];
        form.RefuseWhen(email.Length == 0, "email", "Enter your e-mail address.");
        form.RefuseWhen(!EmailAddress.Check(email).IsAllowed, "email", EmailAddress.Check(email).Text);
        if (!form.IsGood)
            return await ForgotAsync(context, db, form);

        // Letters that strangers ask for do not stop those that the person asks for at their own device.
        var whom = normalizer.NormalizeEmail(email) ?? "";
        TryKey[] keys = devices.NameFor(context, email) is { } device
            ? [TryRule.Letters.For("device", device)]
            : [TryRule.Letters.For("network", TryRule.NetworkOf(context.Connection.RemoteIpAddress)), TryRule.Letters.For("address", whom)];
        if (await tries.TakeAsync(keys, context.RequestAborted) is { } wait)
            return await ForgotAsync(context, db, form.RefuseFor(context, wait), StatusCodes.Status429TooManyRequests);

        await letters.AskAsync(email, address.Of(context.Request), context.RequestAborted);
        return AccountAnswers.Notice(
            "Look into your mailbox", StatusCodes.Status200OK, "/account/login", "Back to signing in",
            $"If {email} belongs to an account here, a link is on its way there. It works once, for 30 minutes.",
            "Nothing arrived? Look among unwanted mail, or ask an owner of your business for a link.");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string code, NewPassword passwords) =>
        await passwords.FindAsync(code, context.RequestAborted) is { } link ? Page(link, code, new TypedForm()) : Closed();

    private static async Task<IResult> AgainAsync(HttpContext context, TypedForm form, int status)
    {
        var code = (string)context.GetRouteValue("code")!;
        return await context.RequestServices.GetRequiredService<NewPassword>().FindAsync(code, context.RequestAborted) is { } link ? Page(link, code, form, status) : Closed();
    }

    private static async Task<IResult> SetAsync(HttpContext context, string code, NewPassword passwords, SignInManager<Person> signIn)
    {
        if (await passwords.FindAsync(code, context.RequestAborted) is not { } link)
            return Closed();

        var form = await TypedForm.ReadAsync(context);
        if (PasswordRule.Against(form.Raw("fresh"), link.Email) is { } weak)
            form.Refuse("fresh", weak);

        form.RefuseWhen(form.Raw("again") != form.Raw("fresh"), "again", "The two new passwords differ.");
        if (!form.IsGood)
            return Page(link, code, form);
        if (!await passwords.SetAsync(link, form.Raw("fresh"), context.RequestAborted))
            return Closed();

        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/login?done=password");
    }

    private static async Task<IResult> ForgotAsync(HttpContext context, FasterMoneyDb db, TypedForm form, int? status = null) => AccountAnswers.Page<ForgotPage>(
        new { Form = form, ByMail = await db.MailSettings.AnyAsync(mail => mail.On, context.RequestAborted) },
        status ?? AccountAnswers.StatusOf(form));

    private static RazorComponentResult<NewPasswordPage> Page(OpenPasswordLink link, string code, TypedForm form, int? status = null) =>
        AccountAnswers.Page<NewPasswordPage>(new { Form = form, Here = PasswordLink.Path + code, link.Email }, status ?? AccountAnswers.StatusOf(form));

    private static RazorComponentResult<NoticePage> Closed() => AccountAnswers.Notice(
        "This link does not work", StatusCodes.Status404NotFound, "/account/forgot", "Get a new link",
        "It was used already, it is older than 30 minutes, or the address is not complete.");
}
