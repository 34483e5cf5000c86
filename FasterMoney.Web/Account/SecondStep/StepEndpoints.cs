using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Devices;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.SignIn;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.SecondStep;

/// <summary>Setting up one's own second step.</summary>
internal static class StepEndpoints
{
    private const string Here = "/account/second-step";

    public static void MapSecondStep(this RouteGroupBuilder account)
    {
        account.MapGet("/second-step", async (HttpContext context, StepView view, [FromQuery] string? done) => await view.PageAsync(context, new TypedForm(), done));
        account.MapPost("/second-step/start", StartAsync).FromOwnForm();
        account.MapGet("/second-step/setup", async (HttpContext context, StepView view) => await view.SetupAsync(context, new TypedForm()));
        account.MapPost("/second-step/on", TurnOnAsync).FromOwnForm()
            .KeepsWhatWasTyped((context, form, status) => context.RequestServices.GetRequiredService<StepView>().SetupAsync(context, form, status));
        account.MapPost("/second-step/codes", NewCodesAsync).FromOwnForm();
        account.MapPost("/second-step/off", TurnOffAsync).FromOwnForm();
    }

    // A key of its own for each attempt; nothing counts before a code of it was right.
    private static async Task<IResult> StartAsync(HttpContext context, UserManager<Person> people, IUserStore<Person> store, Confirmation confirmation)
    {
        if (!await confirmation.IsFreshAsync(context))
            return Results.LocalRedirect(Confirmation.PageFor(Here));
        if (await people.GetUserAsync(context.User) is not { } person || await people.GetTwoFactorEnabledAsync(person))
            return Results.LocalRedirect(Here);

        await ((IUserAuthenticatorKeyStore<Person>)store).SetAuthenticatorKeyAsync(person, people.GenerateNewAuthenticatorKey(), context.RequestAborted);
        await people.UpdateAsync(person);
        return Results.LocalRedirect($"{Here}/setup");
    }

    private static async Task<IResult> TurnOnAsync(
        HttpContext context, StepView view, UserManager<Person> people, StepCodes codes, SignInTries tries, SigningIn signingIn, Confirmation confirmation)
    {
        var form = await TypedForm.ReadAsync(context);
        if (!await confirmation.IsFreshAsync(context))
            return Results.LocalRedirect(Confirmation.PageFor(Here));
        if (await people.GetUserAsync(context.User) is not { } person || await codes.IsOnAsync(person))
            return Results.LocalRedirect(Here);

        TryKey[] keys = [TryRule.Code.For(person.Id.ToString())];
        if (await tries.TakeAsync(keys, context.RequestAborted) is { } wait)
            return await view.SetupAsync(context, form.RefuseFor(context, wait), StatusCodes.Status429TooManyRequests);
        if (!await codes.IsRightAsync(person, form["code"], context.RequestAborted))
        {
            form.Refuse("code", "This is not what the app shows now. Check that the phone's clock is right, and enter the next code.");
            return await view.SetupAsync(context, form);
        }

        await tries.GiveBackAsync(keys, context.RequestAborted);
        var fresh = await codes.TurnOnAsync(person, context.User.SignInId(), context.RequestAborted);
        await signingIn.RenewAsync(context, person, ProvedBy.TwoSteps);
        return Codes(fresh, justOn: true);
    }

    private static async Task<IResult> NewCodesAsync(HttpContext context, StepView view, UserManager<Person> people, StepCodes codes, SignInTries tries, Confirmation confirmation)
    {
        var form = await TypedForm.ReadAsync(context);
        if (!await confirmation.IsFreshAsync(context))
            return Results.LocalRedirect(Confirmation.PageFor(Here));
        if (await people.GetUserAsync(context.User) is not { } person || !await codes.IsOnAsync(person))
            return Results.LocalRedirect(Here);

        return await RefusalOfAsync(context, view, person, form, "codes", codes, tries, "made new recovery codes")
            ?? Codes(await codes.NewCodesAsync(person), justOn: false);
    }

