using FasterMoney.Web.Admin.Controls;
using FasterMoney.Web.Admin.Shell;
using FasterMoney.Web.Commands;
using FasterMoney.Web.Data;
using FasterMoney.Web.Guides;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FasterMoney.Web.Admin.Help;

/// <summary>The help: static pages for everybody who is signed in. There is nothing of a business in them but the reader's own vote.</summary>
public static class HelpEndpoints
{
    private const int LongestQuestion = 200;
    private const string OutOfDate = "out-of-date";

    public static void MapHelp(this IEndpointRouteBuilder app)
    {
        var help = app.MapGroup(Guide.Root).RequireAuthorization();
        help.MapGet("", ShowAsync);
        help.MapGet("/results", AnswerAsync);
        help.MapGet("/{name}", ReadAsync);
        help.MapPost("/{name}/vote", VoteAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, HelpReader reader, [FromQuery] string? q)
    {
        var (typed, hits) = Search(q);
        if (typed.Length > 0 && hits.Count == 0)
            await reader.NoteMissAsync(http, typed);
        return Page<HelpIndex>(new { Typed = typed, Hits = hits, Theme = ThemeOf(http) });
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, HelpReader reader, [FromQuery] string? q, [FromQuery] string? said)
    {
        var (typed, hits) = Search(q);
        if (typed.Length > 0 && hits.Count == 0 && said is not null)
            await reader.NoteMissAsync(http, typed);
        http.Response.Headers.CacheControl = "no-store";
        return Page<GuideResults>(new { Typed = typed, Hits = hits });
    }

    private static async Task<IResult> ReadAsync(HttpContext http, HelpReader reader, string name, [FromQuery] string? notice)
    {
        if (GuideLibrary.Find(name) is not { } guide)
            return Page<HelpIndex>(new { IsMissing = true, Theme = ThemeOf(http) }, StatusCodes.Status404NotFound);

        var (mayVote, vote) = await reader.VoteOfAsync(http, guide);
        return Page<GuidePage>(new
        {
            Guide = guide,
            Theme = ThemeOf(http),
            MayVote = mayVote,
            Vote = vote,
            Notice = notice == OutOfDate ? "This page was out of date, so your answer was not counted. Choose again." : null,
        });
    }

    private static async Task<IResult> VoteAsync(HttpContext http, HelpReader reader, GuideCommands commands, IAntiforgery antiforgery, string name)
    {
        if (GuideLibrary.Find(name) is not { } guide)
            return Page<HelpIndex>(new { IsMissing = true, Theme = ThemeOf(http) }, StatusCodes.Status404NotFound);

        var isOwnForm = await antiforgery.IsRequestValidAsync(http);
        var form = isOwnForm ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (form["helpful"].ToString() is not ("yes" or "no") || await reader.CallerAsync(http) is not { } caller)
            return Results.LocalRedirect($"{guide.Path}?notice={OutOfDate}#helpful");

        GuideFault? fault = Enum.TryParse<GuideFault>(form["fault"], out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        var refusal = await Refusals.OfAsync(() =>
            commands.VoteAsync(caller, guide.Name, form["version"].ToString(), form["helpful"] == "yes", fault, form["sentence"].ToString(), http.RequestAborted));
        return Results.LocalRedirect(refusal is null ? $"{guide.Path}#helpful" : $"{guide.Path}?notice={OutOfDate}#helpful");
    }

    private static (string Typed, IReadOnlyList<GuideHit> Hits) Search(string? q)
    {
        var typed = (q ?? "").Trim();
        typed = typed.Length > LongestQuestion ? typed[..LongestQuestion] : typed;
        return (typed, GuideSearch.Find(GuideLibrary.All(), typed));
    }

    private static Theme ThemeOf(HttpContext http) => ThemeCookie.Read(http.Request.Cookies[ThemeCookie.Name]);

    private static RazorComponentResult<TPage> Page<TPage>(object parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters) { StatusCode = status, PreventStreamingRendering = true };
}
