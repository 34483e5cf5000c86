using FasterMoney.Domain.Customers;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.People;
using FasterMoney.Tests.Support;
using Microsoft.Playwright;

namespace FasterMoney.Tests.Browser;

/// <summary>The workspace on a phone, by fingers alone.</summary>
public sealed class TouchTests(Chromium chromium, LiveApp app) : Journey(chromium, app)
{
    [BrowserFact]
    public async Task An_invoice_is_credited_refunded_duplicated_and_voided_by_touch()
    {
        var business = await App.OpenBusinessAsync();
        var invoice = await business.SentAsync();
        await business.Balances.RecordPaymentAsync(
            business.Person(SiteRole.Admin), invoice, 2, Cast.Entry(40_00, await business.TodayAsync()), PaymentMethod.BankTransfer, isProcessing: false);
        var page = await SignInAsync(business, DrawerOf(invoice), configure: Phone);

        await TapActAsync(page, "Issue credit note");
        await Dialog(page).GetByLabel("Amount").First.FillAsync("20.00");
        await Dialog(page).GetByLabel("Reason").FillAsync("Part returned");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Issue credit note", Exact = true }).TapAsync();
        await Expect(Dialog(page)).ToHaveCountAsync(0);

        await TapActAsync(page, "Record refund");
        await Dialog(page).GetByLabel("Amount").First.FillAsync("10.00");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Record refund", Exact = true }).TapAsync();
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("$50.00");

        await TapActAsync(page, "Duplicate");
        await page.WaitForURLAsync("**/invoices/*/edit");
        await Expect(page.GetByLabel("Description, line 1")).ToBeVisibleAsync();

        await page.GotoAsync(DrawerOf(await business.SentAsync()));
        await TapActAsync(page, "Void invoice");
        await Dialog(page).GetByLabel("Reason").FillAsync("Ordered twice");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Void invoice", Exact = true }).TapAsync();
        await Expect(Dialog(page)).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Void");
    }

    [BrowserFact]
    public async Task No_box_is_so_small_that_a_phone_enlarges_the_page_and_no_hint_names_a_key_that_is_not_there()
    {
        var business = await App.OpenBusinessAsync();
        var (draft, sent) = (await business.DraftAsync(), await business.SentAsync());
        var page = await SignInAsync(business, configure: Phone, role: SiteRole.Owner);
        foreach (var (path, there) in new[]
        {
            ("/money", "Search invoices"), ($"/invoices/{draft}/edit", "Description, line 1"), ("/customers", "Search customers"), ($"/messages/new?invoice={sent}", "To"),
            ("/check", "Text to check"), ("/settings/site", "Name"), ("/settings/people", "E-mail"), ("/settings/mail", "Server"), ("/account/password", "Current password"),
        })
        {
            await page.GotoAsync(path);
            await Expect(page.GetByLabel(there, new() { Exact = there == "To" }).First).ToBeVisibleAsync();
            (await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll("input, select, textarea")]
                    .filter(box => !["checkbox", "radio", "hidden", "file"].includes(box.type) && parseFloat(getComputedStyle(box).fontSize) < 16)
                    .map(box => `${box.localName} ${box.getAttribute("aria-label") ?? box.id}`)
                """)).Should().BeEmpty(path);
            (await page.Locator("main").InnerTextAsync()).Should().NotContain("Alt ", path);
        }
    }

    [BrowserFact]
    public async Task A_customers_name_is_read_whole_in_the_list()
    {
        var business = await App.OpenBusinessAsync();
        await business.SentAsync();
        var customer = await business.Customers.CreateAsync(
            business.Person(SiteRole.Admin), new CustomerContent("Marigold and Pine Street Catering Company", "", "m@marigold.example", "en-US", "", ""));
        var invoice = await business.Invoices.CreateDraftAsync(business.Person(SiteRole.Admin), customer, LiveBusiness.Content());
        await business.Invoices.SendAsync(business.Person(SiteRole.Admin), invoice, 1, SentHow.Email);
        var page = await SignInAsync(business, configure: Phone);

        var name = Table(page).GetByText("Marigold and Pine Street Catering Company").Locator("visible=true");
        await Expect(name).ToHaveCountAsync(1);
        (await name.EvaluateAsync<bool>("name => name.scrollWidth <= name.clientWidth + 1 && getComputedStyle(name).textOverflow !== 'ellipsis'")).Should().BeTrue();
        (await name.EvaluateAsync<double>("name => name.getBoundingClientRect().width")).Should().BeGreaterThan(90, "a name is not a column of letters");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);
    }

    private static async Task TapActAsync(IPage page, string name)
    {
        var more = Acts(page).GetByRole(AriaRole.Button, new() { Name = "More acts", Exact = true });
        await Expect(more).ToBeVisibleAsync();
        var beside = Acts(page).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        if (await beside.CountAsync() == 0)
            await UntilAsync(() => more.TapAsync(), () => MenuItem(page, name).IsVisibleAsync());
        await beside.Or(MenuItem(page, name)).TapAsync();
    }

    private static void Phone(BrowserNewContextOptions options)
    {
        options.ViewportSize = new() { Width = 390, Height = 844 };
        options.HasTouch = true;
        options.IsMobile = true;
    }
}