    private static async Task<IResult> TurnOffAsync(
        HttpContext context, StepView view, UserManager<Person> people, SignInManager<Person> signIn, StepCodes codes, SignInTries tries, FasterMoneyDb db, Confirmation confirmation)
    {
        var form = await TypedForm.ReadAsync(context);
        if (!await confirmation.IsFreshAsync(context))
            return Results.LocalRedirect(Confirmation.PageFor(Here));
        if (await people.GetUserAsync(context.User) is not { } person || !await codes.IsOnAsync(person))
            return Results.LocalRedirect(Here);

        var asking = await (
            from place in db.Memberships
            where place.UserId == person.Id && !place.Disabled
            join site in db.Sites on place.SiteId equals site.Id
            where site.RequiresSecondFactor
            select site.Name).FirstOrDefaultAsync(context.RequestAborted);
        if (asking is not null)
            return await view.PageAsync(context, new TypedForm { Refusal = $"{asking} asks everybody to sign in in two steps, so it stays on." }, null);
        if (await RefusalOfAsync(context, view, person, form, "off", codes, tries, "turned off the second step") is { } refused)
            return refused;

        await codes.TurnOffAsync(person, context.RequestAborted);
        await signIn.RefreshSignInAsync(person);
        return Results.LocalRedirect($"{Here}?done=off");
    }

    // A password and an open sign-in can both be stolen: what weakens the second step takes a code of it. Null when the code is right.
    private static async Task<IResult?> RefusalOfAsync(
        HttpContext context, StepView view, Person person, TypedForm form, string field, StepCodes codes, SignInTries tries, string forWhat)
    {
        var typed = form[field];
        // A code works once, and is not shown again.
        form[field] = "";
        form.RefuseWhen(typed.Length == 0, field, "Enter a code of your app or a recovery code.");
        if (!form.IsGood)
            return await view.PageAsync(context, form, null);

        TryKey[] keys = [TryRule.Code.For(person.Id.ToString())];
        if (await tries.TakeAsync(keys, context.RequestAborted) is { } wait)
            return await view.PageAsync(context, form.RefuseFor(context, wait), null, StatusCodes.Status429TooManyRequests);
        if (await codes.TakeAsync(person, typed, forWhat, context.RequestAborted) == CodeAnswer.Wrong)
        {
            form.Refuse(field, "This code is wrong or was used already. Wait for the next one, and check that the phone's clock is right.");
            return await view.PageAsync(context, form, null);
        }

        await tries.GiveBackAsync(keys, context.RequestAborted);
        return null;
    }

    private static RazorComponentResult<RecoveryCodesPage> Codes(IReadOnlyList<string> codes, bool justOn) =>
        AccountAnswers.Page<RecoveryCodesPage>(new { Codes = codes, JustOn = justOn });
}

internal sealed class StepView(UserManager<Person> people, Confirmation confirmation)
{
    public async Task<IResult> PageAsync(HttpContext context, TypedForm form, string? done, int? status = null) => await people.GetUserAsync(context.User) is not { } person
        ? Results.LocalRedirect("/account/login")
        : AccountAnswers.Page<StepPage>(
            new
            {
                Form = form,
                IsOn = await people.GetTwoFactorEnabledAsync(person),
                Due = context.User.IsSecondStepDue(),
                CodesLeft = await people.CountRecoveryCodesAsync(person),
                Done = done == "off" ? "The second step is off." : null,
            },
            status ?? AccountAnswers.StatusOf(form));

    public async Task<IResult> SetupAsync(HttpContext context, TypedForm form, int? status = null) =>
        await people.GetUserAsync(context.User) is { } person && !await people.GetTwoFactorEnabledAsync(person)
        && await confirmation.IsFreshAsync(context) && await people.GetAuthenticatorKeyAsync(person) is { Length: > 0 } key
            ? AccountAnswers.Page<StepSetupPage>(new { Form = form, Email = person.Email ?? "", Key = key }, status ?? AccountAnswers.StatusOf(form))
            : Results.LocalRedirect("/account/second-step");
}
