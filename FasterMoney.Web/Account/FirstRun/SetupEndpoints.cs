using FasterMoney.Domain.Sites;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Account.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Account.FirstRun;

internal static class SetupEndpoints
{
    public static void MapSetup(this RouteGroupBuilder setup)
    {
        setup.MapGet("", (HttpRequest request, SetupGate gate, [FromQuery] string? code) => gate.Opens(code)
            ? Page(Proposed(request), code!)
            : AccountAnswers.NotFound());
        setup.MapPost("", CreateAsync).KeepsWhatWasTyped((_, form, status) => Task.FromResult<IResult>(Page(form, form["code"], status)));
    }

    // Only proposed, in fields that the owner sees and sends: what is configured never follows from a request by itself.
    private static TypedForm Proposed(HttpRequest request)
    {
        var (address, segment) = ($"{request.Scheme}://{request.Host}", "pay");
        return PortalRoute.Check(address, segment).IsAllowed ? new TypedForm { ["baseUrl"] = address, ["segment"] = segment } : new TypedForm();
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, SetupGate gate, FirstBusiness first, SigningIn signingIn)
    {
        var form = context.Request.HasFormContentType ? await TypedForm.ReadAsync(context) : new TypedForm();
        var code = form["code"];
        if (!gate.Opens(code))
            return AccountAnswers.NotFound();

        if (!await AccountAnswers.IsFromOwnFormAsync(context))
        {
            form.Refusal = "The page was open for too long. Please send it again.";
            return Page(form, code);
        }

        FirstBusiness.Check(form);
        if (!form.IsGood)
            return Page(form, code);

        await gate.OneAtATime.WaitAsync(context.RequestAborted);
        try
        {
            if (!gate.Opens(code))
                return AccountAnswers.NotFound();

            if (await first.CreateAsync(form, context.RequestAborted) is not { } owner)
                return Page(form, code);

            gate.Shut();
            await signingIn.CompleteAsync(context, owner, ProvedBy.Password);
            return Results.LocalRedirect(LocalAddress.Start);
        }
        finally
        {
            gate.OneAtATime.Release();
        }
    }

    private static RazorComponentResult<SetupPage> Page(TypedForm form, string code, int? status = null) =>
        AccountAnswers.Page<SetupPage>(new { Form = form, Code = code }, status ?? AccountAnswers.StatusOf(form));
}
