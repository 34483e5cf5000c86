using Microsoft.Playwright;

namespace FasterMoney.Tests.Support;

/// <summary>Looks at pictures of a page, pixel by pixel, in a window of its own.</summary>
public sealed class Pixels(IPage board)
{
    private const string Tools =
        """
        () => {
            window.read = async png => {
                const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
                const canvas = new OffscreenCanvas(picture.width, picture.height);
                const context = canvas.getContext("2d");
                context.drawImage(picture, 0, 0);
                return context.getImageData(0, 0, picture.width, picture.height);
            };
            // Relative luminance and contrast as WCAG 2 has them.
            const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
            window.luminance = (data, at) => 0.2126 * part(data[at]) + 0.7152 * part(data[at + 1]) + 0.0722 * part(data[at + 2]);
            window.contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        }
        """;

    public static async Task<Pixels> OpenAsync(IBrowserContext window)
    {
        var board = await window.NewPageAsync();
        await board.EvaluateAsync(Tools);
        return new Pixels(board);
    }

    /// <summary>Keeps what the page looked like before.</summary>
    public Task RememberAsync(byte[] page) => board.EvaluateAsync("async png => { window.before = await read(png); }", Convert.ToBase64String(page));

    /// <summary>How many pixels of a part of the page stand out, at 3 to 1 or more, against what was there before.</summary>
    public Task<int> StandOutAsync(byte[] part, int left, int top) => board.EvaluateAsync<int>(
        """
        async ({ png, left, top }) => {
            const now = await read(png);
            let count = 0;
            for (let y = 0; y < now.height; y++)
                for (let x = 0; x < now.width; x++) {
                    const [here, there] = [4 * (y * now.width + x), 4 * ((y + top) * before.width + x + left)];
                    if (contrast(luminance(now.data, here), luminance(before.data, there)) >= 3)
                        count++;
                }
            return count;
        }
        """,
        new { png = Convert.ToBase64String(part), left, top });

    /// <summary>The colours of a picture, each with how many pixels it covers.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ColoursAsync(byte[] picture) => await board.EvaluateAsync<Dictionary<string, int>>(
        """
        async png => {
            const { data } = await read(png);
            const colours = {};
            for (let at = 0; at < data.length; at += 4) {
                const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
                colours[colour] = (colours[colour] ?? 0) + 1;
            }
            return colours;
        }
        """,
        Convert.ToBase64String(picture));
}
