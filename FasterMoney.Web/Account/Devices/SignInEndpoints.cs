using FasterMoney.Web.Access;
using FasterMoney.Web.Account.Forms;
using FasterMoney.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FasterMoney.Web.Account.Devices;

/// <summary>A sign-in as its person sees it. Moments are in UTC.</summary>
public sealed record KnownSignIn(Guid Id, string Device, string Address, DateTime CreatedAt, DateTime LastUsedAt, bool IsThis);

/// <summary>Where a person is signed in, and ending it.</summary>
internal static class SignInEndpoints
{
    private const string Here = "/account/sign-ins";

    public static void MapSignIns(this RouteGroupBuilder account)
    {
        account.MapGet("/sign-ins", ShowAsync);
        account.MapPost("/sign-ins/end", EndAsync).FromOwnForm();
        account.MapPost("/sign-ins/end-all", EndAllAsync).FromOwnForm();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FasterMoneyDb db, TimeProvider time, [FromQuery] string? done)
    {
        var (person, current, now) = (context.User.PersonId(), context.User.SignInId(), time.GetUtcNow().UtcDateTime);
        var known = await db.Set<PersonSignIn>().Where(signIn => signIn.UserId == person && signIn.ExpiresAt > now)
            .OrderByDescending(signIn => signIn.LastUsedAt)
            .Select(signIn => new KnownSignIn(signIn.Id, signIn.Device, signIn.Address, signIn.CreatedAt, signIn.LastUsedAt, signIn.Id == current))
            .ToListAsync(context.RequestAborted);
        return AccountAnswers.Page<SignInsPage>(new
        {
            Known = (IReadOnlyList<KnownSignIn>)[.. known.OrderByDescending(signIn => signIn.IsThis)],
            Done = done switch
            {
                "one" => "That sign-in has ended.",
                "others" => "All other sign-ins have ended.",
                _ => null,
            },
        });
    }

    private static async Task<IResult> EndAsync(HttpContext context, FasterMoneyDb db, SignInManager<Person> signIn)
    {
        var form = await TypedForm.ReadAsync(context);
        if (!Guid.TryParse(form["id"], out var id))
            return Results.LocalRedirect(Here);
        if (id == context.User.SignInId())
            return await LeaveAsync(signIn);

        var person = context.User.PersonId();
        await db.Set<PersonSignIn>().Where(known => known.UserId == person && known.Id == id).ExecuteDeleteAsync(context.RequestAborted);
        return Results.LocalRedirect($"{Here}?done=one");
    }

    private static async Task<IResult> EndAllAsync(HttpContext context, FasterMoneyDb db, SignInManager<Person> signIn)
    {
        if (context.User.PersonId() is not { } person)
            return Results.LocalRedirect("/account/login");

        var keeps = (await TypedForm.ReadAsync(context))["keep"] == "this";
        await db.EndSignInsAsync(person, keeps ? context.User.SignInId() : null, context.RequestAborted);
        return keeps ? Results.LocalRedirect($"{Here}?done=others") : await LeaveAsync(signIn);
    }

    private static async Task<IResult> LeaveAsync(SignInManager<Person> signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/account/login");
    }
}
