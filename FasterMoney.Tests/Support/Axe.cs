using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Support;

/// <summary>What axe holds against a page.</summary>
public sealed record AxeFinding(string Id, string? Impact, IReadOnlyList<string> Elements);

/// <summary>
/// Asks axe in the page itself, where it is put once. The package's own way puts it there anew for each question, and opens a second
/// page for the answer, which takes longer than axe.
/// </summary>
public static class Axe
{
    private const string Ask =
        """
        async onlyColours => {
            // A change of colours goes through the page in steps, however short: what is half way has no contrast of its own.
            const frame = () => new Promise(done => requestAnimationFrame(done));
            const moves = () => document.getAnimations().some(each => each.playState === "running" && each.effect?.getComputedTiming().iterations !== Infinity);
            for (let still = 0, frames = 0; still < 3 && frames < 600; frames++) {
                await frame();
                still = moves() ? 0 : still + 1;
            }
            const options = { resultTypes: ["violations"] };
            if (onlyColours)
                options.runOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };
            const found = await axe.run(document, options);
            return JSON.stringify(found.violations.map(rule => ({ id: rule.id, impact: rule.impact, elements: rule.nodes.slice(0, 3).map(node => node.html) })));
        }
        """;

    private static readonly string Program = Read();

    /// <summary>Everything on the light page; on the dark one, which is the light one in other colours, what depends on colour.</summary>
    public static async Task<IReadOnlyList<AxeFinding>> AskAxeAsync(this IPage page, ColorScheme mode)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Program);
        return JsonSerializer.Deserialize<AxeFinding[]>(await page.EvaluateAsync<string>(Ask, mode == ColorScheme.Dark), JsonSerializerOptions.Web)!;
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return reader.ReadToEnd();
    }
}
