using System.Text.RegularExpressions;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.Messages;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Guides;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>
/// What a guide writes in bold is the name of something on a screen. This walks the screens as a person does, keeps every accessible name
/// that the browser tells, and fails on a name that is nowhere: a renamed button is renamed in its guides too.
/// </summary>
public sealed partial class GuideNamesTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    [BrowserFact]
    public async Task Every_name_in_bold_is_on_a_screen()
    {
        await WalkAsync();

        var missing = from guide in GuideLibrary.All() from name in guide.NamesInBold where !_seen.Contains(name) select $"{guide.Name}: {name}";
        missing.Should().BeEmpty("a guide calls things by their names");
        _seen.Should().HaveCountGreaterThan(200, "otherwise the walk has seen little");
        _seen.Should().NotContain("Copy the portal address", "what is on no screen is not found");
    }

    private async Task WalkAsync()
    {
        var business = await App.OpenBusinessAsync();
        var admin = business.Person(SiteRole.Admin);
        var sent = await business.SentAsync();
        var draft = await business.DraftAsync();
        await business.FollowUps.CreateAsync(admin, sent, new("Ring Ada", await business.TodayAsync(), admin.UserId));
        var suggested = await business.FollowUps.ProposeAsync(admin, sent, new("Suggested call", await business.TodayAsync(), admin.UserId));
        var message = await business.Messages.DraftAsync(admin, sent, MessageTemplate.InvoiceSent);
        var page = await SignInAsync(business, role: SiteRole.Owner);

        await SeeAsync(page, "/money", Table(page));
        await page.GotoAsync(DrawerOf(draft));
        await Expect(Button(page, "More acts")).ToBeVisibleAsync();
        await UntilAsync(() => Button(page, "More acts").ClickAsync(), () => MenuItem(page, "Delete draft").IsVisibleAsync());
        await LookAsync(page);
        await page.GotoAsync(DrawerOf(sent));
        await Expect(Button(page, "Copy portal link")).ToBeEnabledAsync();
        await LookAsync(page);
        foreach (var act in new[] { "Record payment", "Issue credit note", "Add adjustment", "Prepare follow-up" })
        {
            await ClickActAsync(page, act);
            await Expect(Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeVisibleAsync();
            await Expect(Dialog(page).GetByRole(AriaRole.Textbox).First).ToBeVisibleAsync();
            await LookAsync(page);
            await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            await Expect(Dialog(page)).ToHaveCountAsync(0);
        }

        await business.ChangeAsync(sent, invoice => invoice.Pay(10_00));
        await page.ReloadAsync();
        await Expect(Button(page, "Reverse")).ToBeVisibleAsync();
        await Button(page, "More acts").ClickAsync();
        await LookAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Button, new() { Name = "Ask Faster AI" }).ClickAsync();
        await Expect(Button(page, "Ask")).ToBeVisibleAsync();
        await LookAsync(page);

        foreach (var (address, settled) in new[]
        {
            ("/customers", page.GetByRole(AriaRole.Link, new() { Name = "Ada's Bakery" })),
            ($"/customers/{business.Ada}", Button(page, "Save")),
            ($"/invoices/{draft}/edit", Button(page, "Save draft")),
            ("/import", page.GetByLabel("Choose a CSV file")),
            ($"/messages/new?invoice={sent}", Button(page, "Save and review")),
            ($"/messages?message={message}", Button(page, "Approve")),
            ("/follow-ups?tab=all", page.GetByRole(AriaRole.Link, new() { Name = "Ring Ada" })),
            ($"/follow-ups?tab=proposed&followup={suggested}", Button(page, "Dismiss")),
            ("/check", Button(page, "Check")),
            ("/settings/site", Button(page, "Save changes")),
            ("/settings/portal", Button(page, "Check route")),
            ("/settings/mail", Button(page, "Save settings")),
            ("/settings/people", Button(page, "Make invitation link")),
            ("/account/password", Button(page, "Change password")),
        })
        {
            await SeeAsync(page, address, settled);
        }

        await AfterwardsAsync(business, page, sent, message);
    }

    // What is there only once something was done.
    private async Task AfterwardsAsync(LiveBusiness business, IPage page, Guid sent, Guid message)
    {
        await page.GotoAsync($"/messages?message={message}");
        await Button(page, "Approve").ClickAsync();
        await Expect(Button(page, "Copy message")).ToBeEnabledAsync();
        await LookAsync(page);
        await using var server = SmtpServer.Start();
        await business.TurnMailOnAsync(server);
        await page.ReloadAsync();
        await Expect(Button(page, "Send message")).ToBeVisibleAsync();
        await LookAsync(page);
        await SeeAsync(page, "/settings/mail", Button(page, "Turn off sending"));
        await UntilAsync(() => Button(page, "Turn off sending").ClickAsync(), () => Button(page, "Turn on sending").IsVisibleAsync());
        await LookAsync(page);

        var followUp = await business.ReadAsync(db => Task.FromResult(db.FollowUps.First(known => known.Title == "Ring Ada" && known.InvoiceId == sent)));
        await page.GotoAsync($"/follow-ups?tab=all&followup={followUp.Id}");
        await Expect(Button(page, "Mark as done")).ToBeVisibleAsync();
        await LookAsync(page);
        await Button(page, "Mark as done").ClickAsync();
        await Expect(Button(page, "Put back")).ToBeVisibleAsync();
        await LookAsync(page);

        await page.GotoAsync(DrawerOf(sent));
        await ClickActAsync(page, "Record refund");
        await Expect(Dialog(page).GetByLabel("Payment", new() { Exact = true })).ToBeVisibleAsync();
        await LookAsync(page);
        await page.GotoAsync("/settings/portal");
        await UntilAsync(() => Button(page, "Turn off portal").ClickAsync(), () => Button(page, "Turn off now").IsVisibleAsync());
        await Button(page, "Turn off now").ClickAsync();
        await Expect(Button(page, "Turn on portal")).ToBeVisibleAsync();
        await LookAsync(page);
        await Button(page, "Turn on portal").ClickAsync();
        await Expect(Button(page, "Turn off portal")).ToBeVisibleAsync();
        await page.GotoAsync("/settings/people");
        await UntilAsync(() => Button(page, "Make invitation link").ClickAsync(), () => Button(page, "Copy invitation link").IsVisibleAsync());
        await page.GetByText("Cannot sign in?").First.ClickAsync();
        await Expect(Button(page, "Make password link")).ToBeVisibleAsync();
        await Button(page, "Turn off access of Vera Viewer").ClickAsync();
        await LookAsync(page);
        await Dialog(page).GetByRole(AriaRole.Button).Last.ClickAsync();
        await Expect(Button(page, "Turn on access of Vera Viewer")).ToBeVisibleAsync();
        await LookAsync(page);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Account") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Where you are signed in" })).ToBeVisibleAsync();
        await LookAsync(page);

        await SeeAsync(page, await business.UrlAsync(sent), page.GetByRole(AriaRole.Heading, new() { Level = 1 }));
        var stranger = await (await OpenWindowAsync()).NewPageAsync();
        await SeeAsync(stranger, "/account/login", Button(stranger, "Sign in"));
    }

    private async Task SeeAsync(IPage page, string address, ILocator settled)
    {
        await page.GotoAsync(address);
        await Expect(settled.First).ToBeVisibleAsync();
        await LookAsync(page);
    }

    // As an assistive tool reads it: a role with its name, or a term. Beside that what stands on a control whose name says more, and a
    // label without the few words behind it.
    private async Task LookAsync(IPage page)
    {
        foreach (Match found in Named().Matches(await page.Locator("body").AriaSnapshotAsync()))
            _seen.Add(Regex.Unescape(found.Groups["quoted"].Success ? found.Groups["quoted"].Value : found.Groups["term"].Value.Trim()));
        _seen.UnionWith(await page.EvaluateAsync<string[]>(
            """
            () => [
                ...[...document.querySelectorAll("button, a[href], summary")].map(each => each.innerText),
                ...[...document.querySelectorAll("label")].map(label => [...label.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("")),
            ].map(text => text.trim()).filter(text => text !== "")
            """));
    }

    [GeneratedRegex("(?m)^ *- '?[a-z]+ \"(?<quoted>(?:[^\"\\\\]|\\\\.)*)\"|^ *- term: (?<term>.*)$")]
    private static partial Regex Named();
}
