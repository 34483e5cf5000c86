using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

public sealed class PasteCheckTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task A_pasted_link_and_text_are_checked_and_stay_in_the_box_alone()
    {
        var business = await App.OpenBusinessAsync();
        var url = await business.UrlAsync(await business.SentAsync());
        var page = await SignInAsync(business, "/check", SiteRole.Viewer);
        var box = page.GetByLabel("Text to check");
        var findings = page.GetByRole(AriaRole.Region, new() { Name = "Findings" });

        await box.FillAsync(url);
        await UntilAsync(() => box.PressAsync("Control+Enter"), () => findings.IsVisibleAsync());
        await Expect(findings).ToContainTextAsync("Nothing was found");
        await Expect(page.GetByText("It works.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "INV-0001" })).ToBeVisibleAsync();

        await box.FillAsync($"Please pay at {url}\nor look at {business.Address}money?invoice=7 \ud83d\ude00 l\u200bocalhost");
        await Button(page, "Check").ClickAsync();
        await Expect(findings.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await findings.GetByRole(AriaRole.Button, new() { Name = "Show in text" }).Last.ClickAsync();
        (await box.EvaluateAsync<string>("box => box.value.slice(box.selectionStart, box.selectionEnd)")).Should().Be("l\u200bocalhost");

        var long20 = new string('ä', 20_001);
        await box.FillAsync(long20);
        await Button(page, "Check").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("20,001 characters");
        await Expect(box).ToHaveValueAsync(long20);
        await box.FillAsync(new string('ä', 20_000));
        await Button(page, "Check").ClickAsync();
        await Expect(findings).ToContainTextAsync("Nothing was found");
        page.Url.Should().EndWith("/check");
    }
}
