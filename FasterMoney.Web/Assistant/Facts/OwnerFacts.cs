namespace FasterMoney.Web.Assistant.Facts;

/// <summary>What one customer owes in one currency.</summary>
public sealed record Debtor(Quoted Customer, string Owed, string Overdue, int Invoices);

/// <summary>The largest debts first, currency by currency.</summary>
public sealed record Debtors(IReadOnlyList<Debtor> Customers);

/// <summary>What came in and went back in one currency.</summary>
public sealed record CurrencyIn(string Received, int Payments, string GivenBack);

public sealed record MoneyIn(string Since, string Until, IReadOnlyList<CurrencyIn> Currencies);

/// <param name="Until">The last day that counts.</param>
/// <param name="Invoices">The first of them.</param>
/// <param name="Count">All of them.</param>
/// <param name="Sums">What all of them come to, one a currency.</param>
public sealed record DueSoon(string Until, IReadOnlyList<ListedInvoice> Invoices, int Count, IReadOnlyList<string> Sums);

/// <param name="PaidLate">Of the settled ones.</param>
public sealed record LatePayer(Quoted Customer, int PaidLate, int Settled, int OverdueNow);

public sealed record LatePayers(IReadOnlyList<LatePayer> Customers);

/// <summary>What is open in one currency and for how long.</summary>
public sealed record DebtBand(string Age, string Amount, int Invoices);

public sealed record DebtAges(IReadOnlyList<DebtBand> Bands);
