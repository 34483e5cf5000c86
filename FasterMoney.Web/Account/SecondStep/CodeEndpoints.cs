using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Account.SecondStep;

/// <summary>The second page of signing in.</summary>
internal static class CodeEndpoints
{
    public const string Path = "/account/login/code";

    public static string PathTo(string returnUrl) => $"{Path}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public static void MapCode(this RouteGroupBuilder account)
    {
        account.MapGet("/login/code", ShowAsync).AllowAnonymous();
        account.MapPost("/login/code", TakeAsync).AllowAnonymous().FromOwnForm()
            .KeepsWhatWasTyped((_, form, status) => Task.FromResult<IResult>(Page(form, status)));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, StepCodes codes, [FromQuery] string? returnUrl) =>
        await codes.BegunAsync(context) is null ? StartAgain() : Page(new TypedForm { ["returnUrl"] = returnUrl ?? "" });

    private static async Task<IResult> TakeAsync(HttpContext context, StepCodes codes, SignInTries tries, SigningIn signingIn)
    {
        var form = await TypedForm.ReadAsync(context);
        if (context.User.Identity?.IsAuthenticated == true)
            return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));
        if (await codes.BegunAsync(context) is not { } begun)
            return StartAgain();

        TryKey[] keys = [TryRule.Code.For(begun.Person.Id.ToString())];
        if (await tries.TakeAsync(keys, context.RequestAborted) is { } wait)
            return Page(form.RefuseFor(context, wait), StatusCodes.Status429TooManyRequests);
        if (await codes.TakeAsync(begun.Person, form["code"], "signed in", context.RequestAborted) == CodeAnswer.Wrong)
        {
            form.Refuse("code", "This code is wrong or was used already. Wait for the next one, and check that the phone's clock is right.");
            return Page(form);
        }

        await tries.GiveBackAsync(keys, context.RequestAborted);
        await StepCodes.EndAsync(context);
        await signingIn.CompleteAsync(context, begun.Person, ProvedBy.TwoSteps, begun.Stay);
        return Results.LocalRedirect(LocalAddress.Of(form["returnUrl"]));
    }

    private static IResult StartAgain() => Results.LocalRedirect("/account/login");

    private static RazorComponentResult<CodePage> Page(TypedForm form, int? status = null) => AccountAnswers.Page<CodePage>(
        new { Form = form, ReturnUrl = LocalAddress.Of(form["returnUrl"]) }, status ?? AccountAnswers.StatusOf(form));
}
