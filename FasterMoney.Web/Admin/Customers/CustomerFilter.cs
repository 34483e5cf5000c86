using FasterMoney.Web.Admin.Lists;

namespace FasterMoney.Web.Admin.Customers;

/// <summary>Which customers are shown.</summary>
public sealed record CustomerFilter : ListFilter<CustomerFilter>
{
    public const string Path = "/customers";

    protected override string Root => Path;

    public static CustomerFilter FromQuery(string? query) => new CustomerFilter().Reading(Parse(query));
}
