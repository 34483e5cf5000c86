using System.Globalization;
using FasterMoney.Domain.Amounts;
using FasterMoney.Domain.Invoices;
using FasterMoney.Tests.Support;
using FasterMoney.Web.Data;

namespace FasterMoney.Tests.Assistant;

/// <summary>What owners ask first, counted by either database.</summary>
public sealed class OwnersQuestionTests
{
    public static TheoryData<DatabaseProvider> Providers => new(Enum.GetValues<DatabaseProvider>());

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Owners_get_counts_of_everything_and_of_nothing_else(DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Postgres && PostgresCluster.Missing is not null)
            return;

        await using var stage = await Stage.OnAsync(provider);
        var (site, adam, today) = (stage.Northwind, stage.Northwind.Admin, Cast.Today);
        async Task SentAsync(long minor, DateOnly due, Action<Invoice>? act = null, Guid? customer = null, string currency = "USD")
        {
            var content = Cast.Content(currency, false, Cast.Line(minor)) with { IssueDate = due.AddDays(-30), DueDate = due };
            var id = await stage.Invoices.CreateDraftAsync(adam, customer ?? site.Ada, content);
            await stage.Invoices.SendAsync(adam, id, 1, SentHow.Email);
            if (act is not null)
                await stage.ChangeAsync(id, act);
        }

        await SentAsync(100_00, today.AddDays(-40));
        await SentAsync(50_00, today, invoice => invoice.Pay(20_00));
        await SentAsync(500_00, today.AddDays(-100), customer: site.Bruno);
        await SentAsync(70_00, today.AddDays(-2), invoice => invoice.Pay(70_00), site.Bruno);
        await SentAsync(9_00, today.AddDays(200), currency: "EUR");
        await stage.SentAsync(stage.Harbor);

        async Task<string[]> AskAsync(string question) => (await stage.AskAsync(adam, question)).Text.Split('\n');

        (await AskAsync("Who owes us most?"))[1..].Should().Equal(
            $"- Ada's Bakery: {Euro}9.00 on 1 invoice, {Euro}0.00 of it overdue",
            "- Bruno's Garage: $500.00 on 1 invoice, $500.00 of it overdue",
            "- Ada's Bakery: $130.00 on 2 invoices, $100.00 of it overdue");
        (await AskAsync("What came in this month?"))[1..].Should().Equal("- $90.00 in 2 payments; $0.00 was given back");
        (await AskAsync("What came in last month?")).Single().Should().StartWith("Nothing came in");
        (await AskAsync("What is due this week?"))[0].Should().StartWith("1 invoice falls due until").And.Contain("$30.00 in all");
        (await AskAsync("Who pays late?"))[1..].Should().BeEquivalentTo(
            "- Bruno's Garage: 1 of 1 settled late, 1 overdue now", "- Ada's Bakery: 0 of 0 settled late, 1 overdue now");
        (await AskAsync("How old are the debts?")).Should().Contain(
            ["- $30.00 not due yet, on 1 invoice", "- $100.00 31 to 60 days overdue, on 1 invoice", "- $500.00 more than 90 days overdue, on 1 invoice"]);
    }

    private static string Euro { get; } = new Money(0, Currency.Of("EUR")).Format(CultureInfo.GetCultureInfo("en-US")).Replace("0.00", "", StringComparison.Ordinal);
}
