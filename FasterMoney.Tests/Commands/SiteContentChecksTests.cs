using FasterMoney.Domain.ContentChecks;
using FasterMoney.Domain.Invoices;
using FasterMoney.Domain.PortalLinks;
using FasterMoney.Domain.Rules;
using FasterMoney.Domain.Sites;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Access;
using FasterMoney.Web.Admin.Checking;
using FasterMoney.Web.Data;
using FasterMoney.Web.Reads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FasterMoney.Tests.Commands;

/// <summary>What the check reads from the database, and the texts that it stands in the way of.</summary>
public sealed class SiteContentChecksTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Another_customers_name_contact_and_address_are_found_and_nobody_elses(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        await stage.AddCustomerAsync(stage.Northwind, "Kestrel Outdoor GmbH & Co. KG");
        await stage.AddCustomerAsync(stage.Northwind, "May");
        await stage.AddCustomerAsync(stage.Harbor, "Secret of Harbor");
        var id = await stage.SentAsync(stage.Northwind);

        var found = await FindAsync(stage, id, "We did it for Bruno's Garage, for KESTREL OUTDOOR, and wrote to Bruno@Garage.example.");
        found.Select(finding => finding.Excerpt).Should().Equal("Bruno's Garage", "KESTREL OUTDOOR", "Bruno@Garage.example");
        found.Should().OnlyContain(finding => finding.Code == FindingCode.OtherCustomer && finding.IsBlocking);

        (await FindAsync(stage, id, "Dear Ada Baker, Ada's Bakery may pay in May. Secret of Harbor, ada@bakery.example. Regards, Adam Admin, Northwind")).Should().BeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_portal_link_is_told_apart_and_another_sites_is_not_told_of(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var testSite = stage.Northwind;
        var own = await stage.SentAsync(testSite);
        var other = await stage.SentAsync(testSite);
        var foreign = await TokenAsync(stage, await stage.SentAsync(stage.Harbor));
        var old = await stage.UrlAsync(own);

        (await FindAsync(stage, own, $"Pay here: {old}")).Should().BeEmpty();
        (await CodeAsync(stage, own, (await stage.UrlAsync(other))!)).Should().Be(FindingCode.OtherInvoiceLink);
        await stage.Invoices.WithdrawAsync(testSite.Admin, other, 2);
        (await FindAsync(stage, other, (await stage.UrlAsync(other))!)).Single().Code.Should().Be(FindingCode.DraftLink);
        await stage.Links.TurnOffAsync(testSite.Admin, own);
        (await FindAsync(stage, own, old!)).Single().Reason.Should().Contain("turned off");
        await stage.Links.ReplaceAsync(testSite.Admin, own);
        (await FindAsync(stage, own, old!)).Single().Reason.Should().Contain("replaced");
        (await CodeAsync(stage, own, $"https://pay.northwind.example/pay/{PortalToken.New()}")).Should().Be(FindingCode.DeadLink);
        var elsewhere = (await FindAsync(stage, own, $"https://pay.northwind.example/pay/{foreign}")).Single();
        elsewhere.Code.Should().Be(FindingCode.OtherSiteLink);
        $"{elsewhere}".Should().NotContain("Harbor").And.NotContain("Ada").And.NotContain("H-").And.NotContain(foreign);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Private_notes_of_the_customer_the_invoice_and_its_entries_are_found(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var testSite = stage.Northwind;
        var id = await stage.SentAsync(testSite);
        await stage.Invoices.ChangePrivateNoteAsync(testSite.Admin, id, "The nephew haggles about every croissant; refuse politely.");
        await stage.Customers.EditAsync(testSite.Admin, testSite.Ada, 1, Cast.AdasBakery with { PrivateNote = "Oven leasing bankrupt rumours circulating." });
        await stage.Balances.RecordPaymentAsync(testSite.Admin, id, 2, Cast.Entry(10_00) with { PrivateNote = "Paid from the daughter's wedding fund." }, PaymentMethod.Cash, false);

        foreach (var leak in new[] { "the nephew haggles about every croissant", "oven leasing bankrupt rumours", "from your daughter's wedding fund, paid" })
            (await FindAsync(stage, id, $"Dear Ada, {leak}, thank you.")).Should().Contain(finding => finding.Code == FindingCode.PrivateNote, "{0}", leak);
        (await FindAsync(stage, id, "Dear Ada, thank you for the payment. We refuse nobody politely asking.")).Should().BeEmpty();
    }

    [Fact]
    public async Task Amounts_are_read_beside_the_ledger_of_the_moment()
    {
        await using var stage = await Stage.OnAsync();
        var id = await stage.SentAsync(stage.Northwind);
        (await FindAsync(stage, id, "Balance due: $100.00")).Should().BeEmpty();
        await stage.ChangeAsync(id, invoice => invoice.Pay(40_00));
        (await FindAsync(stage, id, "Balance due: $100.00")).Single().Reason.Should().Be("The balance due is USD 60.00.");
        (await FindAsync(stage, id, "Balance due: $60.00, due date 4/9/2026")).Should().BeEmpty();
    }

    [Fact]
    public async Task An_invoice_whose_memo_or_line_gives_something_away_is_not_sent()
    {
        await using var stage = await Stage.OnAsync();
        var id = await stage.DraftAsync(stage.Northwind, Cast.Content().Saying(memo: "As for Bruno's Garage") with { Lines = [Cast.Line(1) with { Description = "See http://localhost:5080/money" }] });
        var sending = () => stage.Invoices.SendAsync(stage.Northwind.Admin, id, 1, SentHow.Email);
        var refusal = (await sending.Should().ThrowAsync<RuleViolation>()).Which;
        refusal.Reasons.Select(reason => reason.Field).Should().Equal("Memo", "Lines[0].Description");
        refusal.Message.Should().Contain("Bruno's Garage is another customer. Take it out.");
        (await stage.InvoiceAsync(id)).Should().Match<Invoice>(invoice => invoice.SendState == SendState.Draft && invoice.Number == null);
    }

    [Fact]
    public async Task A_reason_that_gives_something_away_is_refused_beside_its_field_and_nothing_is_recorded()
    {
        await using var stage = await Stage.OnAsync();
        var (testSite, id) = (stage.Northwind, await stage.SentAsync(stage.Northwind));
        const string leak = "INTERNAL NOTE: be kind";
        Func<Task>[] acts =
        [
            () => stage.Balances.AdjustAsync(testSite.Admin, id, 2, Cast.Entry(-1, publicText: leak)),
            () => stage.Balances.RecordPaymentAsync(testSite.Admin, id, 2, Cast.Entry(1, publicText: leak), PaymentMethod.Cash, true),
        ];
        foreach (var act in acts)
            (await act.Should().ThrowAsync<RuleViolation>()).Which.Reasons.Should().OnlyContain(reason => reason.Field == nameof(EntryDetails.PublicText));
        var credit = () => stage.Balances.IssueCreditNoteAsync(testSite.Admin, id, 2, Cast.CreditOf(1) with { Reason = leak }, Guid.CreateVersion7());
        (await credit.Should().ThrowAsync<RuleViolation>()).Which.Reasons.Should().OnlyContain(reason => reason.Field == nameof(CreditNoteContent.Reason));
        (await stage.InvoiceAsync(id)).EntryCount.Should().Be(0);
        await stage.Balances.AdjustAsync(testSite.Admin, id, 2, Cast.Entry(-1_00, publicText: "Balance due: $99.00"));
    }

    [Fact]
    public async Task Payment_instructions_are_checked_when_they_change()
    {
        await using var stage = await Stage.OnAsync();
        var site = await stage.ReadAsync(db => db.Sites.SingleAsync(site => site.Id == stage.Northwind.SiteId));
        var saving = () => stage.Sites.EditAsync(stage.Northwind.Owner, site.Version, site.ToContent() with { PaymentInstructions = "As Ada's Bakery does" }, null);
        (await saving.Should().ThrowAsync<RuleViolation>()).Which.Reasons.Should().ContainSingle().Which.Field.Should().Be(nameof(SiteContent.PaymentInstructions));
        await stage.Sites.EditAsync(stage.Northwind.Owner, site.Version, site.ToContent() with { PaymentInstructions = "IBAN DE89 3704 0044 0532 0130 00" }, null);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_pasted_text_is_read_for_whoever_its_links_numbers_or_names_say(DatabaseProvider provider)
    {
        await using var stage = await Stage.OnAsync(provider);
        var (testSite, id) = (stage.Northwind, await stage.SentAsync(stage.Northwind));
        var theirs = await stage.Invoices.CreateDraftAsync(testSite.Admin, testSite.Bruno, Cast.Content());
        await stage.Invoices.SendAsync(testSite.Admin, theirs, 1, SentHow.Email);
        var checks = new PasteChecks(stage.Services.GetRequiredService<SiteAccess>(), stage.Services.GetRequiredService<SiteContentChecks>());
        Task<PasteAnswer> Check(string text) => checks.CheckAsync(testSite.Viewer, text);

        var raw = await Check((await stage.UrlAsync(id))!);
        raw.Should().Match<PasteAnswer>(answer => answer.About == "Ada's Bakery, invoice INV-0001" && answer.Findings.Count == 0);
        raw.Links.Should().ContainSingle().Which.Should().Match<PastedLink>(link => link.State == PastedLinkState.Works && link.InvoiceId == id && link.Balance == "$100.00");
        (await Check("INV-0002: balance due $99.00")).Should().Match<PasteAnswer>(answer => answer.About == "Bruno's Garage, invoice INV-0002" && answer.Findings.Single().Code == FindingCode.WrongAmount);
        (await Check("Dear Ada Baker, hello from Bruno's Garage")).Should().Match<PasteAnswer>(answer => answer.About == "Ada's Bakery" && answer.Findings.Single().Excerpt == "Bruno's Garage");
        (await Check($"{await stage.UrlAsync(id)} {await stage.UrlAsync(theirs)}")).Findings.Single().Code.Should().Be(FindingCode.OtherInvoiceLink);
        (await Check("Good morning")).Should().Match<PasteAnswer>(answer => answer.About == null && answer.Findings.Count == 0 && answer.Links.Count == 0);

        var foreign = await TokenAsync(stage, await stage.SentAsync(stage.Harbor));
        var elsewhere = (await Check(foreign)).Links.Single();
        elsewhere.State.Should().Be(PastedLinkState.OtherSite);
        $"{elsewhere}".Should().NotContain("Harbor").And.NotContain("H-0").And.NotContain(foreign);
    }

    private static async Task<FindingCode> CodeAsync(Stage stage, Guid invoiceId, string text) => (await FindAsync(stage, invoiceId, text)).Single().Code;

    private static async Task<IReadOnlyList<Finding>> FindAsync(Stage stage, Guid invoiceId, string text)
    {
        await using var session = await stage.Services.GetRequiredService<SiteAccess>().ReadAsync(stage.Northwind.Admin, default);
        return await stage.Services.GetRequiredService<SiteContentChecks>().OfAsync(session, await session.InvoiceAsync(invoiceId, default), [new CheckedText("Body", text)]);
    }

    private static async Task<string> TokenAsync(Stage stage, Guid invoiceId)
    {
        var link = await stage.LinkAsync(invoiceId);
        return stage.Services.GetRequiredService<PortalTokens>().UrlOf(PortalRoute.Parse("https://any.example", "pay"), link)![^PortalToken.Length..];
    }
}
