using FasterMoney.Domain.Invoices;
using FasterMoney.Web.Admin.Customers;
using FasterMoney.Web.Admin.Workspace;
using FasterMoney.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ListBench;

/// <summary>One thing that people ask of a list, put to a business.</summary>
public sealed record Question(string Name, Func<Business, Task<Func<Task<int>>>> PutAsync);

public static class Questions
{
    public static IReadOnlyList<Question> Invoices { get; } =
    [
        Ask("first page", _ => new MoneyFilter()),
        .. Enum.GetValues<StateTab>().Where(tab => tab != StateTab.All).Select(tab => Ask($"tab {tab}", _ => new MoneyFilter { State = tab })),
        .. Enum.GetValues<MoneySort>().SelectMany(sort => new[] { false, true }, (sort, down) =>
            Ask($"sort {sort} {(down ? "down" : "up")}", _ => new MoneyFilter { Sort = sort, Descending = down })),
        Ask("Drafts, oldest first", _ => new MoneyFilter { State = StateTab.Draft, Descending = false }),
        Ask("Overdue by balance", _ => new MoneyFilter { State = StateTab.Overdue, Sort = MoneySort.Balance }),
        Ask("Overdue by link", _ => new MoneyFilter { State = StateTab.Overdue, Sort = MoneySort.Link }),
        Ask("Paid by last opened", _ => new MoneyFilter { State = StateTab.Paid, Sort = MoneySort.Opened }),
        Ask("second page", _ => new MoneyFilter { Page = 2 }),
        Ask("middle page", known => new MoneyFilter { Page = Math.Max(1, known.Pages / 2) }),
        Ask("last page", known => new MoneyFilter { Page = known.Pages }),
        Ask("middle page by customer", known => new MoneyFilter { Sort = MoneySort.Customer, Page = Math.Max(1, known.Pages / 2) }),
        Ask("search one customer", known => new MoneyFilter { Search = known.Customer }),
        Ask("search one customer, Paid by total", known => new MoneyFilter { Search = known.Customer, State = StateTab.Paid, Sort = MoneySort.Total }),
        Ask("search number", known => new MoneyFilter { Search = known.Number }),
        Ask("search number, start", known => new MoneyFilter { Search = known.Number[..^1] }),
        Ask("search reference", known => new MoneyFilter { Search = known.Reference }),
        Ask("search amount", known => new MoneyFilter { Search = known.Amount }),
        Ask("search nothing there", _ => new MoneyFilter { Search = "zzzz" }),
        Ask("search common word", _ => new MoneyFilter { Search = "bakery" }),
        Ask("search common word, Overdue by customer", _ => new MoneyFilter { Search = "prairie", State = StateTab.Overdue, Sort = MoneySort.Customer, Descending = false }),
        Ask("search half the references", _ => new MoneyFilter { Search = "po" }),
        Ask("search every number", _ => new MoneyFilter { Search = "inv" }),
        Ask("search every customer", _ => new MoneyFilter { Search = "contact" }),
    ];

    public static IReadOnlyList<Question> Customers { get; } =
    [
        AskCustomers("first page", "", 1),
        AskCustomers("last page", "", int.MaxValue),
        AskCustomers("search one", "accounts77@", 1),
        AskCustomers("search common word", "bakery", 1),
        AskCustomers("search nothing there", "zzzz", 1),
        Choose("picker, nothing typed", ""),
        Choose("picker, one", "contact 77"),
        Choose("picker, common word", "bakery"),
        Choose("picker, nothing there", "zzzz"),
    ];

    private static Question Ask(string name, Func<Known, MoneyFilter> filter) => new(name, async business =>
    {
        var (rows, asked) = (business.Get<MoneyRows>(), filter(await Known.OfAsync(business)));
        return async () => (await rows.ReadAsync(business.Caller, asked)).Matching;
    });

    private static Question AskCustomers(string name, string search, int page) => new(name, business =>
    {
        var rows = business.Get<CustomerRows>();
        return Task.FromResult<Func<Task<int>>>(async () => (await rows.ReadAsync(business.Caller, search, page)).Matching);
    });

    private static Question Choose(string name, string search) => new(name, business =>
    {
        var rows = business.Get<CustomerRows>();
        return Task.FromResult<Func<Task<int>>>(async () => (await rows.ChoicesAsync(business.Caller, search)).Count);
    });

    // What somebody has before them when they type it: a sent invoice from the middle of the list.
    private sealed record Known(string Number, string Customer, string Reference, string Amount, int Pages)
    {
        public static async Task<Known> OfAsync(Business business)
        {
            await using var db = await business.Get<IDbContextFactory<FasterMoneyDb>>().CreateDbContextAsync();
            var invoice = await db.Invoices.AsNoTracking().Where(invoice => invoice.SendState == SendState.Sent && invoice.Texts.Reference != "")
                .OrderBy(invoice => invoice.IssueDate).ThenBy(invoice => invoice.Id).Skip(business.Invoices / 5).FirstAsync();
            return new Known(invoice.Number!, invoice.BilledTo, invoice.Texts.Reference, $"{invoice.Total.ToDecimal()}", Math.Max(1, business.Invoices / 50));
        }
    }
}
